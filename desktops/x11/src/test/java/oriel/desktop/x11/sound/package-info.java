@NullMarked
package oriel.desktop.x11.sound;

import org.jspecify.annotations.NullMarked;
