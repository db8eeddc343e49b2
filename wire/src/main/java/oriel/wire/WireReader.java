package oriel.wire;

import java.nio.charset.StandardCharsets;

/**
 * Reads fields one after another from a complete PDU. Little-endian unless the method's name ends in {@code be}. Every field has a
 * name, used only when it does not fit. Not for several threads.
 */
public final class WireReader {
    private byte[] data;
    private int origin;
    private int position;
    private int limit;
    private String pdu = "PDU";
    private String section = "no section";

    /** Reads the whole array, which is not copied and must not change meanwhile. */
    public WireReader(byte[] data) {
        this(data, 0, data.length);
    }

    /** Reads {@code length} bytes from {@code offset}; the array is not copied and must not change meanwhile. */
    public WireReader(byte[] data, int offset, int length) {
        checkRange(data, offset, length);
        this.data = data;
        this.origin = offset;
        this.position = offset;
        this.limit = offset + length;
    }

    private static void checkRange(byte[] data, int offset, int length) {
        if ((offset | length) < 0 || length > data.length - offset) {
            throw new IndexOutOfBoundsException(
                    "range " + offset + "+" + length + " outside an array of " + data.length);
        }
    }

    /** Starts over with other bytes, so that one reader serves a connection. */
    public WireReader reset(byte[] newData, int offset, int length) {
        checkRange(newData, offset, length);
        data = newData;
        origin = offset;
        position = offset;
        limit = offset + length;
        pdu = "PDU";
        section = "no section";
        return this;
    }

    /** Says what is being read from here on, for the text of a failure; slices inherit it. */
    public WireReader named(String newPdu, String newSection) {
        pdu = newPdu;
        section = newSection;
        return this;
    }

    /** Bytes left. */
    public int remaining() {
        return limit - position;
    }

    /** Whether bytes are left. */
    public boolean hasRemaining() {
        return position < limit;
    }

    /** Offset of the next field from the first byte of the outermost reader. */
    public int position() {
        return position - origin;
    }

    /** The array below; together with {@link #arrayOffset()} for decoders of pixels that read it in place. */
    public byte[] array() {
        return data;
    }

    /** Index of the next byte in {@link #array()}. */
    public int arrayOffset() {
        return position;
    }

    /** Makes sure that {@code length} bytes are left for a field. */
    public void need(int length, String field) {
        if (length < 0 || length > limit - position) {
            throw malformed(field, Integer.toUnsignedString(length) + " bytes", remaining() + " bytes");
        }
    }

    /** Looks at an unsigned byte ahead without consuming it. */
    public int peek(int ahead, String field) {
        need(ahead + 1, field);
        return data[position + ahead] & 0xFF;
    }

    /** An unsigned byte. */
    public int u8(String field) {
        if (position >= limit) {
            throw malformed(field, "1 byte", "0 bytes");
        }
        return data[position++] & 0xFF;
    }

    /** A signed byte. */
    public int i8(String field) {
        return (byte) u8(field);
    }

    /** An unsigned 16-bit number, little-endian. */
    public int u16(String field) {
        need(2, field);
        int value = (data[position] & 0xFF) | (data[position + 1] & 0xFF) << 8;
        position += 2;
        return value;
    }

    /** A signed 16-bit number, little-endian. */
    public int i16(String field) {
        return (short) u16(field);
    }

    /** An unsigned 16-bit number, big-endian. */
    public int u16be(String field) {
        need(2, field);
        int value = (data[position] & 0xFF) << 8 | (data[position + 1] & 0xFF);
        position += 2;
        return value;
    }

    /** 32 bits, little-endian; as a signed number or as flags. */
    public int i32(String field) {
        need(4, field);
        int at = position;
        position += 4;
        return (data[at] & 0xFF)
                | (data[at + 1] & 0xFF) << 8
                | (data[at + 2] & 0xFF) << 16
                | (data[at + 3] & 0xFF) << 24;
    }

    /** 32 bits, big-endian. */
    public int i32be(String field) {
        return Integer.reverseBytes(i32(field));
    }

    /** An unsigned 32-bit number, little-endian. */
    public long u32(String field) {
        return i32(field) & 0xFFFF_FFFFL;
    }

    /** 64 bits, little-endian. */
    public long i64(String field) {
        need(8, field);
        long low = u32(field);
        return low | (long) i32(field) << 32;
    }

    /** An unsigned 32-bit length or count that must not exceed a limit; checked before anything is allocated for it. */
    public int count(long value, int maximum, String field) {
        if (value < 0 || value > maximum) {
            throw malformed(field, "at most " + maximum, Long.toString(value));
        }
        return (int) value;
    }

    /** Passes over bytes. */
    public void skip(int length, String field) {
        need(length, field);
        position += length;
    }

    /** A copy of the next bytes. */
    public byte[] bytes(int length, String field) {
        need(length, field);
        byte[] copy = new byte[length];
        System.arraycopy(data, position, copy, 0, length);
        position += length;
        return copy;
    }

    /** A copy of the next bytes, as a value. */
    public Octets octets(int length, String field) {
        need(length, field);
        Octets copy = Octets.of(data, position, length);
        position += length;
        return copy;
    }

    /** A copy of all bytes left. */
    public Octets rest() {
        return octets(remaining(), "rest");
    }

    /** A reader over the next bytes, which are consumed here; nothing is copied. */
    public WireReader slice(int length, String field) {
        need(length, field);
        WireReader slice = new WireReader(data, position, length);
        slice.origin = origin;
        slice.pdu = pdu;
        slice.section = section;
        position += length;
        return slice;
    }

    /** Unicode characters (UTF-16LE) in a number of bytes, which must be even; unpaired surrogates become U+FFFD. */
    public String utf16(int length, String field) {
        if ((length & 1) != 0) {
            throw malformed(field, "an even number of bytes", length + " bytes");
        }
        need(length, field);
        String text = new String(data, position, length, StandardCharsets.UTF_16LE);
        position += length;
        return text;
    }

    /** Single-byte characters (ISO 8859-1) in a number of bytes. */
    public String latin1(int length, String field) {
        need(length, field);
        String text = new String(data, position, length, StandardCharsets.ISO_8859_1);
        position += length;
        return text;
    }

    /** Checks a fixed unsigned byte. */
    public void expectU8(int expected, String field) {
        int received = u8(field);
        if (received != expected) {
            position--;
            throw malformed(field, "0x%02x".formatted(expected), "0x%02x".formatted(received));
        }
    }

    /** Checks a fixed unsigned 16-bit number. */
    public void expectU16(int expected, String field) {
        int received = u16(field);
        if (received != expected) {
            position -= 2;
            throw malformed(field, "0x%04x".formatted(expected), "0x%04x".formatted(received));
        }
    }

    /** Checks that nothing is left. */
    public void expectEnd() {
        if (position < limit) {
            throw malformed("end", "no more bytes", remaining() + " bytes");
        }
    }

    /** The failure for a field at the present position; the caller throws it. */
    public MalformedPduException malformed(String field, String expected, String received) {
        return new MalformedPduException(pdu, field, position(), expected, received, section);
    }

    /** The failure for a number at the present position; the caller throws it. */
    public MalformedPduException malformed(String field, String expected, long received) {
        return malformed(field, expected, Long.toString(received));
    }
}
