package oriel.desktop.embedded.terminal;

/**
 * UTF-8 in pieces (RFC 3629). What is no UTF-8 becomes one replacement character per maximal subpart, as the Unicode
 * Standard recommends (section 3.9), so that a broken character never swallows the control sequence after it.
 */
final class Utf8Decoder {

    static final int REPLACEMENT = 0xFFFD;

    /** Result of {@link #next}: the character is not complete yet. */
    static final int INCOMPLETE = -1;

    /** Result of {@link #next}: what came before was broken, and the byte must be offered again. */
    static final int BROKEN = -2;

    private int codePoint;
    private int missing;
    private int lower = 0x80;
    private int upper = 0xBF;

    /** Whether no character is under way. */
    boolean idle() {
        return missing == 0;
    }

    /** Takes a byte (0 … 255): a code point, {@link #INCOMPLETE} or {@link #BROKEN}. */
    int next(int octet) {
        return missing == 0 ? first(octet) : continued(octet);
    }

    private int first(int octet) {
        if (octet < 0x80) {
            return octet;
        }
        if (octet < 0xC2 || octet > 0xF4) {
            return REPLACEMENT;
        }
        missing = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
        codePoint = octet & (0x3F >> missing);
        // the second byte tells overlong forms, surrogates and what lies beyond U+10FFFF
        lower = octet == 0xE0 ? 0xA0 : octet == 0xF0 ? 0x90 : 0x80;
        upper = octet == 0xED ? 0x9F : octet == 0xF4 ? 0x8F : 0xBF;
        return INCOMPLETE;
    }

    private int continued(int octet) {
        boolean fits = octet >= lower && octet <= upper;
        lower = 0x80;
        upper = 0xBF;
        if (!fits) {
            missing = 0;
            return BROKEN;
        }
        codePoint = codePoint << 6 | (octet & 0x3F);
        return --missing == 0 ? codePoint : INCOMPLETE;
    }
}
