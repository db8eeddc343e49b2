package oriel.licensing.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the flat objects of {@link JsonLine}, and nothing else that JSON has: no nesting, no fractions, no name twice. */
final class JsonReader {

    private static final int MOST_FIELDS = 64;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    Map<String, Object> object() throws MalformedLineException {
        Map<String, Object> fields = new LinkedHashMap<>();
        expect('{');
        if (!accept('}')) {
            do {
                String name = string();
                expect(':');
                if (fields.put(name, value()) != null) {
                    throw wrong("'" + name + "' is there twice");
                }
                if (fields.size() > MOST_FIELDS) {
                    throw wrong("there are too many fields");
                }
            } while (accept(','));
            expect('}');
        }
        space();
        if (at < text.length()) {
            throw wrong("something follows the object");
        }
        return fields;
    }

    private Object value() throws MalformedLineException {
        space();
        if (at < text.length() && text.charAt(at) == '"') {
            return string();
        }
        for (Boolean truth : new Boolean[] {true, false}) {
            if (text.startsWith(truth.toString(), at)) {
                at += truth.toString().length();
                return truth;
            }
        }
        return number();
    }

    private Long number() throws MalformedLineException {
        int from = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        if (!digits.matches("0|-?[1-9][0-9]{0,18}")) {
            throw wrong("a text, a whole number, true or false is expected");
        }
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw (MalformedLineException) wrong("a number is too large").initCause(e);
        }
    }

    private String string() throws MalformedLineException {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                throw wrong("a text holds a control character");
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws MalformedLineException {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("a text holds an escape that JSON does not have");
        };
    }

    private char unicode() throws MalformedLineException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw wrong("an escape has four hexadecimal digits");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    private char next() throws MalformedLineException {
        if (at == text.length()) {
            throw wrong("the line ends too early");
        }
        return text.charAt(at++);
    }

    private void expect(char wanted) throws MalformedLineException {
        if (!accept(wanted)) {
            throw wrong("'" + wanted + "' is expected");
        }
    }

    private boolean accept(char wanted) {
        space();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void space() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private MalformedLineException wrong(String what) {
        return new MalformedLineException("column " + (at + 1) + ": " + what);
    }
}
