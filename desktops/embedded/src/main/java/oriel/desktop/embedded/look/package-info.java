/** What every scene of the house has in common: the picture behind everything, and the mark. */
@NullMarked
package oriel.desktop.embedded.look;

import org.jspecify.annotations.NullMarked;
