/** Bytes to and from records of the Remote Desktop Protocol; pure: no sockets, threads or clocks. */
@NullMarked
package oriel.rdp.codec;

import org.jspecify.annotations.NullMarked;
