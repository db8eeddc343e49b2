/** Proves the widgets and the stage piece by piece. */
@NullMarked
package oriel.desktop.embedded.toolkit;

import org.jspecify.annotations.NullMarked;
