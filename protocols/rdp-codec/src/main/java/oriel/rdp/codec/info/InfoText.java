package oriel.rdp.codec.info;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** The texts of the Info Packet: UTF-16LE, or single bytes of the client's code page. */
record InfoText(Charset charset) {
    static InfoText of(int flags, int codePage) {
        return new InfoText((flags & InfoFlags.UNICODE) != 0 ? StandardCharsets.UTF_16LE : codePage(codePage));
    }

    /** A code page this platform does not have is read as ISO 8859-1, so that at least ASCII survives. */
    private static Charset codePage(int codePage) {
        String name = "windows-" + Integer.toUnsignedString(codePage);
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }

    private int terminator() {
        return charset.equals(StandardCharsets.UTF_16LE) ? 2 : 1;
    }

    /** Reads text whose length does not count the terminator behind it. */
    String terminated(WireReader in, int length, String field) {
        String text = text(in, length, field);
        in.skip(terminator(), field);
        return text;
    }

    /** Reads text whose length counts everything. */
    String text(WireReader in, int length, String field) {
        if (length % terminator() != 0) {
            throw in.malformed(field, "an even number of bytes", length + " bytes");
        }
        String text = new String(in.bytes(length, field), charset);
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
    }

    byte[] bytes(String text) {
        return text.getBytes(charset);
    }

    void terminated(WireWriter out, byte[] bytes) {
        out.bytes(bytes).pad(terminator());
    }

    /** Writes text behind a length that counts the terminator. */
    void counted(WireWriter out, String text) {
        byte[] bytes = bytes(text);
        out.u16(bytes.length + terminator());
        terminated(out, bytes);
    }
}
