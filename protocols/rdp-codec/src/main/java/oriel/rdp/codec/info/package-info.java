/**
 * Who the client and its user are: the Client Info PDU (MS-RDPBCGR 2.2.1.11), the automatic reconnection packets (2.2.4) and what the
 * server tells about the logon (2.2.10.1.1). Records with a secret do not print it.
 */
@NullMarked
package oriel.rdp.codec.info;

import org.jspecify.annotations.NullMarked;
