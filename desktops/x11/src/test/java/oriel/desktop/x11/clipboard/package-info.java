@NullMarked
package oriel.desktop.x11.clipboard;

import org.jspecify.annotations.NullMarked;
