package oriel.desktop.embedded.terminal;

/** The graphic sets that can be designated (ECMA-35; DEC VT220): what they make of the characters 0x20 … 0x7E. */
enum Charset {
    ASCII,
    UNITED_KINGDOM,
    /** DEC special graphics: lines and symbols in the place of 0x5F … 0x7E. */
    DEC_SPECIAL;

    private static final String SPECIAL = "\u00A0◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";
    private static final int SPECIAL_FIRST = 0x5F;

    /** The set of a designating escape sequence; unknown ones are taken for ASCII. */
    static Charset of(int last) {
        return switch (last) {
            case '0', '2' -> DEC_SPECIAL;
            case 'A' -> UNITED_KINGDOM;
            default -> ASCII;
        };
    }

    int map(int c) {
        return switch (this) {
            case ASCII -> c;
            case UNITED_KINGDOM -> c == '#' ? '£' : c;
            case DEC_SPECIAL -> c >= SPECIAL_FIRST && c < 0x7F ? SPECIAL.charAt(c - SPECIAL_FIRST) : c;
        };
    }
}
