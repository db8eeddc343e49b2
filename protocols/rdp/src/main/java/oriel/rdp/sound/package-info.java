/**
 * Sound of a session for a client over the static channel {@code rdpsnd} ([MS-RDPEA]): uncompressed where the link is fast, else in the
 * smallest form that the client plays. Volume stays the client's own affair: neither its volume nor its pitch is ever set.
 */
@NullMarked
package oriel.rdp.sound;

import org.jspecify.annotations.NullMarked;
