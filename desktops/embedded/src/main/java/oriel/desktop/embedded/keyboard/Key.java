package oriel.desktop.embedded.keyboard;

import java.util.EnumSet;
import java.util.List;

/** What a key means, whatever its place on the keyboard. */
public enum Key {
    /** Any key that types a character; which one is in {@link KeyPress#character()}. */
    CHARACTER,
    ENTER,
    TAB,
    BACKSPACE,
    ESCAPE,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    INSERT,
    DELETE,
    /** The middle of the keypad without Num Lock. */
    BEGIN,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
    F13,
    F14,
    F15,
    F16,
    F17,
    F18,
    F19,
    F20,
    F21,
    F22,
    F23,
    F24,
    KEYPAD_0,
    KEYPAD_1,
    KEYPAD_2,
    KEYPAD_3,
    KEYPAD_4,
    KEYPAD_5,
    KEYPAD_6,
    KEYPAD_7,
    KEYPAD_8,
    KEYPAD_9,
    KEYPAD_DECIMAL,
    KEYPAD_DIVIDE,
    KEYPAD_MULTIPLY,
    KEYPAD_SUBTRACT,
    KEYPAD_ADD,
    KEYPAD_ENTER,
    PAUSE,
    /** Ctrl+Pause. */
    BREAK,
    PRINT_SCREEN,
    /** The key that opens the context menu. */
    MENU;

    private static final List<Key> FUNCTIONS = List.copyOf(EnumSet.range(F1, F24));
    private static final List<Key> DIGITS = List.copyOf(EnumSet.range(KEYPAD_0, KEYPAD_9));

    /**
     * A function key.
     *
     * @param number 1 … 24
     * @return F1 … F24
     */
    public static Key function(int number) {
        if (number < 1 || number > 24) {
            throw new IllegalArgumentException("no function key F" + number);
        }
        return FUNCTIONS.get(number - 1);
    }

    /**
     * The number on a function key.
     *
     * @return 1 … 24; 0 = no function key
     */
    public int functionNumber() {
        return FUNCTIONS.indexOf(this) + 1;
    }

    /**
     * Whether the key is on the keypad and means itself there (with Num Lock, or an operator).
     *
     * @return whether it is a keypad key
     */
    public boolean onKeypad() {
        return compareTo(KEYPAD_0) >= 0 && compareTo(KEYPAD_ENTER) <= 0;
    }

    /**
     * The digit on a key of the keypad.
     *
     * @return 0 … 9; −1 = no digit
     */
    public int keypadDigit() {
        return DIGITS.indexOf(this);
    }
}
