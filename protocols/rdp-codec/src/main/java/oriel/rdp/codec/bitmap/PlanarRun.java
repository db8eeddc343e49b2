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

    /** Encodes the first {@code width} values; returns the offset behind the last byte written. */
    static int encode(byte[] values, int width, byte[] out, int offset) {
        int o = offset;
        int start = 0;
        int previous = 0;
        while (start < width) {
            int run = 0;
            int x = start;
            int value = previous;
            while (x < width) {
                int next = values[x];
                if (next == value) {
                    run++;
                } else if (run >= SHORTEST) {
                    break;
                } else {
                    value = next;
                    run = 0;
                }
                x++;
            }
            if (run < SHORTEST) {
                return segment(values, start, x, 0, out, o);
            }
            o = segment(values, start, x - run, run, out, o);
            start = x;
            previous = value;
        }
        return o;
    }

    /** Writes the values {@code from … to − 1} and a run of the last of them. */
    private static int segment(byte[] values, int from, int to, int run, byte[] out, int offset) {
        int o = offset;
        int at = from;
        while (to - at > NIBBLE) {
            out[o++] = (byte) (NIBBLE << 4);
            o = copy(values, at, NIBBLE, out, o);
            at += NIBBLE;
        }
        int raw = to - at;
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
        o = copy(values, at, raw, out, o);
        return repeat(left, out, o);
    }

    private static int copy(byte[] values, int from, int count, byte[] out, int offset) {
        for (int i = 0; i < count; i++) {
            out[offset + i] = values[from + i];
        }
        return offset + count;
    }

    /** Repeats the last value; {@code run} is 0 or at least {@link #SHORTEST}. */
    private static int repeat(int run, byte[] out, int offset) {
        int o = offset;
        int left = run;
        while (left > 0) {
            int part = Math.min(left, LONGEST);
            int rest = left - part;
            if (rest > 0 && rest < SHORTEST) {
                part -= SHORTEST - rest;
            }
            if (part <= NIBBLE) {
                out[o++] = (byte) part;
            } else if (part < 32) {
                out[o++] = (byte) ((part - 16) << 4 | 1);
            } else {
                out[o++] = (byte) ((part - 32) << 4 | 2);
            }
            left -= part;
        }
        return o;
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
