/** Proves that the scenes speak every language in full. */
@NullMarked
package oriel.desktop.embedded.look;

import org.jspecify.annotations.NullMarked;
