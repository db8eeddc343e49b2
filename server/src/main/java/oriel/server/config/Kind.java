package oriel.server.config;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oriel.server.toml.TomlValue;

/**
 * What values a key may have.
 *
 * @param <T> what they are in Java
 */
public sealed interface Kind<T> {

    /**
     * The class of the values.
     *
     * @return the class
     */
    Class<T> type();

    /**
     * What is allowed, for messages and the documentation.
     *
     * @return a clause, e.g. {@code true or false}
     */
    String expectation();

    /**
     * Reads a value as the environment or a flag gives it.
     *
     * @param text the value
     * @return it, if it is allowed
     */
    Optional<T> parse(String text);

    /**
     * Writes a value as it stands in the file.
     *
     * @param value the value
     * @return TOML
     */
    String toToml(T value);

    /**
     * Reads a value of the file.
     *
     * @param value the value
     * @return it, if it is of the right type and allowed
     */
    default Optional<T> read(TomlValue value) {
        return value instanceof TomlValue.Text text ? parse(text.value()) : Optional.empty();
    }

    /** True or false. */
    record Truth() implements Kind<Boolean> {
        @Override
        public Class<Boolean> type() {
            return Boolean.class;
        }

        @Override
        public String expectation() {
            return "true or false";
        }

        @Override
        public Optional<Boolean> parse(String text) {
            return switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Boolean> read(TomlValue value) {
            return value instanceof TomlValue.Truth truth ? Optional.of(truth.value()) : Optional.empty();
        }

        @Override
        public String toToml(Boolean value) {
            return value.toString();
        }
    }

    /**
     * A whole number.
     *
     * @param least lowest allowed
     * @param most  highest allowed
     */
    record Whole(int least, int most) implements Kind<Integer> {
        @Override
        public Class<Integer> type() {
            return Integer.class;
        }

        @Override
        public String expectation() {
            return "a number from " + least + " to " + most;
        }

        @Override
        public Optional<Integer> parse(String text) {
            try {
                return inRange(Long.parseLong(text));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public Optional<Integer> read(TomlValue value) {
            return value instanceof TomlValue.Whole whole ? inRange(whole.value()) : Optional.empty();
        }

        private Optional<Integer> inRange(long number) {
            return number < least || number > most ? Optional.empty() : Optional.of((int) number);
        }

        @Override
        public String toToml(Integer value) {
            return value.toString();
        }
    }

    /**
     * Text of any kind.
     *
     * @param expectation what it should say
     */
    record Text(String expectation) implements Kind<String> {
        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public Optional<String> parse(String text) {
            return text.length() > 4096 || text.chars().anyMatch(c -> c < ' ') ? Optional.empty() : Optional.of(text);
        }

        @Override
        public String toToml(String value) {
            return quoted(value);
        }
    }

    /**
     * One of a few words.
     *
     * @param words those that are allowed
     */
    record Word(List<String> words) implements Kind<String> {
        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public String expectation() {
            return words.size() == 1
                    ? quoted(words.getFirst())
                    : "one of "
                            + String.join(", ", words.stream().map(Kind::quoted).toList());
        }

        @Override
        public Optional<String> parse(String text) {
            return words.contains(text) ? Optional.of(text) : Optional.empty();
        }

        @Override
        public String toToml(String value) {
            return quoted(value);
        }
    }

    /**
     * A length of time, written as a number and a unit.
     *
     * @param least shortest allowed
     * @param most  longest allowed
     */
    record Span(Duration least, Duration most) implements Kind<Duration> {

        private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

        @Override
        public Class<Duration> type() {
            return Duration.class;
        }

        @Override
        public String expectation() {
            return "a time from " + quoted(written(least)) + " to " + quoted(written(most));
        }

        @Override
        public Optional<Duration> parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return text.equals("0") && least.isZero() ? Optional.of(Duration.ZERO) : Optional.empty();
            }
            long number = Long.parseLong(form.group(1));
            Duration span = switch (form.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
            return span.compareTo(least) < 0 || span.compareTo(most) > 0 ? Optional.empty() : Optional.of(span);
        }

        @Override
        public String toToml(Duration value) {
            return quoted(written(value));
        }

        private static String written(Duration span) {
            long millis = span.toMillis();
            if (millis == 0) {
                return "0";
            } else if (millis % 86_400_000 == 0) {
                return millis / 86_400_000 + "d";
            } else if (millis % 3_600_000 == 0) {
                return millis / 3_600_000 + "h";
            } else if (millis % 60_000 == 0) {
                return millis / 60_000 + "m";
            }
            return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
        }
    }

    /**
     * Whole numbers, written in one text with commas between them.
     *
     * @param least lowest allowed
     * @param most  highest allowed
     */
    record Numbers(int least, int most) implements Kind<List<Integer>> {
        @Override
        @SuppressWarnings("unchecked")
        public Class<List<Integer>> type() {
            return (Class<List<Integer>>) (Class<?>) List.class;
        }

        @Override
        public String expectation() {
            return "numbers from " + least + " to " + most + " such as " + quoted("80, 95");
        }

        @Override
        public Optional<List<Integer>> parse(String text) {
            List<Integer> numbers = new ArrayList<>();
            for (String word : text.isBlank() ? new String[0] : text.split(",", -1)) {
                Optional<Integer> number = new Whole(least, most).parse(word.strip());
                if (number.isEmpty()) {
                    return Optional.empty();
                }
                numbers.add(number.get());
            }
            return Optional.of(List.copyOf(numbers));
        }

        @Override
        public String toToml(List<Integer> value) {
            return quoted(String.join(", ", value.stream().map(String::valueOf).toList()));
        }
    }

    /** Where a listener listens: {@code host:port}, {@code [IPv6]:port}, {@code :port} or a port alone. */
    record Address() implements Kind<InetSocketAddress> {

        private static final Pattern FORM = Pattern.compile("(?:(\\[[^\\]]+\\]|[^:\\[\\]]*):)?([0-9]{1,5})");

        @Override
        public Class<InetSocketAddress> type() {
            return InetSocketAddress.class;
        }

        @Override
        public String expectation() {
            return "an address such as \"0.0.0.0:3389\", \"[::1]:3389\" or \"3389\"";
        }

        /** The host is not looked up here: a name server that is away must not spoil the check of a file. */
        @Override
        public Optional<InetSocketAddress> parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches() || Integer.parseInt(form.group(2)) > 65535) {
                return Optional.empty();
            }
            String host = form.group(1) == null || form.group(1).isEmpty() ? "0.0.0.0" : form.group(1);
            return Optional.of(InetSocketAddress.createUnresolved(
                    host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                    Integer.parseInt(form.group(2))));
        }

        @Override
        public String toToml(InetSocketAddress value) {
            return quoted(written(value));
        }

        /**
         * Writes an address as it is read.
         *
         * @param address the address
         * @return {@code host:port}
         */
        public static String written(InetSocketAddress address) {
            String host = address.getHostString();
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
