package oriel.contract.protocol;

import java.util.Optional;
import oriel.contract.desktop.KeyboardEndpoint;
import oriel.contract.desktop.PointerEndpoint;

/**
 * What {@code GetInputHandles} answers. The third handle of the original, for beeps, is always null and has no counterpart.
 *
 * @param keyboard the keyboard endpoint; empty = no keyboard
 * @param mouse    the mouse endpoint; empty = no mouse
 */
public record InputHandles(Optional<KeyboardEndpoint> keyboard, Optional<PointerEndpoint> mouse) {}
