package oriel.rdp.codec.bitmap;

import java.util.Arrays;

/**
 * Writes RDP6_BITMAP_STREAM, MS-RDPEGDI 2.2.2.5.1: 32 bpp pixels as planes of red, green and blue, run-length coded with each
 * scan line as difference to the one before, or plain where that is smaller.
 *
 * <p>Clients that do not know DRAW_ALLOW_SKIP_ALPHA get an opaque alpha plane, and run-length coding only: old ones
 * (rdesktop) read nothing else. An encoder belongs to one thread at a time.
 */
public final class PlanarEncoder {

    static final int RLE = 0x10;
    static final int NO_ALPHA = 0x20;

    private static final int HIGH_BITS = 0x808080;
    private static final int LOW_BITS = 0x010101;

    private int[] differences = new int[0];
    private int[] firstChange = new int[0];
    private int[] lastChange = new int[0];

    /** Makes an encoder; it grows its scratch memory to the largest bitmap it has seen. */
    public PlanarEncoder() {}

    /**
     * Encodes a bitmap.
     *
     * @param wire      {@code width × height} wire pixels ({@code 0x00RRGGBB}), bottom row first
     * @param width     in pixels
     * @param height    in pixels
     * @param skipAlpha whether the alpha plane may be left out
     * @param out       receives the stream
     * @param offset    of its first byte
     * @param limit     largest length of the stream
     * @return its length, or −1 if it would be larger than {@code limit} or than the pixels themselves
     */
    public int encode(int[] wire, int width, int height, boolean skipAlpha, byte[] out, int offset, int limit) {
        int pixels = width * height;
        int plain = skipAlpha ? 3 * pixels + 2 : 4 * pixels;
        findChanges(wire, width, height);
        int length = runLength(width, height, skipAlpha, out, offset, Math.min(limit, plain));
        if (length >= 0) {
            return length;
        }
        return skipAlpha && plain <= limit ? plain(wire, pixels, out, offset) : -1;
    }

    /**
     * Encodes a bitmap of one colour.
     *
     * @param pixel     the wire pixel
     * @param width     in pixels
     * @param height    in pixels
     * @param skipAlpha whether the alpha plane may be left out
     * @param out       receives the stream
     * @param offset    of its first byte
     * @param limit     largest length of the stream
     * @return its length, or −1 if it would be larger than {@code limit}
     */
    public int encodeFill(int pixel, int width, int height, boolean skipAlpha, byte[] out, int offset, int limit) {
        int planes = skipAlpha ? 3 : 4;
        if (1 + planes * height * (long) (width / PlanarRun.LONGEST + 3) > limit) {
            return -1;
        }
        int o = offset;
        out[o++] = (byte) (skipAlpha ? RLE | NO_ALPHA : RLE);
        if (!skipAlpha) {
            o = fillPlane(0xFF, width, height, out, o);
        }
        o = fillPlane(pixel >> 16, width, height, out, o);
        o = fillPlane(pixel >> 8, width, height, out, o);
        return fillPlane(pixel, width, height, out, o) - offset;
    }

    private static int fillPlane(int value, int width, int height, byte[] out, int offset) {
        int o = PlanarRun.encodeConstant(value & 0xFF, width, out, offset);
        int size = 0;
        if (height > 1) {
            size = PlanarRun.encodeConstant(0, width, out, o) - o;
        }
        // Every further line says "as before" in the same bytes.
        for (int i = size; i < size * (height - 1); i++) {
            out[o + i] = out[o + i - size];
        }
        return o + size * (height - 1);
    }

    /**
     * Notes where each line differs from the one before, and by how much in all planes at once: the planes are coded within
     * these bounds only.
     */
    private void findChanges(int[] wire, int width, int height) {
        if (differences.length < width * height) {
            differences = new int[width * height];
        }
        if (firstChange.length < height) {
            firstChange = new int[height];
            lastChange = new int[height];
        }
        System.arraycopy(wire, 0, differences, 0, width);
        firstChange[0] = 0;
        lastChange[0] = width - 1;
        for (int row = 1; row < height; row++) {
            int at = row * width;
            int first = Arrays.mismatch(wire, at, at + width, wire, at - width, at);
            int last = width - 1;
            if (first >= 0) {
                while (wire[at + last] == wire[at + last - width]) {
                    last--;
                }
                difference(wire, at, width, differences);
            }
            firstChange[row] = first;
            lastChange[row] = last;
        }
    }

    /**
     * Differences of a line to the one before, folded so that small ones are small numbers: positive ones doubled, negative
     * ones doubled, negated and less one (MS-RDPEGDI 3.1.9.2.1). The three channels of a pixel are computed side by side
     * without carrying over into each other.
     */
    private static void difference(int[] wire, int at, int width, int[] into) {
        for (int i = at; i < at + width; i++) {
            int a = wire[i];
            int b = wire[i - width];
            int d = ((a | HIGH_BITS) - (b & ~HIGH_BITS)) ^ ((a ^ ~b) & HIGH_BITS);
            into[i] = ((d & ~HIGH_BITS) << 1) ^ (((d >>> 7) & LOW_BITS) * 0xFF);
        }
    }

    private int runLength(int width, int height, boolean skipAlpha, byte[] out, int offset, int limit) {
        int end = offset + limit;
        int o = offset;
        if (limit < 1) {
            return -1;
        }
        out[o++] = (byte) (skipAlpha ? RLE | NO_ALPHA : RLE);
        if (!skipAlpha) {
            if (o + (long) height * (width / PlanarRun.LONGEST + 3) > end) {
                return -1;
            }
            o = fillPlane(0xFF, width, height, out, o);
        }
        for (int shift = 16; shift >= 0 && o >= 0; shift -= 8) {
            o = plane(width, height, shift, out, o, end);
        }
        return o < 0 ? -1 : o - offset;
    }

    private int plane(int width, int height, int shift, byte[] out, int offset, int end) {
        int worst = PlanarRun.worst(width);
        int o = offset;
        for (int row = 0; row < height; row++) {
            if (o + worst > end) {
                return -1;
            }
            int first = firstChange[row];
            o = first < 0
                    ? PlanarRun.encodeConstant(0, width, out, o)
                    : PlanarRun.encode(differences, row * width, shift, first, lastChange[row] + 1, width, out, o);
        }
        return o;
    }

    private static int plain(int[] wire, int pixels, byte[] out, int offset) {
        out[offset] = NO_ALPHA;
        int o = offset + 1;
        for (int shift = 16; shift >= 0; shift -= 8) {
            for (int i = 0; i < pixels; i++) {
                out[o + i] = (byte) (wire[i] >> shift);
            }
            o += pixels;
        }
        out[o] = 0;
        return o + 1 - offset;
    }
}
