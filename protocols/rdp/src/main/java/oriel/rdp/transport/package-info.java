/**
 * Bytes to and from one client: plain TCP for the connection request, TLS after it ([MS-RDPBCGR] 5.4.5), cut into PDUs on
 * the way in, gathered into records on the way out. Knows nothing of what the PDUs mean.
 */
@NullMarked
package oriel.rdp.transport;

import org.jspecify.annotations.NullMarked;
