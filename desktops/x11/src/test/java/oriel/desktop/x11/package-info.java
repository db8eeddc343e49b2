/** X11 desktops proved on real X servers. */
@NullMarked
package oriel.desktop.x11;

import org.jspecify.annotations.NullMarked;
