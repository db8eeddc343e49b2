package oriel.rdp.codec.bitmap;

/**
 * Reads RLE_BITMAP_STREAM, MS-RDPBCGR 2.2.9.1.1.3.1.2.4, as described in 3.1.9: all orders, at 8, 15, 16 and 24 bits per pixel.
 */
public final class InterleavedDecoder {

    private final PixelFormat format;
    private final byte[] in;
    private final int start;
    private final int end;
    private final int width;
    private final int[] into;
    private final int pixels;
    private int at;
    private int done;
    private int foreground;
    private boolean firstLine = true;
    private boolean insertForeground;

    private InterleavedDecoder(
            PixelFormat format, byte[] in, int offset, int length, int width, int height, int[] into) {
        this.format = format;
        this.in = in;
        this.start = offset;
        this.end = offset + length;
        this.width = width;
        this.into = into;
        this.pixels = width * height;
        this.at = offset;
        this.foreground = format.white();
    }

    /**
     * Decodes a bitmap.
     *
     * @param format depth of the pixels, not 32
     * @param in     holds the stream
     * @param offset of its first byte
     * @param length of the stream
     * @param width  in pixels
     * @param height in pixels
     * @param into   receives {@code width × height} wire pixels, bottom row first
     * @throws MalformedBitmapException if the stream is not one bitmap of this size
     */
    public static void decode(
            PixelFormat format, byte[] in, int offset, int length, int width, int height, int[] into) {
        new InterleavedDecoder(format, in, offset, length, width, height, into).decode();
    }

    private void decode() {
        while (at < end) {
            if (firstLine && done >= width) {
                firstLine = false;
                insertForeground = false;
            }
            int from = at;
            int before = done;
            order(next("order header"));
            if (done == before) {
                throw new MalformedBitmapException("order without pixels", from - start);
            }
        }
        if (done != pixels) {
            throw new MalformedBitmapException((pixels - done) + " pixels are missing", at - start);
        }
    }

    private void order(int header) {
        if (header >= InterleavedOrder.MEGA_MEGA_BG_RUN) {
            special(header);
            return;
        }
        int lite = header >> 4;
        if (lite >= InterleavedOrder.LITE_SET_FG_FG_RUN) {
            switch (lite) {
                case InterleavedOrder.LITE_SET_FG_FG_RUN -> foregroundRun(length(header & 0xF, 16), true);
                case InterleavedOrder.LITE_SET_FG_FGBG_IMAGE -> image(imageLength(header & 0xF), true);
                default -> ditheredRun(length(header & 0xF, 16));
            }
            return;
        }
        int length = header & 0x1F;
        switch (header >> 5) {
            case InterleavedOrder.REGULAR_BG_RUN -> backgroundRun(length(length, 32));
            case InterleavedOrder.REGULAR_FG_RUN -> foregroundRun(length(length, 32), false);
            case InterleavedOrder.REGULAR_FGBG_IMAGE -> image(imageLength(length), false);
            case InterleavedOrder.REGULAR_COLOR_RUN -> colorRun(length(length, 32));
            case InterleavedOrder.REGULAR_COLOR_IMAGE -> colorImage(length(length, 32));
            default -> throw unknown(header);
        }
    }

    private void special(int header) {
        switch (header) {
            case InterleavedOrder.MEGA_MEGA_BG_RUN -> backgroundRun(longLength());
            case InterleavedOrder.MEGA_MEGA_FG_RUN -> foregroundRun(longLength(), false);
            case InterleavedOrder.MEGA_MEGA_FGBG_IMAGE -> image(longLength(), false);
            case InterleavedOrder.MEGA_MEGA_COLOR_RUN -> colorRun(longLength());
            case InterleavedOrder.MEGA_MEGA_COLOR_IMAGE -> colorImage(longLength());
            case InterleavedOrder.MEGA_MEGA_SET_FG_RUN -> foregroundRun(longLength(), true);
            case InterleavedOrder.MEGA_MEGA_SET_FGBG_IMAGE -> image(longLength(), true);
            case InterleavedOrder.MEGA_MEGA_DITHERED_RUN -> ditheredRun(longLength());
            case InterleavedOrder.SPECIAL_FGBG_1 -> mask(InterleavedOrder.SPECIAL_FGBG_1_MASK, 8);
            case InterleavedOrder.SPECIAL_FGBG_2 -> mask(InterleavedOrder.SPECIAL_FGBG_2_MASK, 8);
            case InterleavedOrder.WHITE -> put(format.white());
            case InterleavedOrder.BLACK -> put(0);
            default -> throw unknown(header);
        }
        insertForeground = header == InterleavedOrder.MEGA_MEGA_BG_RUN;
    }

    private MalformedBitmapException unknown(int header) {
        return new MalformedBitmapException("unknown order 0x%02x".formatted(header), at - 1 - start);
    }

    private int length(int shortForm, int base) {
        return shortForm != 0 ? shortForm : next("run length") + base;
    }

    private int imageLength(int shortForm) {
        return shortForm != 0 ? shortForm * 8 : next("run length") + 1;
    }

    private int longLength() {
        int low = next("run length");
        return low | next("run length") << 8;
    }

    private void backgroundRun(int length) {
        int left = length;
        // Two background runs in a row have a foreground pixel between them, counted in the second.
        if (insertForeground && left > 0) {
            put(above() ^ foreground);
            left--;
        }
        room(left);
        for (int i = 0; i < left; i++) {
            put(above());
        }
        insertForeground = true;
    }

    private void foregroundRun(int length, boolean set) {
        if (set) {
            foreground = pixel();
        }
        room(length);
        for (int i = 0; i < length; i++) {
            put(above() ^ foreground);
        }
        insertForeground = false;
    }

    private void image(int length, boolean set) {
        if (set) {
            foreground = pixel();
        }
        room(length);
        for (int left = length; left > 0; left -= 8) {
            mask(next("mask"), Math.min(8, left));
        }
    }

    private void mask(int mask, int count) {
        for (int bit = 0; bit < count; bit++) {
            put((mask & 1 << bit) == 0 ? above() : above() ^ foreground);
        }
        insertForeground = false;
    }

    private void colorRun(int length) {
        int pixel = pixel();
        room(length);
        for (int i = 0; i < length; i++) {
            put(pixel);
        }
        insertForeground = false;
    }

    private void colorImage(int length) {
        room(length);
        for (int i = 0; i < length; i++) {
            put(pixel());
        }
        insertForeground = false;
    }

    private void ditheredRun(int length) {
        int first = pixel();
        int second = pixel();
        room(2 * length);
        for (int i = 0; i < length; i++) {
            put(first);
            put(second);
        }
        insertForeground = false;
    }

    /** The pixel of the line before; while the first line lasts, black. */
    private int above() {
        return firstLine ? 0 : into[done - width];
    }

    private int pixel() {
        if (end - at < format.bytesPerPixel()) {
            throw new MalformedBitmapException("no more bytes for a pixel", at - start);
        }
        int pixel = format.pixelAt(in, at);
        at += format.bytesPerPixel();
        return pixel;
    }

    private void room(int count) {
        if (count > pixels - done) {
            throw new MalformedBitmapException("order of " + count + " pixels runs over the bitmap", at - start);
        }
    }

    private void put(int pixel) {
        room(1);
        into[done++] = pixel;
    }

    private int next(String what) {
        if (at >= end) {
            throw new MalformedBitmapException("no more bytes for the " + what, at - start);
        }
        return in[at++] & 0xFF;
    }
}
