/** The X11 client proved on real X servers. */
@NullMarked
package oriel.desktop.x11.client;

import org.jspecify.annotations.NullMarked;
