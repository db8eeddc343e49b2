package oriel.licensing.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A JSON object on a line (RFC 8259), as packs and exports are made of: its values are texts, whole numbers and truth values. A field
 * that has no value is left out.
 */
final class JsonLine {

    /** The longest line that is read; a pack within an export is a line. */
    static final int LONGEST = 512 * 1024;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Map<String, Object> fields;

    private JsonLine(Map<String, Object> fields) {
        this.fields = fields;
    }

    JsonLine() {
        this(new LinkedHashMap<>());
    }

    /** Reads an object; nothing may follow it. */
    static JsonLine parse(String line) throws MalformedLineException {
        if (line.length() > LONGEST) {
            throw new MalformedLineException("a line of " + line.length() + " characters is too long");
        }
        return new JsonLine(new JsonReader(line).object());
    }

    JsonLine put(String name, String value) {
        fields.put(name, value);
        return this;
    }

    JsonLine put(String name, long value) {
        fields.put(name, value);
        return this;
    }

    JsonLine put(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    /** Writes what there is: a text, a number, a moment. */
    JsonLine put(String name, Optional<?> value) {
        value.ifPresent(present ->
                fields.put(name, present instanceof Long || present instanceof Boolean ? present : present.toString()));
        return this;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) throws MalformedLineException {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new MalformedLineException("'" + name + "' is missing or no text");
    }

    long number(String name) throws MalformedLineException {
        if (fields.get(name) instanceof Long number) {
            return number;
        }
        throw new MalformedLineException("'" + name + "' is missing or no whole number");
    }

    int count(String name) throws MalformedLineException {
        long number = number(name);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new MalformedLineException("'" + name + "' is out of range");
        }
        return (int) number;
    }

    boolean truth(String name) throws MalformedLineException {
        if (fields.get(name) instanceof Boolean truth) {
            return truth;
        }
        throw new MalformedLineException("'" + name + "' is missing or neither true nor false");
    }

    Instant moment(String name) throws MalformedLineException {
        try {
            Instant moment = Instant.parse(text(name));
            if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST)) {
                throw new MalformedLineException("'" + name + "' is before 1970 or after 9999");
            }
            return moment;
        } catch (DateTimeException e) {
            throw (MalformedLineException)
                    new MalformedLineException("'" + name + "' is no moment like 2026-01-31T12:00:00Z").initCause(e);
        }
    }

    Optional<String> textIfAny(String name) throws MalformedLineException {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    Optional<Instant> momentIfAny(String name) throws MalformedLineException {
        return has(name) ? Optional.of(moment(name)) : Optional.empty();
    }

    OptionalLong countIfAny(String name) throws MalformedLineException {
        return has(name) ? OptionalLong.of(count(name)) : OptionalLong.empty();
    }

    /** Refuses fields that nobody would read: a pack must not say what a reader overlooks. */
    void only(Set<String> names) throws MalformedLineException {
        for (String name : fields.keySet()) {
            if (!names.contains(name)) {
                throw new MalformedLineException("'" + name + "' is not known here");
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("{");
        fields.forEach((name, value) -> {
            if (out.length() > 1) {
                out.append(',');
            }
            quote(out, name);
            out.append(':');
            if (value instanceof String text) {
                quote(out, text);
            } else {
                out.append(value);
            }
        });
        return out.append('}').toString();
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // What lines, terminals and encoders of UTF-8 stumble over is written as a number.
                    if (c < ' ' || c == 0x7F || c == 0x2028 || c == 0x2029 || c == 0x85 || Character.isSurrogate(c)) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
