package oriel.server.toml;

/** The four ways to write a string. */
final class TomlText {

    private TomlText() {}

    /** Reads a string whose first quote is next. */
    static String read(TomlCursor in) throws TomlException {
        if (in.skipIf("\"\"\"")) {
            return readLong(in, "\"\"\"", true);
        }
        if (in.skipIf("'''")) {
            return readLong(in, "'''", false);
        }
        char quote = in.next();
        return readShort(in, quote, quote == '"');
    }

    private static String readShort(TomlCursor in, char quote, boolean escapes) throws TomlException {
        int line = in.line();
        var text = new StringBuilder();
        while (!in.atEnd() && in.peek() != '\n') {
            char c = in.next();
            if (c == quote) {
                return text.toString();
            }
            if (c == '\\' && escapes) {
                escape(in, text);
            } else {
                text.append(c);
            }
        }
        throw new TomlException(line, "a string is not closed: a " + quote + " is missing at its end");
    }

    private static String readLong(TomlCursor in, String quotes, boolean escapes) throws TomlException {
        int line = in.line();
        var text = new StringBuilder();
        in.skipIf("\r");
        in.skipIf("\n");
        while (!in.atEnd()) {
            if (in.skipIf(quotes)) {
                return text.toString();
            }
            char c = in.next();
            if (c == '\\' && escapes) {
                escapeInLong(in, text);
            } else {
                text.append(c);
            }
        }
        throw new TomlException(line, "a string of several lines is not closed: " + quotes + " is missing at its end");
    }

    /** A backslash at the end of a line swallows the line end and all blanks that follow. */
    private static void escapeInLong(TomlCursor in, StringBuilder text) throws TomlException {
        if (in.peek() != '\n' && !in.sees("\r\n")) {
            escape(in, text);
            return;
        }
        while (!in.atEnd() && Character.isWhitespace(in.peek())) {
            in.next();
        }
    }

    private static void escape(TomlCursor in, StringBuilder text) throws TomlException {
        char c = in.next();
        switch (c) {
            case 'b' -> text.append('\b');
            case 't' -> text.append('\t');
            case 'n' -> text.append('\n');
            case 'f' -> text.append('\f');
            case 'r' -> text.append('\r');
            case '"', '\\' -> text.append(c);
            case 'u' -> text.appendCodePoint(codePoint(in, 4));
            case 'U' -> text.appendCodePoint(codePoint(in, 8));
            default ->
                throw new TomlException(
                        in.line(), "\\" + c + " means nothing in a string; write \\\\ for a backslash, or use '…'");
        }
    }

    private static int codePoint(TomlCursor in, int digits) throws TomlException {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(in.next(), 16);
            if (digit < 0 || value > 0x10FFFF >> 4) {
                throw new TomlException(in.line(), "\\u needs 4, \\U 8 hexadecimal digits of a character");
            }
            value = value << 4 | digit;
        }
        if (!Character.isValidCodePoint(value) || (value >= 0xD800 && value <= 0xDFFF)) {
            throw new TomlException(in.line(), "there is no character " + Integer.toHexString(value));
        }
        return value;
    }
}
