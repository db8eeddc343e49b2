/**
 * Static virtual channels (MS-RDPBCGR 2.2.6): the header of each chunk, cutting messages into chunks, and putting them together again
 * within a limit.
 *
 * <p>Not done: compression of channel data (bulk compression is never announced, so compressed chunks are malformed).
 */
@NullMarked
package oriel.rdp.codec.channel;

import org.jspecify.annotations.NullMarked;
