package oriel.desktop.embedded.keyboard;

import org.jspecify.annotations.Nullable;

/**
 * The keys of PC scan code set 1 that mean the same in every layout. A code is the make code; keys that the PC announces
 * with 0xE0 have {@link #EXTENDED} added.
 */
final class ScanCode {

    static final int EXTENDED = 0x80;

    static final int CTRL = 0x1D;
    static final int SHIFT_LEFT = 0x2A;
    static final int SHIFT_RIGHT = 0x36;
    static final int ALT = 0x38;
    static final int SPACE = 0x39;
    static final int CAPS_LOCK = 0x3A;
    static final int NUM_LOCK = 0x45;
    static final int SCROLL_LOCK = 0x46;
    static final int KEYPAD_FIRST = 0x47;
    static final int KEYPAD_DECIMAL = 0x53;
    static final int META_LEFT = 0x5B | EXTENDED;
    static final int META_RIGHT = 0x5C | EXTENDED;

    /** Meaning of 0x47 … 0x53 with Num Lock. */
    private static final Key[] KEYPAD = {
        Key.KEYPAD_7,
        Key.KEYPAD_8,
        Key.KEYPAD_9,
        Key.KEYPAD_SUBTRACT,
        Key.KEYPAD_4,
        Key.KEYPAD_5,
        Key.KEYPAD_6,
        Key.KEYPAD_ADD,
        Key.KEYPAD_1,
        Key.KEYPAD_2,
        Key.KEYPAD_3,
        Key.KEYPAD_0,
        Key.KEYPAD_DECIMAL,
    };

    /** Meaning of 0x47 … 0x53 without Num Lock; the operators stay. */
    private static final Key[] NAVIGATION = {
        Key.HOME,
        Key.UP,
        Key.PAGE_UP,
        Key.KEYPAD_SUBTRACT,
        Key.LEFT,
        Key.BEGIN,
        Key.RIGHT,
        Key.KEYPAD_ADD,
        Key.END,
        Key.DOWN,
        Key.PAGE_DOWN,
        Key.INSERT,
        Key.DELETE,
    };

    private ScanCode() {}

    static boolean onKeypad(int code) {
        return code >= KEYPAD_FIRST && code <= KEYPAD_DECIMAL;
    }

    static Key keypad(int code, boolean digits) {
        return (digits ? KEYPAD : NAVIGATION)[code - KEYPAD_FIRST];
    }

    /** A key that types no character of the layout, outside the keypad's digits; null = not such a key. */
    static @Nullable Key fixed(int code) {
        return switch (code) {
            case 0x01 -> Key.ESCAPE;
            case 0x0E -> Key.BACKSPACE;
            case 0x0F -> Key.TAB;
            case 0x1C -> Key.ENTER;
            case 0x37 -> Key.KEYPAD_MULTIPLY;
            case 0x54, 0x37 | EXTENDED -> Key.PRINT_SCREEN;
            case 0x1C | EXTENDED -> Key.KEYPAD_ENTER;
            case 0x35 | EXTENDED -> Key.KEYPAD_DIVIDE;
            case 0x46 | EXTENDED -> Key.BREAK;
            case 0x47 | EXTENDED -> Key.HOME;
            case 0x48 | EXTENDED -> Key.UP;
            case 0x49 | EXTENDED -> Key.PAGE_UP;
            case 0x4B | EXTENDED -> Key.LEFT;
            case 0x4D | EXTENDED -> Key.RIGHT;
            case 0x4F | EXTENDED -> Key.END;
            case 0x50 | EXTENDED -> Key.DOWN;
            case 0x51 | EXTENDED -> Key.PAGE_DOWN;
            case 0x52 | EXTENDED -> Key.INSERT;
            case 0x53 | EXTENDED -> Key.DELETE;
            case 0x5D | EXTENDED -> Key.MENU;
            default -> function(code);
        };
    }

    private static @Nullable Key function(int code) {
        if (code >= 0x3B && code <= 0x44) {
            return Key.function(code - 0x3B + 1);
        }
        if (code >= 0x64 && code <= 0x6E) {
            return Key.function(code - 0x64 + 13);
        }
        return switch (code) {
            case 0x57 -> Key.F11;
            case 0x58 -> Key.F12;
            case 0x76 -> Key.F24;
            default -> null;
        };
    }
}
