/**
 * What a server shows, MS-RDPBCGR 2.2.9: fast-path output with its fragments, bitmap, palette and synchronize updates, pointer
 * updates, and their slow-path twins, which carry the same data.
 *
 * <p>Records decode and encode every update; writers put the frequent ones into byte arrays without allocating. Drawing orders
 * and surface commands are opaque here. Bulk compression is not done: no update is sent compressed, and one received
 * compressed is malformed, since Oriel does not offer it.
 */
@NullMarked
package oriel.rdp.codec.update;

import org.jspecify.annotations.NullMarked;
