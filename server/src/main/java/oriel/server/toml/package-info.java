/**
 * Reads TOML 1.0 and remembers the line of every value, so that a complaint about a configuration can say where. Dates and
 * times are refused: nothing in Oriel's configuration is one. Written here since the readers at hand lose the lines.
 */
@NullMarked
package oriel.server.toml;

import org.jspecify.annotations.NullMarked;
