/** The mouse of an X11 session. */
@NullMarked
package oriel.desktop.x11.pointer;

import org.jspecify.annotations.NullMarked;
