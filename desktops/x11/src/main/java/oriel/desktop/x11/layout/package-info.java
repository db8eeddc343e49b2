/** Size, monitors and scale of a session's screen, as its client has them. */
@NullMarked
package oriel.desktop.x11.layout;

import org.jspecify.annotations.NullMarked;
