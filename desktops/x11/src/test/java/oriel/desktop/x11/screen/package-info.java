/** Proved on real X servers. */
@NullMarked
package oriel.desktop.x11.screen;

import org.jspecify.annotations.NullMarked;
