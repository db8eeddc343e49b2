/** Proves the terminal: function by function, with real programs, and with noise. */
@NullMarked
package oriel.desktop.embedded.terminal;

import org.jspecify.annotations.NullMarked;
