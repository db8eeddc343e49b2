/** Windows on a stage: frames, moving and resizing, the bar, the menu, the switcher, message boxes. */
@NullMarked
package oriel.desktop.embedded.windows;

import org.jspecify.annotations.NullMarked;
