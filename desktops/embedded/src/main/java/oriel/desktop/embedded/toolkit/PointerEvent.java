package oriel.desktop.embedded.toolkit;

import oriel.desktop.embedded.keyboard.Modifiers;

/**
 * Something the pointer did.
 *
 * @param action    what it did
 * @param x         column; may lie outside while a button is held
 * @param y         row; may lie outside while a button is held
 * @param button    for {@link Action#PRESSED} and {@link Action#RELEASED} the button, as in
 *                  {@link oriel.contract.desktop.PointerSink}; for {@link Action#MOVED} the button that is held, 0 = none
 * @param clicks    for {@link Action#PRESSED}: 1, or 2, 3 … when it followed the last press quickly at the same place
 * @param wheel     for {@link Action#WHEEL} and {@link Action#WHEEL_ACROSS}: units away from the user or to the right,
 *                  {@value oriel.contract.desktop.PointerSink#NOTCH} a notch
 * @param modifiers the modifier keys that are held
 */
public record PointerEvent(Action action, int x, int y, int button, int clicks, int wheel, Modifiers modifiers) {

    /** What a pointer can do. */
    public enum Action {
        /** It is at another place. */
        MOVED,
        /** A button went down. */
        PRESSED,
        /** A button went up. */
        RELEASED,
        /** The wheel turned. */
        WHEEL,
        /** The horizontal wheel turned. */
        WHEEL_ACROSS,
        /** It has left; position and buttons mean nothing. */
        LEFT
    }

    /**
     * The same event seen from another origin.
     *
     * @param left column of the new origin
     * @param top  row of the new origin
     * @return the event with its position counted from there
     */
    public PointerEvent from(int left, int top) {
        return new PointerEvent(action, x - left, y - top, button, clicks, wheel, modifiers);
    }
}
