/** Real Linux desktops as sessions: picture, input, clipboard and sound of an X server. */
@NullMarked
package oriel.desktop.x11;

import org.jspecify.annotations.NullMarked;
