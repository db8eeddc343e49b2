/** Proves that text is drawn whatever the host has installed. */
@NullMarked
package oriel.desktop.embedded.font;

import org.jspecify.annotations.NullMarked;
