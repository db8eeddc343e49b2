package oriel.wire;

/** Text in a field of fixed size: it ends at the first zero character; the last character of the field is always taken for one. */
public final class FixedText {
    private FixedText() {}

    /** Reads UTF-16LE text from a field of {@code size} bytes. */
    public static String utf16(WireReader in, int size, String field) {
        return cut(untilZero(in.utf16(size, field)), size / 2 - 1);
    }

    /** Reads single-byte text from a field of {@code size} bytes. */
    public static String latin1(WireReader in, int size, String field) {
        return cut(untilZero(in.latin1(size, field)), size - 1);
    }

    /** Writes UTF-16LE text to a field of {@code size} bytes; what does not fit before a terminator is cut off. */
    public static void utf16(WireWriter out, String text, int size) {
        String cut = cut(text, size / 2 - 1);
        out.utf16(cut).pad(size - 2 * cut.length());
    }

    /** Writes single-byte text to a field of {@code size} bytes; what does not fit before a terminator is cut off. */
    public static void latin1(WireWriter out, String text, int size) {
        String cut = cut(text, size - 1);
        out.latin1(cut).pad(size - cut.length());
    }

    /** The text before its first zero character. */
    public static String untilZero(String text) {
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
