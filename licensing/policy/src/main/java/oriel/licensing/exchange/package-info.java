/**
 * The server's side of the licence exchange (MS-RDPELE 3.2; licensing.md, sections 2 and 7): what happens between the first
 * licence packet and {@code ProtocolComplete}. The exchange knows packets, keys and certificates; whether somebody gets a licence
 * is asked of a {@link oriel.licensing.exchange.LicenseAuthority}.
 */
@NullMarked
package oriel.licensing.exchange;

import org.jspecify.annotations.NullMarked;
