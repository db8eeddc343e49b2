/** Proved on real X servers. */
@NullMarked
package oriel.desktop.x11.layout;

import org.jspecify.annotations.NullMarked;
