/**
 * The front end's side of the privileged helper: starting it while still root, giving root up, and asking it. The helper's own
 * side is {@code oriel.helper.privileged}; {@code docs/helper-protocol.md} says what passes between them.
 */
@NullMarked
package oriel.helper;

import org.jspecify.annotations.NullMarked;
