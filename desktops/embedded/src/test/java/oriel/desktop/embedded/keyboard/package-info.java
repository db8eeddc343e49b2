/** Proves that keys type what they type on Windows. */
@NullMarked
package oriel.desktop.embedded.keyboard;

import org.jspecify.annotations.NullMarked;
