package oriel.desktop.embedded.keyboard;

/**
 * A key was pressed or repeats.
 *
 * @param key       what the key means
 * @param character code point that the key stands for on its present level, also when Ctrl or Alt make a command of it
 *                  ({@code 'c'} for Ctrl+C, {@code 'C'} for Ctrl+Shift+C); 0 = none
 * @param text      what it types; empty for commands, for keys without text and for a dead key that waits. More than one
 *                  character when a dead key did not fit what follows
 * @param modifiers the modifiers held
 * @param repeat    whether the key is held and repeats
 */
public record KeyPress(Key key, int character, String text, Modifiers modifiers, boolean repeat) {

    /**
     * A press of a key that types nothing.
     *
     * @param key       what the key means
     * @param modifiers the modifiers held
     * @return the press
     */
    public static KeyPress of(Key key, Modifiers modifiers) {
        return new KeyPress(key, 0, "", modifiers, false);
    }

    /**
     * A press of a character key.
     *
     * @param character code point
     * @param modifiers the modifiers held; Ctrl, Alt or Windows make it a command without text
     * @return the press
     */
    public static KeyPress of(int character, Modifiers modifiers) {
        String text = modifiers.command() ? "" : Character.toString(character);
        return new KeyPress(Key.CHARACTER, character, text, modifiers, false);
    }

    /**
     * Whether it is a given key with exactly the given modifiers.
     *
     * @param wanted the key
     * @param held   the modifiers
     * @return whether it is
     */
    public boolean is(Key wanted, Modifiers held) {
        return key == wanted && modifiers.equals(held);
    }

    /**
     * Whether it is a given character with exactly the given modifiers; letters are compared without case.
     *
     * @param wanted the character
     * @param held   the modifiers
     * @return whether it is
     */
    public boolean is(char wanted, Modifiers held) {
        return key == Key.CHARACTER
                && Character.toLowerCase(character) == Character.toLowerCase((int) wanted)
                && modifiers.equals(held);
    }

    /**
     * Whether it types something.
     *
     * @return whether {@link #text()} is not empty
     */
    public boolean types() {
        return !text.isEmpty();
    }
}
