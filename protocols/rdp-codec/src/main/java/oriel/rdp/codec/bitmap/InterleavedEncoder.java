package oriel.rdp.codec.bitmap;

import java.util.Arrays;

/**
 * Writes RLE_BITMAP_STREAM, MS-RDPBCGR 2.2.9.1.1.3.1.2.4, for 8, 15, 16 and 24 bits per pixel.
 *
 * <p>A greedy encoder: at each pixel it takes the order that covers most for least, and collects what fits none of them in
 * colour images. No order crosses the end of the first scan line, where the meaning of "background" changes from black to
 * the pixel above: decoders differ in what they make of that. An encoder belongs to one thread at a time.
 */
public final class InterleavedEncoder {

    private static final int SHORTEST_COLOR_RUN = 4;
    private static final int SHORTEST_FGBG_IMAGE = 8;
    private static final int LONGEST_FGBG_IMAGE = 256;

    /** Background within a foreground/background image that is cheaper as a run of its own. */
    private static final int WORTH_A_RUN = 16;

    /** Pixels compared one by one before a run is taken for a long one. */
    private static final int NEAR = 16;

    /** Header, 16-bit length and a foreground colour. */
    private static final int WORST_HEADER = 6;

    private static final byte[] NONE = new byte[0];
    private static final int[] NO_PIXELS = new int[0];

    private int[] wire = NO_PIXELS;
    private int width;
    private PixelFormat format = PixelFormat.BPP16;
    private byte[] out = NONE;
    private int end;
    private int o;
    private int foreground;
    private int literalFrom;
    private boolean afterBackground;

    /** Makes an encoder. */
    public InterleavedEncoder() {}

    /**
     * Encodes a bitmap.
     *
     * @param format    depth of the pixels, not 32
     * @param wire      {@code width × height} wire pixels, bottom row first
     * @param width     in pixels
     * @param height    in pixels
     * @param out       receives the stream
     * @param offset    of its first byte
     * @param limit     largest length of the stream
     * @return its length, or −1 if it would be larger than {@code limit} or than the pixels themselves
     */
    public int encode(PixelFormat format, int[] wire, int width, int height, byte[] out, int offset, int limit) {
        int pixels = width * height;
        this.format = format;
        this.wire = wire;
        this.width = width;
        this.out = out;
        this.o = offset;
        this.end = offset + Math.min(limit, pixels * format.bytesPerPixel());
        this.foreground = format.white();
        boolean fits = line(0, Math.min(width, pixels)) && line(width, pixels);
        this.out = NONE;
        this.wire = NO_PIXELS;
        return fits ? o - offset : -1;
    }

    /**
     * Encodes a bitmap of one colour.
     *
     * @param format depth of the pixel, not 32
     * @param pixel  the wire pixel
     * @param width  in pixels
     * @param height in pixels
     * @param out    receives the stream
     * @param offset of its first byte
     * @param limit  largest length of the stream
     * @return its length, or −1 if it would be larger than {@code limit} or has more pixels than two orders can say
     */
    public int encodeFill(PixelFormat format, int pixel, int width, int height, byte[] out, int offset, int limit) {
        int rest = width * (height - 1);
        if (limit < 2 * WORST_HEADER || width > InterleavedOrder.LONGEST || rest > InterleavedOrder.LONGEST) {
            return -1;
        }
        this.format = format;
        this.out = out;
        this.o = offset;
        this.end = offset + limit;
        writeColorRun(width, pixel);
        if (rest > 0) {
            writeBackgroundRun(rest);
        }
        this.out = NONE;
        return o - offset;
    }

    /** Encodes the pixels {@code from … to − 1}: the first scan line, or all others. */
    private boolean line(int from, int to) {
        literalFrom = from;
        afterBackground = false;
        int i = from;
        while (i < to) {
            if (from > 0) {
                i = skipLiterals(i, to);
            }
            int taken = order(i, to);
            if (taken < 0) {
                return false;
            }
            if (taken == 0) {
                i++;
            } else {
                i += taken;
                literalFrom = i;
            }
        }
        return literals(to);
    }

    /**
     * Passes over pixels for which no order is worth a try, since the next one has neither the same colour nor the same
     * difference nor the background: most of a photograph. Stops before the last pixel.
     */
    private int skipLiterals(int from, int to) {
        int[] pixels = wire;
        int above = -width;
        int i = from;
        int pixel = pixels[i];
        int difference = pixel ^ pixels[i + above];
        while (i + 1 < to && difference != 0) {
            int next = pixels[i + 1];
            int nextDifference = next ^ pixels[i + 1 + above];
            if (next == pixel || nextDifference == difference || nextDifference == 0) {
                break;
            }
            pixel = next;
            difference = nextDifference;
            i++;
        }
        return i;
    }

    /** Writes the best order for the pixels from {@code i} on. Returns its pixels, 0 for none, −1 for no space. */
    private int order(int i, int to) {
        int pixel = wire[i];
        int difference = pixel ^ above(i);
        boolean pending = literalFrom < i;
        if (difference == 0 && !(afterBackground && !pending)) {
            int run = backgroundRun(i, to);
            if (run > 2 || !pending) {
                return literals(i) ? writeBackgroundRun(run) : -1;
            }
        }
        if (i + 1 < to && wire[i + 1] == pixel) {
            int run = colorRun(i, to);
            if (run >= SHORTEST_COLOR_RUN && (difference != foreground || differenceRun(i, to, foreground) < run)) {
                return literals(i) ? writeColorRun(run, pixel) : -1;
            }
        }
        return difference == 0 ? 0 : foreground(i, to, difference);
    }

    private int foreground(int i, int to, int difference) {
        boolean known = difference == foreground;
        int worth = known ? 3 : 6;
        int run = differenceRun(i, to, difference);
        int image = image(i, Math.min(to, i + LONGEST_FGBG_IMAGE), difference);
        if (image >= SHORTEST_FGBG_IMAGE + (known ? 0 : 8) && image > 2 * run) {
            return literals(i) ? writeImage(i, image, difference) : -1;
        }
        if (run >= worth) {
            return literals(i) ? writeForegroundRun(run, difference) : -1;
        }
        return 0;
    }

    private int above(int i) {
        return i < width ? 0 : wire[i - width];
    }

    private int backgroundRun(int i, int to) {
        int most = Math.min(to, i + InterleavedOrder.LONGEST);
        if (i < width) {
            int x = i;
            while (x < most && wire[x] == 0) {
                x++;
            }
            return x - i;
        }
        int[] pixels = wire;
        int above = -width;
        int near = Math.min(most, i + NEAR);
        int x = i;
        while (x < near && pixels[x] == pixels[x + above]) {
            x++;
        }
        if (x < near || x == most) {
            return x - i;
        }
        int far = Arrays.mismatch(pixels, x, most, pixels, x + above, most + above);
        return far < 0 ? most - i : x - i + far;
    }

    private int colorRun(int i, int to) {
        int most = Math.min(to, i + InterleavedOrder.LONGEST);
        int[] pixels = wire;
        int pixel = pixels[i];
        int x = i + 1;
        while (x < most && pixels[x] == pixel) {
            x++;
        }
        return x - i;
    }

    private int differenceRun(int i, int to, int difference) {
        int most = Math.min(to, i + InterleavedOrder.LONGEST);
        int x = i;
        while (x < most && (wire[x] ^ above(x)) == difference) {
            x++;
        }
        return x - i;
    }

    /** How many pixels are either background or differ from it by {@code difference}. */
    private int image(int i, int to, int difference) {
        int background = 0;
        int x = i;
        while (x < to) {
            int d = wire[x] ^ above(x);
            if (d == 0) {
                if (++background == WORTH_A_RUN) {
                    return x + 1 - WORTH_A_RUN - i;
                }
            } else if (d == difference) {
                background = 0;
            } else {
                break;
            }
            x++;
        }
        return x - i - background;
    }

    private boolean literals(int to) {
        int count = to - literalFrom;
        while (count > 0) {
            int part = Math.min(count, InterleavedOrder.LONGEST);
            int bytes = part * format.bytesPerPixel();
            if (o + WORST_HEADER + bytes > end) {
                return false;
            }
            regular(InterleavedOrder.REGULAR_COLOR_IMAGE, InterleavedOrder.MEGA_MEGA_COLOR_IMAGE, part);
            format.write(wire, literalFrom, part, out, o);
            o += bytes;
            literalFrom += part;
            count -= part;
            afterBackground = false;
        }
        return true;
    }

    private int writeBackgroundRun(int run) {
        if (o + WORST_HEADER > end) {
            return -1;
        }
        regular(InterleavedOrder.REGULAR_BG_RUN, InterleavedOrder.MEGA_MEGA_BG_RUN, run);
        afterBackground = true;
        return run;
    }

    private int writeColorRun(int run, int pixel) {
        if (o + WORST_HEADER > end) {
            return -1;
        }
        regular(InterleavedOrder.REGULAR_COLOR_RUN, InterleavedOrder.MEGA_MEGA_COLOR_RUN, run);
        pixel(pixel);
        afterBackground = false;
        return run;
    }

    private int writeForegroundRun(int run, int difference) {
        if (o + WORST_HEADER > end) {
            return -1;
        }
        if (difference == foreground) {
            regular(InterleavedOrder.REGULAR_FG_RUN, InterleavedOrder.MEGA_MEGA_FG_RUN, run);
        } else {
            header(InterleavedOrder.LITE_SET_FG_FG_RUN << 4, 16, InterleavedOrder.MEGA_MEGA_SET_FG_RUN, run);
            setForeground(difference);
        }
        afterBackground = false;
        return run;
    }

    private int writeImage(int i, int length, int difference) {
        if (o + WORST_HEADER + length / 8 + 1 > end) {
            return -1;
        }
        boolean known = difference == foreground;
        int code = known ? InterleavedOrder.REGULAR_FGBG_IMAGE << 5 : InterleavedOrder.LITE_SET_FG_FGBG_IMAGE << 4;
        int octets = length / 8;
        if (length % 8 == 0 && octets < (known ? 32 : 16)) {
            out[o++] = (byte) (code | octets);
        } else {
            out[o++] = (byte) code;
            out[o++] = (byte) (length - 1);
        }
        if (!known) {
            setForeground(difference);
        }
        for (int x = 0; x < length; x += 8) {
            int mask = 0;
            for (int bit = 0; bit < Math.min(8, length - x); bit++) {
                if (wire[i + x + bit] != above(i + x + bit)) {
                    mask |= 1 << bit;
                }
            }
            out[o++] = (byte) mask;
        }
        afterBackground = false;
        return length;
    }

    private void setForeground(int difference) {
        foreground = difference;
        pixel(difference);
    }

    private void pixel(int pixel) {
        switch (format.bytesPerPixel()) {
            case 1 -> out[o] = (byte) pixel;
            case 2 -> Octets.put16(out, o, pixel);
            default -> Octets.put24(out, o, pixel);
        }
        o += format.bytesPerPixel();
    }

    private void regular(int code, int megaMega, int length) {
        header(code << 5, 32, megaMega, length);
    }

    private void header(int code, int shortForm, int megaMega, int length) {
        if (length < shortForm) {
            out[o++] = (byte) (code | length);
        } else if (length < shortForm + 256) {
            out[o++] = (byte) code;
            out[o++] = (byte) (length - shortForm);
        } else {
            out[o++] = (byte) megaMega;
            Octets.put16(out, o, length);
            o += 2;
        }
    }
}
