package oriel.server.toml;

/** Walks over the characters of a document and counts its lines. */
final class TomlCursor {

    /** What {@link #peek} gives at the end of the document. */
    static final char END = '\0';

    private final String text;
    private int at;
    private int line = 1;

    TomlCursor(String text) {
        this.text = text;
    }

    int line() {
        return line;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return atEnd() ? END : text.charAt(at);
    }

    char next() {
        char c = peek();
        at++;
        if (c == '\n') {
            line++;
        }
        return c;
    }

    boolean sees(String wanted) {
        return text.startsWith(wanted, at);
    }

    boolean skipIf(String wanted) {
        if (!sees(wanted)) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            next();
        }
        return true;
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            next();
        }
    }

    /** Skips blanks, comments and line ends. */
    void skipEmpty() {
        while (!atEnd()) {
            skipBlanks();
            if (peek() == '#') {
                skipComment();
            } else if (peek() == '\n' || sees("\r\n")) {
                next();
            } else {
                return;
            }
        }
    }

    void skipComment() {
        while (!atEnd() && peek() != '\n') {
            next();
        }
    }

    /** Demands that nothing but a comment follows on this line. */
    void endLine() throws TomlException {
        skipBlanks();
        if (peek() == '#') {
            skipComment();
        }
        skipIf("\r");
        if (!atEnd() && next() != '\n') {
            throw new TomlException(line, "something follows that does not belong on this line: '" + rest() + "'");
        }
    }

    /** What stands from the last character read to the end of the line, for messages. */
    String rest() {
        int from = Math.max(0, Math.min(at, text.length()) - 1);
        int to = text.indexOf('\n', from);
        String found = text.substring(from, to < 0 ? text.length() : to).strip();
        return found.length() > 30 ? found.substring(0, 30) + "…" : found;
    }

    /** Reads the longest run of characters that may stand in a bare word. */
    String word(String furtherCharacters) {
        int from = at;
        while (!atEnd() && (isBare(peek()) || furtherCharacters.indexOf(peek()) >= 0)) {
            next();
        }
        return text.substring(from, at);
    }

    private static boolean isBare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
