package oriel.rdp.clipboard;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;

/** Text of the session, in UTF-8 with line feeds, and of Windows: lines end with carriage return and line feed, the text with a zero. */
final class TextForms {

    /** CF_TEXT is in the client's code page, which it does not tell; nearly every client has Unicode as well. */
    private static final Charset ANSI = Charset.forName("windows-1252");

    private TextForms() {}

    static byte[] fromUnicode(byte[] data, int limit) throws IOException {
        int length = 0;
        while (length + 1 < data.length && (data[length] | data[length + 1]) != 0) {
            length += 2;
        }
        // Two bytes become one at least, four when they end a line.
        if (length / 4 > limit) {
            throw tooLong(limit);
        }
        return lineFeeds(new String(data, 0, length, UTF_16LE));
    }

    static byte[] fromAnsi(byte[] data, int limit) throws IOException {
        int length = 0;
        while (length < data.length && data[length] != 0) {
            length++;
        }
        if (length / 2 > limit) {
            throw tooLong(limit);
        }
        return lineFeeds(new String(data, 0, length, ANSI));
    }

    private static byte[] lineFeeds(String text) {
        return text.replace("\r\n", "\n").getBytes(UTF_8);
    }

    static byte[] toUnicode(byte[] text) {
        return (windowsLines(text) + '\0').getBytes(UTF_16LE);
    }

    static byte[] toAnsi(byte[] text) {
        return (windowsLines(text) + '\0').getBytes(ANSI);
    }

    private static String windowsLines(byte[] text) {
        return new String(text, UTF_8).replace("\r\n", "\n").replace("\n", "\r\n");
    }

    static byte[] within(byte[] content, int limit) throws IOException {
        if (content.length > limit) {
            throw tooLong(limit);
        }
        return content;
    }

    static IOException tooLong(int limit) {
        return new IOException("it is longer than " + limit + " bytes");
    }
}
