/**
 * The typefaces that come in the box, so that every machine draws the same letters: Roboto for the interface, DejaVu Sans
 * Mono for terminals, DejaVu Sans for symbols that Roboto lacks. Nothing installed on the host is asked for.
 */
@NullMarked
package oriel.desktop.embedded.font;

import org.jspecify.annotations.NullMarked;
