/**
 * The outermost layer: TPKT (RFC 1006 and ITU-T T.123), the X.224 class 0 transport PDUs of ITU-T X.224 that MS-RDPBCGR uses
 * (2.2.1.1, 2.2.1.2) with the RDP negotiation structures they carry, and the {@link oriel.rdp.codec.x224.Framer} that tells where the
 * next PDU ends.
 *
 * <p>Not done: segmentation (class 0 sends each TSDU in one data TPDU; MS-RDPBCGR never asks for more), and the error TPDU.
 */
@NullMarked
package oriel.rdp.codec.x224;

import org.jspecify.annotations.NullMarked;
