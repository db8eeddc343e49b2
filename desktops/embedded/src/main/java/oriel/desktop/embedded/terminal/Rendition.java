package oriel.desktop.embedded.terminal;

/** SGR — Select Graphic Rendition (ECMA-48, 8.3.117, and xterm's colours; ISO 8613-6 for the forms with colons). */
final class Rendition {

    private static final int FOREGROUND = 30;
    private static final int BACKGROUND = 40;
    private static final int BRIGHT_FOREGROUND = 90;
    private static final int BRIGHT_BACKGROUND = 100;
    private static final int EXTENDED = 8;
    private static final int DEFAULT = 9;
    private static final int UNDERLINE_COLOR = 58;

    private final Cursor cursor;
    private final Parameters parameters;
    private int at;

    private Rendition(Cursor cursor, Parameters parameters) {
        this.cursor = cursor;
        this.parameters = parameters;
    }

    static void select(Cursor cursor, Parameters parameters) {
        if (parameters.size() == 0) {
            cursor.resetRendition();
        } else {
            new Rendition(cursor, parameters).all();
        }
    }

    private void all() {
        while (at < parameters.size()) {
            one(parameters.get(at, 0));
            at++;
            while (parameters.refines(at)) {
                at++;
            }
        }
    }

    private void one(int code) {
        if (code >= FOREGROUND && code <= FOREGROUND + DEFAULT) {
            foreground(color(code - FOREGROUND));
        } else if (code >= BACKGROUND && code <= BACKGROUND + DEFAULT) {
            background(color(code - BACKGROUND));
        } else if (code >= BRIGHT_FOREGROUND && code < BRIGHT_FOREGROUND + 8) {
            foreground(Cell.INDEXED | code - BRIGHT_FOREGROUND + 8);
        } else if (code >= BRIGHT_BACKGROUND && code < BRIGHT_BACKGROUND + 8) {
            background(Cell.INDEXED | code - BRIGHT_BACKGROUND + 8);
        } else if (code == UNDERLINE_COLOR) {
            color(EXTENDED); // read past it: underlines have the colour of the text
        } else {
            style(code);
        }
    }

    private void style(int code) {
        switch (code) {
            case 0 -> cursor.resetRendition();
            case 1 -> cursor.foreground |= Cell.BOLD;
            case 2 -> cursor.foreground |= Cell.DIM;
            case 3 -> cursor.foreground |= Cell.ITALIC;
            case 4 -> underline(parameters.refines(at + 1) ? parameters.get(at + 1, 1) : 1);
            case 5, 6 -> cursor.foreground |= Cell.BLINK;
            case 7 -> cursor.foreground |= Cell.INVERSE;
            case 8 -> cursor.foreground |= Cell.INVISIBLE;
            case 9 -> cursor.background |= Cell.STRIKE;
            case 21 -> underline(2);
            case 22 -> cursor.foreground &= ~(Cell.BOLD | Cell.DIM);
            case 23 -> cursor.foreground &= ~Cell.ITALIC;
            case 24 -> underline(0);
            case 25 -> cursor.foreground &= ~Cell.BLINK;
            case 27 -> cursor.foreground &= ~Cell.INVERSE;
            case 28 -> cursor.foreground &= ~Cell.INVISIBLE;
            case 29 -> cursor.background &= ~Cell.STRIKE;
            case 53 -> cursor.background |= Cell.OVERLINE;
            case 55 -> cursor.background &= ~Cell.OVERLINE;
            default -> {}
        }
    }

    private void underline(int kind) {
        cursor.background = (cursor.background & ~Cell.UNDERLINE) | (kind <= 5 ? kind << 28 : Cell.UNDERLINE_SINGLE);
    }

    private void foreground(int color) {
        if (color >= 0) {
            cursor.foreground = (cursor.foreground & ~Cell.COLOR) | color;
        }
    }

    private void background(int color) {
        if (color >= 0) {
            cursor.background = (cursor.background & ~Cell.COLOR) | color;
        }
    }

    /** The colour of 30 … 39 or 40 … 49 without its tens; −1 = none. */
    private int color(int digit) {
        return switch (digit) {
            case EXTENDED -> parameters.refines(at + 1) ? extendedWithColons() : extended();
            case DEFAULT -> Cell.DEFAULT;
            default -> Cell.INDEXED | digit;
        };
    }

    /** 38;5;n and 38;2;r;g;b: what programs send. */
    private int extended() {
        int kind = parameters.get(++at, 0);
        if (kind == 5) {
            return indexed(parameters.get(++at, 0));
        }
        if (kind == 2) {
            at += 3;
            return rgb(at - 2);
        }
        return -1;
    }

    /** 38:5:n and 38:2:space:r:g:b, where programs often leave the colour space out. */
    private int extendedWithColons() {
        int count = 0;
        while (parameters.refines(at + 1 + count)) {
            count++;
        }
        int first = at + 1;
        at += count;
        return switch (parameters.get(first, 0)) {
            case 5 -> indexed(parameters.get(first + 1, 0));
            case 2 -> count >= 4 ? rgb(first + (count >= 5 ? 2 : 1)) : -1;
            default -> -1;
        };
    }

    private static int indexed(int index) {
        return index < 256 ? Cell.INDEXED | index : -1;
    }

    private int rgb(int first) {
        int r = parameters.get(first, 0);
        int g = parameters.get(first + 1, 0);
        int b = parameters.get(first + 2, 0);
        return (r | g | b) < 256 ? Cell.RGB | r << 16 | g << 8 | b : -1;
    }

    /** The parameters that would bring the present rendition about, for DECRQSS. */
    static String report(Cursor cursor) {
        var text = new StringBuilder("0");
        int[] flags = {Cell.BOLD, Cell.DIM, Cell.ITALIC, 0, Cell.BLINK, 0, Cell.INVERSE, Cell.INVISIBLE};
        for (int i = 0; i < flags.length; i++) {
            if ((cursor.foreground & flags[i]) != 0) {
                text.append(';').append(i + 1);
            }
        }
        int underline = (cursor.background & Cell.UNDERLINE) >>> 28;
        if (underline != 0) {
            text.append(underline == 1 ? ";4" : ";4:" + underline);
        }
        text.append((cursor.background & Cell.STRIKE) != 0 ? ";9" : "");
        text.append((cursor.background & Cell.OVERLINE) != 0 ? ";53" : "");
        color(text, cursor.foreground, FOREGROUND);
        color(text, cursor.background, BACKGROUND);
        return text.toString();
    }

    private static void color(StringBuilder text, int color, int base) {
        int value = color & Cell.VALUE;
        switch (color & Cell.KIND) {
            case Cell.INDEXED -> {
                if (value < 8) {
                    text.append(';').append(base + value);
                } else if (value < 16) {
                    text.append(';').append(base + BRIGHT_FOREGROUND - FOREGROUND + value - 8);
                } else {
                    text.append(';').append(base + EXTENDED).append(":5:").append(value);
                }
            }
            case Cell.RGB ->
                text.append(';')
                        .append(base + EXTENDED)
                        .append(":2::" + (value >> 16) + ":" + (value >> 8 & 0xFF) + ":" + (value & 0xFF));
            default -> {}
        }
    }
}
