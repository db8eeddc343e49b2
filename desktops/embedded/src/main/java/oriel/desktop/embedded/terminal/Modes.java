package oriel.desktop.embedded.terminal;

import java.util.BitSet;

/** The modes a program can set and reset: those of ECMA-48 (SM, RM) and the private ones of DEC and xterm (DECSET, DECRST). */
final class Modes {

    // ECMA-48 and DEC
    static final int INSERT = 4;
    static final int NEW_LINE = 20;

    // private
    static final int CURSOR_KEYS = 1;
    static final int REVERSE_SCREEN = 5;
    static final int ORIGIN = 6;
    static final int AUTO_WRAP = 7;
    static final int MOUSE_X10 = 9;
    static final int CURSOR_BLINK = 12;
    static final int CURSOR_VISIBLE = 25;
    static final int REVERSE_WRAP = 45;
    static final int ALTERNATE_OLD = 47;
    static final int KEYPAD = 66;
    static final int BACKSPACE_SENDS_BS = 67;
    static final int MOUSE_BUTTONS = 1000;
    static final int MOUSE_DRAG = 1002;
    static final int MOUSE_MOTION = 1003;
    static final int FOCUS = 1004;
    static final int MOUSE_SGR = 1006;
    static final int ALTERNATE_SCROLL = 1007;
    static final int ALTERNATE = 1047;
    static final int SAVE_CURSOR = 1048;
    static final int ALTERNATE_SAVING = 1049;
    static final int BRACKETED_PASTE = 2004;
    static final int SYNCHRONIZED = 2026;

    private static final int[] ANSI = {INSERT, NEW_LINE};
    private static final int[] PRIVATE = {
        CURSOR_KEYS,
        REVERSE_SCREEN,
        ORIGIN,
        AUTO_WRAP,
        MOUSE_X10,
        CURSOR_BLINK,
        CURSOR_VISIBLE,
        REVERSE_WRAP,
        ALTERNATE_OLD,
        KEYPAD,
        BACKSPACE_SENDS_BS,
        MOUSE_BUTTONS,
        MOUSE_DRAG,
        MOUSE_MOTION,
        FOCUS,
        MOUSE_SGR,
        ALTERNATE_SCROLL,
        ALTERNATE,
        SAVE_CURSOR,
        ALTERNATE_SAVING,
        BRACKETED_PASTE,
        SYNCHRONIZED,
    };

    private static final BitSet KNOWN_ANSI = setOf(ANSI);
    private static final BitSet KNOWN_PRIVATE = setOf(PRIVATE);

    private final BitSet ansi = new BitSet();
    private final BitSet dec = new BitSet();
    private final BitSet saved = new BitSet();

    Modes() {
        reset();
    }

    private static BitSet setOf(int[] numbers) {
        var set = new BitSet();
        for (int number : numbers) {
            set.set(number);
        }
        return set;
    }

    void reset() {
        ansi.clear();
        dec.clear();
        saved.clear();
        dec.set(AUTO_WRAP);
        dec.set(CURSOR_VISIBLE);
        dec.set(ALTERNATE_SCROLL);
    }

    /** DECSTR: what a soft reset changes. */
    void softReset() {
        ansi.clear(INSERT);
        dec.clear(ORIGIN);
        dec.clear(CURSOR_KEYS);
        dec.clear(KEYPAD);
        dec.set(AUTO_WRAP);
        dec.set(CURSOR_VISIBLE);
    }

    static boolean known(int mode, boolean isPrivate) {
        return (isPrivate ? KNOWN_PRIVATE : KNOWN_ANSI).get(mode);
    }

    boolean ansi(int mode) {
        return ansi.get(mode);
    }

    boolean dec(int mode) {
        return dec.get(mode);
    }

    void setAnsi(int mode, boolean on) {
        if (known(mode, false)) {
            ansi.set(mode, on);
        }
    }

    void setDec(int mode, boolean on) {
        if (known(mode, true)) {
            dec.set(mode, on);
        }
    }

    void save(int mode) {
        if (known(mode, true)) {
            saved.set(mode, dec.get(mode));
        }
    }

    boolean saved(int mode) {
        return saved.get(mode);
    }

    /** Whether the program wants to hear of the mouse at all. */
    boolean mouse() {
        return dec(MOUSE_BUTTONS) || dec(MOUSE_DRAG) || dec(MOUSE_MOTION) || dec(MOUSE_X10);
    }
}
