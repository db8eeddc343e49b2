/**
 * What stands between MCS and the upper PDUs: the basic security header (MS-RDPBCGR 2.2.8.1.1.2.1), and the framing of licensing PDUs
 * (2.2.1.12), whose contents are carried unread but for the error message that ends licensing early.
 *
 * <p>Not done: the Standard RDP Security headers with a signature (2.2.8.1.1.2.2 and 2.2.8.1.1.2.3); Oriel speaks TLS only.
 */
@NullMarked
package oriel.rdp.codec.security;

import org.jspecify.annotations.NullMarked;
