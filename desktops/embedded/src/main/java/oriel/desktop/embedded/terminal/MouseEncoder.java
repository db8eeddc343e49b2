package oriel.desktop.embedded.terminal;

import java.nio.charset.StandardCharsets;
import oriel.contract.desktop.PointerSink;
import oriel.desktop.embedded.keyboard.Modifiers;

/** What the mouse sends to the program (ctlseqs, "Mouse Tracking"). */
final class MouseEncoder {

    private static final String CSI = "\u001B[";
    private static final int RELEASED = 3;
    private static final int MOTION = 32;
    private static final int WHEEL = 64;
    /** Beyond this the old form, a byte per number, has no room: 255 − 32. */
    private static final int LAST_IN_OLD_FORM = 223;

    private MouseEncoder() {}

    /** What happened. */
    enum Action {
        PRESS,
        RELEASE,
        MOVE
    }

    /**
     * A button or a movement.
     *
     * @param button as in {@link PointerSink}; 0 = none (for movements)
     * @param column from 0
     * @param row    from 0
     * @return the bytes; empty when the program does not want to hear of it
     */
    static byte[] encode(Action action, int button, int column, int row, Modifiers held, Modes modes) {
        int code = code(button);
        if (code < 0 || !wanted(action, button, modes)) {
            return new byte[0];
        }
        if (modes.dec(Modes.MOUSE_X10) && !reportsButtons(modes)) {
            return encode(code, column, row, true, modes);
        }
        int all = code + modifiers(held) + (action == Action.MOVE ? MOTION : 0);
        return encode(all, column, row, action != Action.RELEASE, modes);
    }

    /** One notch of the wheel. */
    static byte[] wheel(boolean up, int column, int row, Modifiers held, Modes modes) {
        return reportsButtons(modes)
                ? encode(WHEEL + (up ? 0 : 1) + modifiers(held), column, row, true, modes)
                : new byte[0];
    }

    private static boolean reportsButtons(Modes modes) {
        return modes.dec(Modes.MOUSE_BUTTONS) || modes.dec(Modes.MOUSE_DRAG) || modes.dec(Modes.MOUSE_MOTION);
    }

    private static boolean wanted(Action action, int button, Modes modes) {
        return switch (action) {
            case PRESS -> modes.mouse();
            case RELEASE -> reportsButtons(modes);
            case MOVE -> modes.dec(Modes.MOUSE_MOTION) || (modes.dec(Modes.MOUSE_DRAG) && button != 0);
        };
    }

    private static int code(int button) {
        return switch (button) {
            case 0 -> RELEASED;
            case PointerSink.LEFT -> 0;
            case PointerSink.MIDDLE -> 1;
            case PointerSink.RIGHT -> 2;
            case PointerSink.EXTRA_1 -> 128;
            case PointerSink.EXTRA_2 -> 129;
            default -> -1;
        };
    }

    private static int modifiers(Modifiers held) {
        return (held.shift() ? 4 : 0) + (held.alt() ? 8 : 0) + (held.ctrl() ? 16 : 0);
    }

    private static byte[] encode(int code, int column, int row, boolean down, Modes modes) {
        if (modes.dec(Modes.MOUSE_SGR)) {
            String text = CSI + "<" + code + ";" + (column + 1) + ";" + (row + 1) + (down ? "M" : "m");
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        if (column >= LAST_IN_OLD_FORM || row >= LAST_IN_OLD_FORM) {
            return new byte[0];
        }
        int shown = down ? code : (code & ~RELEASED) | RELEASED; // the old form does not tell which button it was
        return new byte[] {0x1B, '[', 'M', (byte) (shown + 32), (byte) (column + 33), (byte) (row + 33)};
    }
}
