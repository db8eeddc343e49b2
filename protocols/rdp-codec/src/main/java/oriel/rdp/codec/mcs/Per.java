package oriel.rdp.codec.mcs;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** As much of aligned PER (ITU-T X.691) as MCS and GCC need. */
public final class Per {
    /** Length from which on PER would fragment. */
    public static final int LENGTH_LIMIT = 0x4000;

    private static final int TWO_BYTES = 0x80;

    private Per() {}

    /** A length determinant of one or two bytes — ITU-T X.691, section 10.9.3. */
    public static int length(WireReader in, String field) {
        int first = in.u8(field);
        if (first < TWO_BYTES) {
            return first;
        }
        if (first >= (LENGTH_LIMIT >> 8 | TWO_BYTES)) {
            throw in.malformed(field, "a length below 16384", "0x%02x".formatted(first));
        }
        return (first & ~TWO_BYTES) << 8 | in.u8(field);
    }

    /** Sets a length determinant of two bytes, which peers take for short lengths as well, in room reserved before. */
    public static void setLongLength(WireWriter out, int at, int length) {
        checkLength(length);
        out.setU16be(at, TWO_BYTES << 8 | length);
    }

    /** Puts the shortest length determinant in front of everything written since {@code mark}. */
    public static void insertLength(WireWriter out, int mark) {
        int length = out.size() - mark;
        if (length < TWO_BYTES) {
            out.insert(mark, 1).setU8(mark, length);
        } else {
            out.insert(mark, 2);
            setLongLength(out, mark, length);
        }
    }

    private static void checkLength(int length) {
        if (length < 0 || length >= LENGTH_LIMIT) {
            throw new IllegalArgumentException("no length below 16384: " + length);
        }
    }

    /** An unconstrained non-negative integer: its length, then its bytes. */
    static int integer(WireReader in, String field) {
        int length = length(in, field);
        if (length < 1 || length > 4) {
            throw in.malformed(field, "1 to 4 bytes", length + " bytes");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | in.u8(field);
        }
        return in.count(value, Integer.MAX_VALUE, field);
    }

    static void integer(WireWriter out, int value) {
        int length = Math.max(1, (32 - Integer.numberOfLeadingZeros(value) + 7) / 8);
        out.u8(length);
        for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
            out.u8(value >> shift & 0xFF);
        }
    }
}
