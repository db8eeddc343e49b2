package oriel.server.toml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a TOML document, and the line it stands on. */
public sealed interface TomlValue {

    /**
     * Where it stands.
     *
     * @return line, counted from 1
     */
    int line();

    /**
     * What kind of value it is, for messages.
     *
     * @return e.g. {@code a string}
     */
    String kind();

    /**
     * Text.
     *
     * @param line  where it stands
     * @param value the text, escapes resolved
     */
    record Text(int line, String value) implements TomlValue {
        @Override
        public String kind() {
            return "a string";
        }
    }

    /**
     * An integer.
     *
     * @param line  where it stands
     * @param value the number
     */
    record Whole(int line, long value) implements TomlValue {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /**
     * A floating-point number.
     *
     * @param line  where it stands
     * @param value the number
     */
    record Decimal(int line, double value) implements TomlValue {
        @Override
        public String kind() {
            return "a decimal number";
        }
    }

    /**
     * True or false.
     *
     * @param line  where it stands
     * @param value which of them
     */
    record Truth(int line, boolean value) implements TomlValue {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    /**
     * An array.
     *
     * @param line   where it begins
     * @param values its elements
     */
    record Sequence(int line, List<TomlValue> values) implements TomlValue {
        /** Copies the elements. */
        public Sequence {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A table. Grows while the document is read, and is not changed afterwards. */
    final class Table implements TomlValue {

        private final int line;
        private final Map<String, TomlValue> values = new LinkedHashMap<>();
        /** Whether its own header was seen; a second header of the same name is an error. */
        private boolean defined;
        /** Whether it was written in line, as a value: nothing may be added to it later. */
        private boolean closed;

        Table(int line) {
            this.line = line;
        }

        boolean define() {
            boolean first = !defined && !closed;
            defined = true;
            return first;
        }

        void close() {
            closed = true;
        }

        boolean closed() {
            return closed;
        }

        Map<String, TomlValue> open() {
            return values;
        }

        /**
         * What it holds.
         *
         * @return values by key, in the order of the document
         */
        public Map<String, TomlValue> values() {
            return java.util.Collections.unmodifiableMap(values);
        }

        @Override
        public int line() {
            return line;
        }

        @Override
        public String kind() {
            return "a table";
        }
    }
}
