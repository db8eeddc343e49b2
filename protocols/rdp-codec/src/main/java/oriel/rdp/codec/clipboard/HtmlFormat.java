package oriel.rdp.codec.clipboard;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The registered clipboard format "HTML Format" (also CF_HTML): a header of lines {@code key:value} that gives byte offsets of the context
 * and of the fragment that was selected, then HTML in UTF-8.
 */
public final class HtmlFormat {
    private static final String HEADER =
            "Version:0.9\r\nStartHTML:%010d\r\nEndHTML:%010d\r\nStartFragment:%010d\r\nEndFragment:%010d\r\n";
    private static final String BEFORE = "<html><body>\r\n<!--StartFragment-->";
    private static final String AFTER = "<!--EndFragment-->\r\n</body></html>";

    /** Nothing of interest comes later than this. */
    private static final int LONGEST_HEADER = 4096;

    private HtmlFormat() {}

    /**
     * Puts the header before a piece of HTML and ends it with a zero, as Windows programs expect.
     *
     * @param html HTML in UTF-8
     * @return content of the format
     */
    public static byte[] wrap(byte[] html) {
        int start = HEADER.formatted(0, 0, 0, 0).length();
        int fragment = start + BEFORE.length();
        int end = fragment + html.length;
        byte[] header = (HEADER.formatted(start, end + AFTER.length(), fragment, end) + BEFORE)
                .getBytes(StandardCharsets.US_ASCII);
        byte[] after = AFTER.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[header.length + html.length + after.length + 1];
        System.arraycopy(header, 0, whole, 0, header.length);
        System.arraycopy(html, 0, whole, header.length, html.length);
        System.arraycopy(after, 0, whole, header.length + html.length, after.length);
        return whole;
    }

    /**
     * The fragment that was selected; where the header does not tell a possible one, everything from StartHTML on; where there is no
     * header, everything.
     *
     * @param content content of the format
     * @return HTML in UTF-8
     */
    public static byte[] fragment(byte[] content) {
        int length = content.length;
        while (length > 0 && content[length - 1] == 0) {
            length--;
        }
        String header = new String(content, 0, Math.min(length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
        int start = offset(header, "startfragment:");
        int end = offset(header, "endfragment:");
        if (start < 0 || end < start || end > length) {
            start = offset(header, "starthtml:");
            end = length;
        }
        if (start < 0 || start > length) {
            start = 0;
        }
        byte[] html = new byte[end - start];
        System.arraycopy(content, start, html, 0, html.length);
        return html;
    }

    /** The number behind a key at the beginning of a line of the header; -1 = there is none. */
    private static int offset(String header, String key) {
        for (int at = 0; at < header.length() && header.charAt(at) != '<'; at = nextLine(header, at)) {
            if (header.regionMatches(true, at, key, 0, key.length())) {
                return number(header, at + key.length());
            }
        }
        return -1;
    }

    private static int nextLine(String header, int at) {
        int next = at;
        while (next < header.length() && header.charAt(next) != '\r' && header.charAt(next) != '\n') {
            next++;
        }
        while (next < header.length() && (header.charAt(next) == '\r' || header.charAt(next) == '\n')) {
            next++;
        }
        return next;
    }

    private static int number(String header, int from) {
        long value = -1;
        for (int at = from; at < header.length() && header.charAt(at) >= '0' && header.charAt(at) <= '9'; at++) {
            value = Math.max(value, 0) * 10 + header.charAt(at) - '0';
            if (value > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return (int) value;
    }

    /**
     * Whether a name means this format.
     *
     * @param name name of a registered format
     * @return whether it does
     */
    public static boolean isNamed(String name) {
        return name.toLowerCase(Locale.ROOT).equals("html format");
    }
}
