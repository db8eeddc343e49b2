/**
 * Shows a session's screen to an RDP client: damage in, bitmap and pointer updates out.
 *
 * <p>{@link oriel.rdp.display.RdpDisplay} is the pump of one connection. It asks the picture planner what has changed,
 * encodes it for the client's capabilities and hands whole PDUs to an {@link oriel.rdp.display.UpdateOutput}. Implements the
 * server's side of MS-RDPBCGR 2.2.9 (graphics output), 2.2.11.2 and 2.2.11.3 (refresh and suppress). Drawing orders, surface
 * commands, bulk compression and the graphics pipeline are not done here.
 */
@NullMarked
package oriel.rdp.display;

import org.jspecify.annotations.NullMarked;
