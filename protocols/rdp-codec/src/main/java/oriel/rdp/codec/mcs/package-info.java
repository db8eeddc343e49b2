/**
 * The multipoint layer: the PDUs of ITU-T T.125 that MS-RDPBCGR uses. Connect-Initial and Connect-Response are written in BER, all
 * others in aligned PER (ITU-T X.691); both only as far as these PDUs need them.
 *
 * <p>Not done: the T.125 PDUs no RDP peer sends (Plumb Domain, tokens, private channels, merging of domains), and PER lengths of
 * 16384 and more, which would be fragmented.
 */
@NullMarked
package oriel.rdp.codec.mcs;

import org.jspecify.annotations.NullMarked;
