package oriel.rdp.codec.bitmap;

/**
 * Run-length coding of one scan line of a colour plane: RDP6_RLE_SEGMENTS, MS-RDPEGDI 2.2.2.5.1.2 and 3.1.9.2.
 *
 * <p>A segment is a control byte (cRawBytes in the upper, nRunLength in the lower nibble), raw values, and a run of the last
 * raw value. Run lengths 1 and 2 are escapes: the upper nibble then extends the run to 16 … 31 or 32 … 47 and there are no raw
 * values. So a run has at least three members.
 */
final class PlanarRun {

    /** Shortest run that a segment can express. */
    static final int SHORTEST = 3;

    /** Longest run that a segment without raw values can express. */
    static final int LONGEST = 47;

    private static final int NIBBLE = 15;

    private PlanarRun() {}

    /** An upper bound of the encoded size of a scan line. */
    static int worst(int width) {
        return width + width / NIBBLE + 2;
    }

    /**
     * Encodes one plane of a scan line: {@code width} values from index {@code base} on, shifted right by {@code shift}. They are zero
     * before {@code from} and from {@code to} on. Returns the offset behind the last byte written.
     */
    static int encode(int[] values, int base, int shift, int from, int to, int width, byte[] out, int offset) {
        int o = offset;
        // Written are the values before start. A run goes on what came before: a line begins after a zero.
        int start = 0;
        int value = 0;
        int run = from;
        for (int x = from; x < to; x++) {
            int next = values[base + x] >> shift & 0xFF;
            if (next == value) {
                run++;
            } else {
                if (run >= SHORTEST) {
                    o = segment(values, base + start, shift, x - run - start, run, out, o);
                    start = x;
                }
                value = next;
                run = 0;
            }
        }
        if (to < width) {
            if (value == 0) {
                run += width - to;
            } else {
                if (run >= SHORTEST) {
                    o = segment(values, base + start, shift, to - run - start, run, out, o);
                    start = to;
                }
                run = width - to - 1;
            }
        }
        int last = run >= SHORTEST ? run : 0;
        return start == width ? o : segment(values, base + start, shift, width - last - start, last, out, o);
    }

    /** Writes {@code count} values from an index on, and a run of the last of them. */
    private static int segment(int[] values, int from, int shift, int count, int run, byte[] out, int offset) {
        int o = offset;
        int at = from;
        int raw = count;
        while (raw > NIBBLE) {
            out[o++] = (byte) (NIBBLE << 4);
            o = copy(values, at, shift, NIBBLE, out, o);
            at += NIBBLE;
            raw -= NIBBLE;
        }
        if (raw == 0) {
            return repeat(run, out, o);
        }
        int first = Math.min(run, NIBBLE);
        int left = run - first;
        if (left > 0 && left < SHORTEST) {
            first -= SHORTEST - left;
            left = SHORTEST;
        }
        out[o++] = (byte) (raw << 4 | first);
        o = copy(values, at, shift, raw, out, o);
        return repeat(left, out, o);
    }

    private static int copy(int[] values, int from, int shift, int count, byte[] out, int offset) {
        for (int i = 0; i < count; i++) {
            out[offset + i] = (byte) (values[from + i] >> shift);
        }
        return offset + count;
    }

    /** Repeats the last value; {@code run} is 0 or at least {@link #SHORTEST}. */
    private static int repeat(int run, byte[] out, int offset) {
        int o = offset;
        int left = run;
        while (left >= LONGEST + SHORTEST) {
            out[o++] = control(LONGEST);
            left -= LONGEST;
        }
        if (left > LONGEST) {
            out[o++] = control(left - SHORTEST);
            left = SHORTEST;
        }
        if (left > 0) {
            out[o++] = control(left);
        }
        return o;
    }

    /** The control byte of a run of 3 … 47 without raw values. */
    private static byte control(int run) {
        return (byte) (run <= NIBBLE ? run : (run & NIBBLE) << 4 | run >> 4);
    }

    /** Encodes a scan line of one value, which is zero for a line equal to the one before. */
    static int encodeConstant(int value, int width, byte[] out, int offset) {
        int o = offset;
        int left = width;
        if (value != 0 || width < SHORTEST) {
            int raw = width - 1 < SHORTEST ? width : 1;
            out[o++] = (byte) (raw << 4);
            for (int i = 0; i < raw; i++) {
                out[o++] = (byte) value;
            }
            left -= raw;
        }
        return repeat(left, out, o);
    }
}
