package oriel.licensing.packets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import oriel.wire.FixedText;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** Text that ends at its first zero character; what follows that is not read. */
final class Terminated {
    private Terminated() {}

    /**
     * Single-byte text. The specifications leave the code page open: Windows takes the one of the system, FreeRDP UTF-8. What is valid
     * UTF-8 is read so, all else as ISO 8859-1.
     */
    static String narrow(Octets bytes) {
        byte[] all = bytes.toArray();
        int length = 0;
        while (length < all.length && all[length] != 0) {
            length++;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(all, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(all, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    /** Single-byte text with its terminator. */
    static Octets narrow(String text) {
        return new WireWriter()
                .bytes(text.getBytes(StandardCharsets.UTF_8))
                .u8(0)
                .toOctets();
    }

    /** Unicode text in a field of {@code size} bytes. */
    static String wide(WireReader in, int size, String field) {
        return FixedText.untilZero(in.utf16(size, field));
    }

    /** Unicode text with its terminator, from here on to wherever that is. */
    static String wideToTerminator(WireReader in, String field) {
        int start = in.arrayOffset();
        int units = 0;
        while (in.remaining() >= 2 * (units + 1)
                && (in.array()[start + 2 * units] != 0 || in.array()[start + 2 * units + 1] != 0)) {
            units++;
        }
        String text = in.utf16(2 * units, field);
        in.skip(2, field + " terminator");
        return text;
    }

    /** Unicode text with its terminator. */
    static Octets wide(String text) {
        return new WireWriter().utf16(text).u16(0).toOctets();
    }

    /** Refuses text that could not be written: a zero character would end it. */
    static void check(String text, String what) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(what + " with a zero character");
        }
    }
}
