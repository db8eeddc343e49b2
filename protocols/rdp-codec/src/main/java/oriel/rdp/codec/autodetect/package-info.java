/**
 * The PDUs of the message channel: network characteristics (MS-RDPBCGR 2.2.14), heartbeat (2.2.16) and the start of further transports
 * (2.2.15). Each begins with a basic security header whose flag tells what it is.
 *
 * <p>Not done: auto-detect over UDP tunnels (2.2.14.1.2, 2.2.14.1.3 with RDP-UDP), which Oriel does not open.
 */
@NullMarked
package oriel.rdp.codec.autodetect;

import org.jspecify.annotations.NullMarked;
