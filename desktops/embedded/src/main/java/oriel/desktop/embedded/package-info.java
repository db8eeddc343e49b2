/**
 * The embedded desktop in pure Java: logon screen, terminal, session information; needs nothing installed. This package
 * makes the scenes; the others are what they are made of: {@code logon} and {@code windows} on the widgets of
 * {@code toolkit}, drawn with the typefaces of {@code font} in the manner of {@code look}.
 */
@NullMarked
package oriel.desktop.embedded;

import org.jspecify.annotations.NullMarked;
