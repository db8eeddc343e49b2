package oriel.rdp.codec.bitmap;

/**
 * How a pixel looks on the wire at each colour depth (MS-RDPBCGR 2.2.9.1.1.3.1.2.2, bitsPerPixel). Reduction drops the low
 * bits of each channel; expansion repeats the high bits in their place, so that black stays black and white white, and a
 * reduced colour that is expanded and reduced again stays itself.
 */
public enum PixelFormat {
    /** 8 bits: an index into {@link Palette#CUBE}. */
    BPP8(8, 1, 0xFF),
    /** 15 bits: five each for red, green and blue, red on top. */
    BPP15(15, 2, 0x7FFF),
    /** 16 bits: five for red, six for green, five for blue. */
    BPP16(16, 2, 0xFFFF),
    /** 24 bits: blue, green, red in this order on the wire. */
    BPP24(24, 3, 0xFFFFFF),
    /** 32 bits: blue, green, red and an unused octet. */
    BPP32(32, 4, 0xFFFFFF);

    private final int bits;
    private final int bytes;
    private final int white;

    PixelFormat(int bits, int bytes, int white) {
        this.bits = bits;
        this.bytes = bytes;
        this.white = white;
    }

    /**
     * The format of a depth.
     *
     * @param bitsPerPixel 8, 15, 16, 24 or 32
     * @return the format
     */
    public static PixelFormat of(int bitsPerPixel) {
        return switch (bitsPerPixel) {
            case 8 -> BPP8;
            case 15 -> BPP15;
            case 16 -> BPP16;
            case 24 -> BPP24;
            case 32 -> BPP32;
            default -> throw new IllegalArgumentException(bitsPerPixel + " bits per pixel");
        };
    }

    /**
     * The colour depth.
     *
     * @return bits per pixel as in the protocol
     */
    public int bitsPerPixel() {
        return bits;
    }

    /**
     * Size of a pixel on the wire.
     *
     * @return bytes
     */
    public int bytesPerPixel() {
        return bytes;
    }

    /** The wire pixel with every bit set: the initial foreground colour of interleaved compression. */
    int white() {
        return white;
    }

    /**
     * A colour as wire pixel.
     *
     * @param rgb {@code 0x00RRGGBB}; the upper octet is ignored
     * @return the wire pixel
     */
    public int fromRgb(int rgb) {
        return switch (this) {
            case BPP8 -> Palette.CUBE.index(rgb);
            case BPP15 -> (rgb >> 9 & 0x7C00) | (rgb >> 6 & 0x03E0) | (rgb >> 3 & 0x001F);
            case BPP16 -> (rgb >> 8 & 0xF800) | (rgb >> 5 & 0x07E0) | (rgb >> 3 & 0x001F);
            case BPP24, BPP32 -> rgb & 0xFFFFFF;
        };
    }

    /**
     * What a client shows for a wire pixel.
     *
     * @param pixel the wire pixel
     * @return {@code 0x00RRGGBB}
     */
    public int toRgb(int pixel) {
        return switch (this) {
            case BPP8 -> Palette.CUBE.color(pixel & 0xFF);
            case BPP15 -> widen5(pixel >> 10) << 16 | widen5(pixel >> 5) << 8 | widen5(pixel);
            case BPP16 -> widen5(pixel >> 11) << 16 | widen6(pixel >> 5) << 8 | widen5(pixel);
            case BPP24, BPP32 -> pixel & 0xFFFFFF;
        };
    }

    private static int widen5(int value) {
        int five = value & 0x1F;
        return five << 3 | five >> 2;
    }

    private static int widen6(int value) {
        int six = value & 0x3F;
        return six << 2 | six >> 4;
    }

    /**
     * Converts an area of a picture, top row first, to wire pixels, bottom row first.
     *
     * @param rgb       pixels of the picture, {@code 0x00RRGGBB}
     * @param offset    index of the first pixel of the top row
     * @param stride    distance of two rows
     * @param width     of the area, in pixels
     * @param height    of the area, in pixels
     * @param into      receives {@code wireWidth × height} wire pixels from index 0
     * @param wireWidth width on the wire, at least {@code width}; the last pixel of a row is repeated to fill it
     */
    public void toWire(int[] rgb, int offset, int stride, int width, int height, int[] into, int wireWidth) {
        for (int row = 0; row < height; row++) {
            int from = offset + (height - 1 - row) * stride;
            int to = row * wireWidth;
            rowToWire(rgb, from, into, to, width);
            for (int x = width; x < wireWidth; x++) {
                into[to + x] = into[to + width - 1];
            }
        }
    }

    private void rowToWire(int[] rgb, int from, int[] into, int to, int width) {
        switch (this) {
            case BPP8 -> {
                for (int x = 0; x < width; x++) {
                    into[to + x] = Palette.CUBE.index(rgb[from + x]);
                }
            }
            case BPP15 -> {
                for (int x = 0; x < width; x++) {
                    int c = rgb[from + x];
                    into[to + x] = (c >> 9 & 0x7C00) | (c >> 6 & 0x03E0) | (c >> 3 & 0x001F);
                }
            }
            case BPP16 -> {
                for (int x = 0; x < width; x++) {
                    int c = rgb[from + x];
                    into[to + x] = (c >> 8 & 0xF800) | (c >> 5 & 0x07E0) | (c >> 3 & 0x001F);
                }
            }
            case BPP24, BPP32 -> {
                for (int x = 0; x < width; x++) {
                    into[to + x] = rgb[from + x] & 0xFFFFFF;
                }
            }
        }
    }

    /**
     * Writes wire pixels uncompressed.
     *
     * @param wire   the pixels
     * @param from   index of the first
     * @param pixels how many
     * @param out    receives {@code pixels × bytesPerPixel} bytes, little-endian
     * @param offset of the first byte
     */
    public void write(int[] wire, int from, int pixels, byte[] out, int offset) {
        int o = offset;
        switch (bytes) {
            case 1 -> {
                for (int i = from; i < from + pixels; i++) {
                    out[o++] = (byte) wire[i];
                }
            }
            case 2 -> {
                for (int i = from; i < from + pixels; i++, o += 2) {
                    Octets.put16(out, o, wire[i]);
                }
            }
            case 3 -> {
                for (int i = from; i < from + pixels; i++, o += 3) {
                    Octets.put24(out, o, wire[i]);
                }
            }
            default -> {
                for (int i = from; i < from + pixels; i++, o += 4) {
                    Octets.put32(out, o, wire[i]);
                }
            }
        }
    }

    /**
     * Reads uncompressed wire pixels.
     *
     * @param in     the bytes
     * @param offset of the first byte
     * @param pixels how many pixels
     * @param into   receives them from index 0
     */
    public void read(byte[] in, int offset, int pixels, int[] into) {
        for (int i = 0, o = offset; i < pixels; i++, o += bytes) {
            into[i] = pixelAt(in, o);
        }
    }

    /** One wire pixel; the caller has checked that it is there. */
    int pixelAt(byte[] in, int offset) {
        return switch (bytes) {
            case 1 -> in[offset] & 0xFF;
            case 2 -> Octets.get16(in, offset);
            case 3 -> Octets.get24(in, offset);
            default -> Octets.get24(in, offset);
        };
    }
}
