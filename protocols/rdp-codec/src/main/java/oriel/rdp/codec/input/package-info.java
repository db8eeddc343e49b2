/**
 * Keyboard and mouse: the fast-path input PDU (MS-RDPBCGR 2.2.8.1.2) and the events of the slow-path Input Event PDU (2.2.8.1.1.3), both
 * read into one family, {@link oriel.rdp.codec.input.InputEvent}. The slow-path PDU itself is in the share package.
 *
 * <p>Not done: encrypted fast-path input, which belongs to Standard RDP Security.
 */
@NullMarked
package oriel.rdp.codec.input;

import org.jspecify.annotations.NullMarked;
