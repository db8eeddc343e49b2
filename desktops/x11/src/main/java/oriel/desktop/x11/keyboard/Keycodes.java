package oriel.desktop.x11.keyboard;

import java.util.BitSet;

/**
 * The keys of an X server by the scan codes of set 1 that a PC keyboard sends for them. The servers of sessions use the keycodes
 * "evdev" of xkeyboard-config: the key codes of Linux (linux/input-event-codes.h) plus 8. Up to 0x58 these are the scan codes of
 * set 1 themselves.
 */
final class Keycodes {

    /** No key: the scan code is none, or says nothing by itself. */
    static final int NONE = 0;

    static final int CTRL_LEFT = 37;
    static final int ALT_RIGHT = 108;
    static final int CAPS_LOCK = 66;
    static final int NUM_LOCK = 77;
    static final int SCROLL_LOCK = 78;
    static final int HIRAGANA_KATAKANA = 101;

    static final int PREFIX_E0 = 0xE0;
    static final int PREFIX_E1 = 0xE1;

    private static final int OFFSET = 8;
    private static final int PAUSE = 127;
    private static final int CONTROL_LEFT = 0x1D;

    private static final int[] PLAIN = plain();
    private static final int[] EXTENDED = extended();

    private Keycodes() {}

    /**
     * The key of a scan code.
     *
     * @param scanCode make code
     * @param prefix   0, 0xE0 or 0xE1
     * @return its keycode, or {@link #NONE}
     */
    static int of(int scanCode, int prefix) {
        if (scanCode <= 0 || scanCode >= PLAIN.length) {
            return NONE;
        }
        return switch (prefix) {
            case 0 -> PLAIN[scanCode];
            case PREFIX_E0 -> EXTENDED[scanCode];
            case PREFIX_E1 -> scanCode == CONTROL_LEFT ? PAUSE : NONE;
            default -> NONE;
        };
    }

    /** Every keycode that a scan code leads to. */
    static BitSet all() {
        var all = new BitSet(256);
        for (int i = 0; i < PLAIN.length; i++) {
            all.set(PLAIN[i]);
            all.set(EXTENDED[i]);
        }
        all.clear(NONE);
        all.set(PAUSE);
        return all;
    }

    private static int[] plain() {
        var keys = new int[0x80];
        for (int code = 0x01; code <= 0x53; code++) {
            keys[code] = code + OFFSET;
        }
        keys[0x54] = 107; // SysRq: Print Screen with Alt
        keys[0x56] = 94; // beside the left Shift key, on keyboards of 102 keys
        keys[0x57] = 95; // F11
        keys[0x58] = 96; // F12
        keys[0x59] = 125; // keypad =
        for (int code = 0x64; code <= 0x6E; code++) {
            keys[code] = code - 0x64 + 191; // F13 … F23
        }
        keys[0x70] = HIRAGANA_KATAKANA; // Japan: Hiragana/Katakana
        keys[0x71] = 131; // Korea: Hanja
        keys[0x72] = 130; // Korea: Hangul
        keys[0x73] = 97; // Brazil: / ? (ABNT C1); Japan: \ _
        keys[0x76] = 202; // F24
        keys[0x77] = 99; // Japan: Hiragana
        keys[0x78] = 98; // Japan: Katakana
        keys[0x79] = 100; // Japan: Henkan
        keys[0x7B] = 102; // Japan: Muhenkan
        keys[0x7D] = 132; // Japan: Yen
        keys[0x7E] = 129; // Brazil: the dot of the keypad (ABNT C2)
        return keys;
    }

    private static int[] extended() {
        var keys = new int[0x80];
        editing(keys);
        multimedia(keys);
        return keys;
    }

    private static void editing(int[] keys) {
        keys[0x1C] = 104; // keypad Enter
        keys[CONTROL_LEFT] = 105; // right Ctrl
        keys[0x35] = 106; // keypad /
        keys[0x37] = 107; // Print Screen
        keys[0x38] = ALT_RIGHT; // AltGr with many layouts
        keys[0x45] = NUM_LOCK; // as Windows writes it at times
        keys[0x46] = PAUSE; // Break: Pause with Ctrl
        keys[0x47] = 110; // Home
        keys[0x48] = 111; // Up
        keys[0x49] = 112; // Page Up
        keys[0x4B] = 113; // Left
        keys[0x4D] = 114; // Right
        keys[0x4F] = 115; // End
        keys[0x50] = 116; // Down
        keys[0x51] = 117; // Page Down
        keys[0x52] = 118; // Insert
        keys[0x53] = 119; // Delete
        keys[0x5B] = 133; // left Windows key
        keys[0x5C] = 134; // right Windows key
        keys[0x5D] = 135; // menu
        keys[0x71] = 131; // Korea: Hanja
        keys[0x72] = 130; // Korea: Hangul
    }

    private static void multimedia(int[] keys) {
        keys[0x08] = 139; // undo
        keys[0x0A] = 143; // paste
        keys[0x10] = 173; // previous track
        keys[0x17] = 145; // cut
        keys[0x18] = 141; // copy
        keys[0x19] = 171; // next track
        keys[0x20] = 121; // mute
        keys[0x21] = 148; // calculator
        keys[0x22] = 172; // play and pause
        keys[0x24] = 174; // stop playing
        keys[0x2C] = 169; // eject
        keys[0x2E] = 122; // softer
        keys[0x30] = 123; // louder
        keys[0x32] = 180; // home page
        keys[0x3B] = 146; // help
        keys[0x5E] = 124; // power
        keys[0x5F] = 150; // sleep
        keys[0x63] = 151; // wake up
        keys[0x65] = 225; // search
        keys[0x66] = 164; // favourites
        keys[0x67] = 181; // reload
        keys[0x68] = 136; // stop loading
        keys[0x69] = 167; // forward
        keys[0x6A] = 166; // back
        keys[0x6B] = 165; // my computer
        keys[0x6C] = 163; // mail
        keys[0x6D] = 234; // media player
    }
}
