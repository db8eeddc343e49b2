/**
 * Dynamic virtual channels (MS-RDPEDYC) within the static channel {@code drdynvc}: the PDUs of versions 1 and 2 in both directions,
 * cutting messages into PDUs, and putting them together within a limit.
 *
 * <p>Not done: compressed data, which only version 3 allows, and soft sync, which needs a second transport; both are malformed.
 */
@NullMarked
package oriel.rdp.codec.dynamic;

import org.jspecify.annotations.NullMarked;
