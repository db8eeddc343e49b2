package oriel.desktop.embedded.keyboard;

import java.util.BitSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.KeyboardSink;

/**
 * The keyboard of a scene: takes scan codes as they come from the client and hands on what they mean.
 *
 * <p>The calls of {@link KeyboardSink} come one at a time, and the listener is called within them; {@link #layout(int)} may
 * come from any thread.
 */
public final class KeyboardTranslator implements KeyboardSink {

    private static final int PREFIX_EXTENDED = 0xE0;
    private static final int PREFIX_PAUSE = 0xE1;

    private final Consumer<KeyPress> listener;
    private final BitSet held = new BitSet(0x100);
    private volatile KeyboardLayout layout;

    private boolean capsLock;
    private boolean numLock = true;
    private boolean scrollLock;
    /** The left Ctrl that is down is the one Windows invents before AltGr. */
    private boolean inventedCtrl;
    /** Left Ctrl went down and nothing else has since. */
    private boolean ctrlJustPressed;
    /** The first half of Pause (0xE1 0x1D) came: 0x45 completes it and is no Num Lock. */
    private boolean halfPause;
    /** Accent of the dead key that waits for a character; 0 = none. */
    private int accent;
    /** First half of a surrogate pair that came as two characters; 0 = none. */
    private int highSurrogate;

    /**
     * Makes a keyboard.
     *
     * @param layoutId keyboard layout id of Windows, e.g. 0x0000040C; 0 = unknown
     * @param listener hears of every press and repetition, on the caller's thread
     */
    public KeyboardTranslator(int layoutId, Consumer<KeyPress> listener) {
        this.layout = KeyboardLayout.of(layoutId);
        this.listener = listener;
    }

    /**
     * Changes the layout: another client has another keyboard.
     *
     * @param layoutId keyboard layout id of Windows; 0 = unknown
     */
    public void layout(int layoutId) {
        layout = KeyboardLayout.of(layoutId);
    }

    /**
     * Whether Caps Lock is on, for the hint beside a password.
     *
     * @return whether it is on
     */
    public boolean capsLock() {
        return capsLock;
    }

    @Override
    public void key(int scanCode, int prefix, boolean down) {
        if (scanCode < 1 || scanCode > 0x7F || halfOfPause(scanCode, prefix, down)) {
            return;
        }
        int code = prefix == PREFIX_EXTENDED ? scanCode | ScanCode.EXTENDED : scanCode;
        if (code == (ScanCode.SHIFT_LEFT | ScanCode.EXTENDED) || code == (ScanCode.SHIFT_RIGHT | ScanCode.EXTENDED)) {
            return; // the Shifts a PC keyboard invents around the grey navigation keys
        }
        boolean repeat = down && held.get(code);
        held.set(code, down);
        if (down) {
            recogniseAltGr(code, repeat);
            if (!isModifier(code)) {
                pressed(code, repeat);
            }
        } else if (code == ScanCode.CTRL) {
            inventedCtrl = false;
        }
    }

    /** Pause sends 0xE1 0x1D 0x45; what RDP makes of it is two keys, the second of which looks like Num Lock. */
    private boolean halfOfPause(int scanCode, int prefix, boolean down) {
        boolean completes = halfPause && scanCode == ScanCode.NUM_LOCK && prefix != PREFIX_EXTENDED;
        halfPause = prefix == PREFIX_PAUSE && scanCode == ScanCode.CTRL;
        if (halfPause && down) {
            emit(Key.PAUSE, 0, "", false);
        }
        return halfPause || completes || prefix == PREFIX_PAUSE;
    }

    /** Windows sends AltGr as left Ctrl, then right Alt, in one breath. */
    private void recogniseAltGr(int code, boolean repeat) {
        if (code == (ScanCode.ALT | ScanCode.EXTENDED) && !repeat && ctrlJustPressed && layout.hasAltGr()) {
            inventedCtrl = true;
        }
        ctrlJustPressed = code == ScanCode.CTRL && !repeat;
    }

    private boolean isModifier(int code) {
        return switch (code) {
            case ScanCode.CTRL,
                    ScanCode.CTRL | ScanCode.EXTENDED,
                    ScanCode.ALT,
                    ScanCode.ALT | ScanCode.EXTENDED,
                    ScanCode.SHIFT_LEFT,
                    ScanCode.SHIFT_RIGHT,
                    ScanCode.META_LEFT,
                    ScanCode.META_RIGHT -> true;
            default -> false;
        };
    }

    private void pressed(int code, boolean repeat) {
        switch (code) {
            case ScanCode.CAPS_LOCK -> capsLock ^= !repeat;
            case ScanCode.NUM_LOCK -> numLock ^= !repeat;
            case ScanCode.SCROLL_LOCK -> scrollLock ^= !repeat;
            default -> {
                @Nullable Key fixed = ScanCode.fixed(code);
                if (fixed != null) {
                    fixedKey(fixed, repeat);
                } else if (ScanCode.onKeypad(code)) {
                    keypad(code, repeat);
                } else {
                    characterKey(code, repeat);
                }
            }
        }
    }

    private void fixedKey(Key key, boolean repeat) {
        int character = switch (key) {
            case KEYPAD_DIVIDE -> '/';
            case KEYPAD_MULTIPLY -> '*';
            default -> 0;
        };
        emitTyping(key, character, modifiers(false), repeat);
    }

    /** With Num Lock the keypad types digits; Shift takes that back and is used up by it. */
    private void keypad(int code, boolean repeat) {
        boolean shift = shift();
        Key key = ScanCode.keypad(code, numLock && !shift);
        int character = switch (key) {
            case KEYPAD_ADD -> '+';
            case KEYPAD_SUBTRACT -> '-';
            case KEYPAD_DECIMAL -> layout.decimalSeparator();
            default -> key.keypadDigit() < 0 ? 0 : '0' + key.keypadDigit();
        };
        Modifiers now = modifiers(false);
        boolean usedUp = shift && numLock && !key.onKeypad();
        emitTyping(
                key,
                character,
                usedUp ? new Modifiers(false, now.ctrl(), now.alt(), now.altGr(), now.meta()) : now,
                repeat);
    }

    private void characterKey(int code, boolean repeat) {
        if (code == ScanCode.SPACE) {
            emitTyping(Key.CHARACTER, ' ', modifiers(false), repeat);
            return;
        }
        KeyboardLayout now = layout;
        boolean shift = shift() ^ (capsLock && now.capsActsAsShift(code));
        int third = wantsThirdLevel(now) ? now.character(code, shift, true) : 0;
        int character = third != 0 ? third : now.character(code, shift, false);
        if (character == 0) {
            return;
        }
        Modifiers modifiers = modifiers(third != 0);
        if ((character & KeyboardLayout.DEAD) != 0 && !modifiers.command()) {
            dead(character & ~KeyboardLayout.DEAD, modifiers, repeat);
        } else {
            emitTyping(Key.CHARACTER, character & ~KeyboardLayout.DEAD, modifiers, repeat);
        }
    }

    /** The third level is reached with AltGr or, as on Windows, with Ctrl and Alt. */
    private boolean wantsThirdLevel(KeyboardLayout now) {
        return now.hasAltGr() && (altGrHeld() || (ctrl() && held.get(ScanCode.ALT)));
    }

    /** The first accent waits; the second time it stands for itself. */
    private void dead(int newAccent, Modifiers modifiers, boolean repeat) {
        if (accent == 0) {
            accent = newAccent;
            emit(Key.CHARACTER, newAccent, "", modifiers, repeat);
        } else {
            emitTyping(Key.CHARACTER, newAccent, modifiers, repeat);
        }
    }

    private void emitTyping(Key key, int character, Modifiers modifiers, boolean repeat) {
        if (character == 0 || modifiers.command()) {
            accent = 0;
            emit(key, character, "", modifiers, repeat);
            return;
        }
        String text = accent == 0 ? Character.toString(character) : DeadKey.compose(accent, character);
        boolean one = text.codePointCount(0, text.length()) == 1;
        accent = 0;
        emit(key, one ? text.codePointAt(0) : character, text, modifiers, repeat);
    }

    private void emit(Key key, int character, String text, boolean repeat) {
        emit(key, character, text, modifiers(false), repeat);
    }

    private void emit(Key key, int character, String text, Modifiers modifiers, boolean repeat) {
        listener.accept(new KeyPress(key, character, text, modifiers, repeat));
    }

    @Override
    public void character(int codePoint, boolean down) {
        if (!down) {
            return;
        }
        int whole = codePoint;
        if (highSurrogate != 0
                && codePoint >= Character.MIN_LOW_SURROGATE
                && codePoint <= Character.MAX_LOW_SURROGATE) {
            whole = Character.toCodePoint((char) highSurrogate, (char) codePoint);
        }
        boolean half = codePoint >= Character.MIN_HIGH_SURROGATE && codePoint <= Character.MAX_HIGH_SURROGATE;
        highSurrogate = half ? codePoint : 0;
        boolean unpaired = whole >= Character.MIN_SURROGATE && whole <= Character.MAX_SURROGATE;
        if (!unpaired && Character.isValidCodePoint(whole)) {
            typed(whole);
        }
    }

    private void typed(int codePoint) {
        switch (codePoint) {
            case '\r', '\n' -> emit(Key.ENTER, 0, "", false);
            case '\t' -> emit(Key.TAB, 0, "", false);
            case 0x08, 0x7F -> emit(Key.BACKSPACE, 0, "", false);
            case 0x1B -> emit(Key.ESCAPE, 0, "", false);
            default -> {
                if (codePoint >= ' ' && !(codePoint >= 0x80 && codePoint <= 0x9F)) {
                    accent = 0;
                    emitTyping(Key.CHARACTER, codePoint, modifiers(false), false);
                }
            }
        }
    }

    @Override
    public void locks(boolean scroll, boolean num, boolean caps, boolean kana) {
        scrollLock = scroll;
        numLock = num;
        capsLock = caps;
    }

    @Override
    public void releaseAll() {
        held.clear();
        inventedCtrl = false;
        ctrlJustPressed = false;
        halfPause = false;
        accent = 0;
        highSurrogate = 0;
    }

    /**
     * Whether Scroll Lock is on.
     *
     * @return whether it is on
     */
    public boolean scrollLock() {
        return scrollLock;
    }

    /**
     * Whether Num Lock is on.
     *
     * @return whether it is on
     */
    public boolean numLock() {
        return numLock;
    }

    /**
     * The modifiers held now, for what the pointer does meanwhile.
     *
     * @return the modifiers
     */
    public Modifiers modifiers() {
        return modifiers(false);
    }

    private Modifiers modifiers(boolean thirdLevel) {
        boolean meta = held.get(ScanCode.META_LEFT) || held.get(ScanCode.META_RIGHT);
        if (thirdLevel) {
            return new Modifiers(shift(), false, false, true, meta);
        }
        boolean rightAlt = held.get(ScanCode.ALT | ScanCode.EXTENDED);
        return new Modifiers(shift(), ctrl(), held.get(ScanCode.ALT) || rightAlt, altGrHeld(), meta);
    }

    private boolean shift() {
        return held.get(ScanCode.SHIFT_LEFT) || held.get(ScanCode.SHIFT_RIGHT);
    }

    private boolean ctrl() {
        return (held.get(ScanCode.CTRL) && !inventedCtrl) || held.get(ScanCode.CTRL | ScanCode.EXTENDED);
    }

    private boolean altGrHeld() {
        return layout.hasAltGr() && held.get(ScanCode.ALT | ScanCode.EXTENDED);
    }
}
