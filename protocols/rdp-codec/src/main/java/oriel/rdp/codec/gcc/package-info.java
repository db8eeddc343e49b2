/**
 * The conference layer: Conference Create Request and Response of ITU-T T.124 in aligned PER, and the settings data blocks of
 * MS-RDPBCGR 2.2.1.3 and 2.2.1.4 that client and server exchange in them. Blocks of an unknown type survive as
 * {@link oriel.rdp.codec.gcc.ClientBlock.Other} and {@link oriel.rdp.codec.gcc.ServerBlock.Other}.
 *
 * <p>Not done: all other PDUs of T.124; no RDP peer sends them.
 */
@NullMarked
package oriel.rdp.codec.gcc;

import org.jspecify.annotations.NullMarked;
