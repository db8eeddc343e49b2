package oriel.desktop.embedded.keyboard;

/**
 * The modifier keys that are down and were not used up by making a character. AltGr that reached a character of the third
 * level is in {@code altGr} only, whatever Ctrl and Alt the client sent along with it.
 *
 * @param shift either Shift
 * @param ctrl  either Ctrl
 * @param alt   Alt, or AltGr on a key without a third level
 * @param altGr AltGr
 * @param meta  either Windows key
 */
public record Modifiers(boolean shift, boolean ctrl, boolean alt, boolean altGr, boolean meta) {

    /** No modifier is down. */
    public static final Modifiers NONE = new Modifiers(false, false, false, false, false);

    /** Shift alone. */
    public static final Modifiers SHIFT = new Modifiers(true, false, false, false, false);

    /** Ctrl alone. */
    public static final Modifiers CTRL = new Modifiers(false, true, false, false, false);

    /** Ctrl and Shift. */
    public static final Modifiers CTRL_SHIFT = new Modifiers(true, true, false, false, false);

    /** Alt alone. */
    public static final Modifiers ALT = new Modifiers(false, false, true, false, false);

    /** Ctrl and Alt. */
    public static final Modifiers CTRL_ALT = new Modifiers(false, true, true, false, false);

    /** The left or right Windows key alone. */
    public static final Modifiers META = new Modifiers(false, false, false, false, true);

    /**
     * Whether a character typed with these is a command and not text.
     *
     * @return whether Ctrl, Alt or a Windows key is down
     */
    public boolean command() {
        return ctrl || alt || meta;
    }
}
