package oriel.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes fields one after another into a buffer that grows. {@link #reset()} keeps the buffer, so one writer serves a connection
 * without garbage. Little-endian unless the method's name ends in {@code be}. A number that does not fit its field is a fault of the
 * caller and raises IllegalArgumentException. Not for several threads.
 */
public final class WireWriter {
    private static final int FIRST_CAPACITY = 256;

    private byte[] data;
    private int size;

    /** An empty writer. */
    public WireWriter() {
        this(FIRST_CAPACITY);
    }

    /** An empty writer with room for a number of bytes. */
    public WireWriter(int capacity) {
        data = new byte[capacity];
    }

    /** Bytes written so far. */
    public int size() {
        return size;
    }

    /** The buffer; valid from 0 to {@link #size()} and until the next write. */
    public byte[] array() {
        return data;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(data, size);
    }

    /** A copy of what was written, as a value. */
    public Octets toOctets() {
        return Octets.of(data, 0, size);
    }

    /** Forgets what was written and keeps the buffer. */
    public WireWriter reset() {
        size = 0;
        return this;
    }

    /** Forgets what was written after a mark, for example a PDU begun in vain. */
    public WireWriter truncate(int newSize) {
        if (newSize < 0 || newSize > size) {
            throw new IllegalArgumentException("cannot truncate " + size + " bytes to " + newSize);
        }
        size = newSize;
        return this;
    }

    /** Makes sure that {@code length} more bytes have room; the caller may write them in {@link #array()} and then {@link #advance}. */
    public WireWriter ensure(int length) {
        if (length > data.length - size) {
            int wanted = Math.addExact(size, length);
            int doubled = (int) Math.min(Integer.MAX_VALUE - 8, 2L * data.length);
            data = Arrays.copyOf(data, Math.max(wanted, doubled));
        }
        return this;
    }

    /** Counts bytes as written that the caller put into {@link #array()} behind {@link #size()}. */
    public WireWriter advance(int length) {
        if (length < 0 || length > data.length - size) {
            throw new IllegalArgumentException("cannot advance by " + length);
        }
        size += length;
        return this;
    }

    /** Leaves zeroed room for fields known later and returns its place, for the {@code set} methods. */
    public int reserve(int length) {
        int at = size;
        pad(length);
        return at;
    }

    /** Zero bytes. */
    public WireWriter pad(int length) {
        ensure(length);
        Arrays.fill(data, size, size + length, (byte) 0);
        size += length;
        return this;
    }

    /** An unsigned byte. */
    public WireWriter u8(int value) {
        if (size == data.length) {
            ensure(1);
        }
        data[size++] = (byte) fits(value, 0xFF);
        return this;
    }

    /** A signed byte. */
    public WireWriter i8(int value) {
        if (value != (byte) value) {
            throw doesNotFit(value);
        }
        return u8(value & 0xFF);
    }

    /** An unsigned 16-bit number, little-endian. */
    public WireWriter u16(int value) {
        ensure(2);
        size += 2;
        return setU16(size - 2, value);
    }

    /** A signed 16-bit number, little-endian. */
    public WireWriter i16(int value) {
        if (value != (short) value) {
            throw doesNotFit(value);
        }
        return u16(value & 0xFFFF);
    }

    /** An unsigned 16-bit number, big-endian. */
    public WireWriter u16be(int value) {
        ensure(2);
        size += 2;
        return setU16be(size - 2, value);
    }

    /** 32 bits, little-endian. */
    public WireWriter i32(int value) {
        ensure(4);
        size += 4;
        return setI32(size - 4, value);
    }

    /** 32 bits, big-endian. */
    public WireWriter i32be(int value) {
        return i32(Integer.reverseBytes(value));
    }

    /** An unsigned 32-bit number, little-endian. */
    public WireWriter u32(long value) {
        if (value < 0 || value > 0xFFFF_FFFFL) {
            throw doesNotFit(value);
        }
        return i32((int) value);
    }

    /** 64 bits, little-endian. */
    public WireWriter i64(long value) {
        return i32((int) value).i32((int) (value >>> 32));
    }

    /** Sets an unsigned byte written before. */
    public WireWriter setU8(int at, int value) {
        data[at] = (byte) fits(value, 0xFF);
        return this;
    }

    /** Sets an unsigned 16-bit number written before, little-endian. */
    public WireWriter setU16(int at, int value) {
        fits(value, 0xFFFF);
        data[at] = (byte) value;
        data[at + 1] = (byte) (value >>> 8);
        return this;
    }

    /** Sets an unsigned 16-bit number written before, big-endian. */
    public WireWriter setU16be(int at, int value) {
        fits(value, 0xFFFF);
        data[at] = (byte) (value >>> 8);
        data[at + 1] = (byte) value;
        return this;
    }

    /** Sets 32 bits written before, little-endian. */
    public WireWriter setI32(int at, int value) {
        data[at] = (byte) value;
        data[at + 1] = (byte) (value >>> 8);
        data[at + 2] = (byte) (value >>> 16);
        data[at + 3] = (byte) (value >>> 24);
        return this;
    }

    /** All bytes of an array. */
    public WireWriter bytes(byte[] source) {
        return bytes(source, 0, source.length);
    }

    /** Some bytes of an array. */
    public WireWriter bytes(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, data, size, length);
        size += length;
        return this;
    }

    /** All bytes of a value. */
    public WireWriter octets(Octets octets) {
        ensure(octets.length());
        octets.copyTo(data, size);
        size += octets.length();
        return this;
    }

    /** Characters as UTF-16LE, without a terminator. */
    public WireWriter utf16(String text) {
        ensure(2 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            data[size++] = (byte) c;
            data[size++] = (byte) (c >>> 8);
        }
        return this;
    }

    /** Characters as single bytes (ISO 8859-1), without a terminator; others become question marks. */
    public WireWriter latin1(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Moves what was written from {@code at} on by {@code length} bytes and leaves zeroed room there. */
    public WireWriter insert(int at, int length) {
        ensure(length);
        System.arraycopy(data, at, data, at + length, size - at);
        Arrays.fill(data, at, at + length, (byte) 0);
        size += length;
        return this;
    }

    private static int fits(int value, int maximum) {
        if ((value & ~maximum) != 0) {
            throw doesNotFit(value);
        }
        return value;
    }

    private static IllegalArgumentException doesNotFit(long value) {
        return new IllegalArgumentException("value " + value + " does not fit its field");
    }
}
