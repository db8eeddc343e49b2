package oriel.desktop.embedded.keyboard;

import java.text.Normalizer;

/** What a dead key makes of the character after it. */
final class DeadKey {

    private DeadKey() {}

    /**
     * Joins accent and character.
     *
     * @param accent    spacing form of the accent
     * @param character code point typed after it
     * @return the accented character; the accent alone after a space; both, when they do not go together
     */
    static String compose(int accent, int character) {
        if (character == ' ') {
            return Character.toString(accent);
        }
        if (accent == '\'' && Character.toLowerCase(character) == 'c') {
            return character == 'c' ? "ç" : "Ç"; // US International types the cedilla with its acute
        }
        int mark = mark(accent);
        String joined =
                Normalizer.normalize(Character.toString(character) + Character.toString(mark), Normalizer.Form.NFC);
        return mark != 0 && joined.codePointCount(0, joined.length()) == 1
                ? joined
                : Character.toString(accent) + Character.toString(character);
    }

    private static int mark(int accent) {
        return switch (accent) {
            case '`' -> 0x0300;
            case '´', '\'' -> 0x0301;
            case '^' -> 0x0302;
            case '~' -> 0x0303;
            case '¨', '"' -> 0x0308;
            default -> 0;
        };
    }
}
