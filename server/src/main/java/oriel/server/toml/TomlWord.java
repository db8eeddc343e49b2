package oriel.server.toml;

import java.util.regex.Pattern;

/** Values that are written without quotes: numbers, true, false. */
final class TomlWord {

    private static final Pattern WHOLE = Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)(\\.[0-9](_?[0-9])*)?([eE][+-]?[0-9](_?[0-9])*)?");
    private static final Pattern BASED = Pattern.compile("0(x[0-9A-Fa-f_]+|o[0-7_]+|b[01_]+)");

    private TomlWord() {}

    static TomlValue value(int line, String word) throws TomlException {
        if (word.equals("true") || word.equals("false")) {
            return new TomlValue.Truth(line, word.equals("true"));
        }
        String digits = word.replace("_", "");
        try {
            if (WHOLE.matcher(word).matches()) {
                return new TomlValue.Whole(line, Long.parseLong(digits));
            }
            if (BASED.matcher(word).matches()) {
                return new TomlValue.Whole(line, Long.parseLong(digits.substring(2), base(digits.charAt(1))));
            }
            if (DECIMAL.matcher(word).matches()) {
                return new TomlValue.Decimal(line, Double.parseDouble(digits));
            }
        } catch (NumberFormatException e) {
            throw new TomlException(line, "the number " + word + " is too large");
        }
        if (word.isEmpty()) {
            throw new TomlException(line, "a value is missing after '='");
        }
        throw new TomlException(line, "'" + word + "' is no value; text needs quotes: \"" + word + "\"");
    }

    private static int base(char letter) {
        return switch (letter) {
            case 'x' -> 16;
            case 'o' -> 8;
            default -> 2;
        };
    }
}
