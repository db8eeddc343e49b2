@NullMarked
package oriel.desktop.x11.keyboard;

import org.jspecify.annotations.NullMarked;
