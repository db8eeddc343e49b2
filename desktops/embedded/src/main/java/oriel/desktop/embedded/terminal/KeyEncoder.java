package oriel.desktop.embedded.terminal;

import java.nio.charset.StandardCharsets;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;

/** What a key sends to the program: xterm's "PC-style function keys" with its default {@code modifyCursorKeys} of 2. */
final class KeyEncoder {

    private static final String CSI = "\u001B[";
    private static final String SS3 = "\u001BO";
    private static final String ESC = "\u001B";
    private static final String DEL = "\u007F";
    private static final int[] FUNCTION_NUMBERS = {15, 17, 18, 19, 20, 21, 23, 24};

    private KeyEncoder() {}

    /** The bytes; empty when the key means nothing to a program. */
    static byte[] encode(KeyPress press, Modes modes) {
        return text(press, modes).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(KeyPress press, Modes modes) {
        Modifiers held = press.modifiers();
        return switch (press.key()) {
            case CHARACTER -> character(press);
            case ENTER, KEYPAD_ENTER -> alt(held, modes.ansi(Modes.NEW_LINE) ? "\r\n" : "\r");
            case TAB -> held.shift() ? CSI + "Z" : alt(held, "\t");
            case BACKSPACE -> backspace(held, modes);
            case ESCAPE -> alt(held, ESC);
            case UP -> cursor('A', held, modes);
            case DOWN -> cursor('B', held, modes);
            case RIGHT -> cursor('C', held, modes);
            case LEFT -> cursor('D', held, modes);
            case BEGIN -> cursor('E', held, modes);
            case END -> cursor('F', held, modes);
            case HOME -> cursor('H', held, modes);
            case INSERT -> numbered(2, held);
            case DELETE -> numbered(3, held);
            case PAGE_UP -> numbered(5, held);
            case PAGE_DOWN -> numbered(6, held);
            case MENU -> numbered(29, held);
            case PAUSE, BREAK, PRINT_SCREEN -> "";
            default -> press.key().onKeypad() ? character(press) : function(press.key(), held);
        };
    }

    private static String alt(Modifiers held, String text) {
        return held.alt() ? ESC + text : text;
    }

    private static String backspace(Modifiers held, Modes modes) {
        boolean control = held.ctrl() != modes.dec(Modes.BACKSPACE_SENDS_BS);
        return alt(held, control ? "\b" : DEL);
    }

    /** xterm's number for the modifiers: 1 and a bit for each. */
    private static int number(Modifiers held) {
        return 1 + (held.shift() ? 1 : 0) + (held.alt() ? 2 : 0) + (held.ctrl() ? 4 : 0) + (held.meta() ? 8 : 0);
    }

    private static String cursor(char last, Modifiers held, Modes modes) {
        int modifiers = number(held);
        if (modifiers > 1) {
            return CSI + "1;" + modifiers + last;
        }
        return (modes.dec(Modes.CURSOR_KEYS) ? SS3 : CSI) + last;
    }

    private static String numbered(int key, Modifiers held) {
        int modifiers = number(held);
        return CSI + key + (modifiers > 1 ? ";" + modifiers : "") + "~";
    }

    /** F13 … F24 are F1 … F12 with Shift, as terminfo's {@code kf13} … {@code kf24} for xterm say. */
    private static String function(Key key, Modifiers held) {
        int number = key.functionNumber();
        if (number > 12) {
            var shifted = new Modifiers(true, held.ctrl(), held.alt(), held.altGr(), held.meta());
            return function(Key.function(number - 12), shifted);
        }
        if (number > 4) {
            return numbered(FUNCTION_NUMBERS[number - 5], held);
        }
        int modifiers = number(held);
        char last = (char) ('P' + number - 1);
        return modifiers > 1 ? CSI + "1;" + modifiers + last : SS3 + last;
    }

    private static String character(KeyPress press) {
        if (press.types()) {
            return press.text();
        }
        if (press.character() == 0 || !press.modifiers().command()) {
            return "";
        }
        if (press.modifiers().meta()) {
            return ""; // the Windows key belongs to the desktop
        }
        int c = press.modifiers().ctrl() ? control(press.character()) : press.character();
        return alt(press.modifiers(), Character.toString(c));
    }

    /** The control character of a character, as VT220 keyboards have it; others stay what they are. */
    private static int control(int c) {
        if ((c >= '@' && c <= '_') || (c >= 'a' && c <= 'z')) {
            return c & 0x1F;
        }
        return switch (c) {
            case ' ', '2' -> 0x00;
            case '3' -> 0x1B;
            case '4' -> 0x1C;
            case '5' -> 0x1D;
            case '6', '~' -> 0x1E;
            case '7', '/', '-' -> 0x1F;
            case '8', '?' -> 0x7F;
            default -> c;
        };
    }
}
