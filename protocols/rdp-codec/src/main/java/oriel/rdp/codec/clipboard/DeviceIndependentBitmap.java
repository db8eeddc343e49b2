package oriel.rdp.codec.clipboard;

import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A picture in the standard clipboard formats CF_DIB and CF_DIBV5: BITMAPINFOHEADER, BITMAPV4HEADER or BITMAPV5HEADER, masks or palette,
 * pixels. Read at 1, 4, 8, 16, 24 and 32 bits per pixel, uncompressed or with masks, from the bottom or from the top; written at 32 bits
 * with BITMAPV5HEADER where there is transparency to keep, else at 24 bits. The pixels are not copied.
 *
 * <p>Rules of transparency: with a mask for it, it counts, unless nothing at all were to be seen; without one, the fourth byte of a 32-bit pixel counts if it is not zero
 * everywhere, and zero only where the pixel is black, as programs leave it that know transparency but not the newer headers; else all is
 * opaque.
 *
 * @param width pixels in a row
 * @param height rows
 * @param argb pixels from the top left on, 8 bits each of alpha, red, green and blue, not premultiplied
 */
@SuppressWarnings("ArrayRecordComponent") // large, lent, and never compared
public record DeviceIndependentBitmap(int width, int height, int[] argb) {
    private static final String NAME = "device-independent bitmap";
    private static final String SECTION = "MS-WMF 2.2.2.9";

    private static final int CORE_HEADER = 12;
    private static final int INFO_HEADER = 40;
    private static final int V3_HEADER = 56;
    private static final int V5_HEADER = 124;
    private static final int MASKS = 3 * 4;

    private static final int RGB = 0;
    private static final int BITFIELDS = 3;
    private static final int ALPHA_BITFIELDS = 6;
    private static final int OPAQUE = 0xFF00_0000;

    /** LCS_sRGB: the colours need no description. */
    private static final int SRGB = 0x7352_4742;

    /** LCS_GM_IMAGES. */
    private static final int IMAGES = 4;

    /** Checks that the pixels are all there. */
    public DeviceIndependentBitmap {
        if (width < 1 || height < 1 || (long) width * height != argb.length) {
            throw new IllegalArgumentException("not " + width + "x" + height + " pixels");
        }
    }

    /** What the headers say. */
    private record Layout(
            int width,
            int height,
            boolean topDown,
            int bits,
            int red,
            int green,
            int blue,
            int alpha,
            int[] palette,
            boolean repeatsMasks) {
        int stride() {
            return (width * bits + 31) / 32 * 4;
        }
    }

    /**
     * Reads a picture.
     *
     * @param in the whole content of the clipboard
     * @param mostPixels largest picture to read
     * @return the picture
     */
    public static DeviceIndependentBitmap decode(WireReader in, int mostPixels) {
        in.named(NAME, SECTION);
        Layout layout = layout(in, mostPixels);
        int bytes = Math.multiplyExact(layout.stride(), layout.height());
        if (layout.repeatsMasks() && in.remaining() == bytes + MASKS) {
            in.skip(MASKS, "masks"); // Windows repeats them when it makes CF_DIBV5 of CF_DIB.
        }
        in.need(bytes, "pixels");
        int[] argb = new int[layout.width() * layout.height()];
        for (int row = 0; row < layout.height(); row++) {
            int y = layout.topDown() ? row : layout.height() - 1 - row;
            row(layout, in, row, argb, y * layout.width());
        }
        if (layout.bits() == 32) {
            settleAlpha(argb, layout.alpha() != 0);
        }
        return new DeviceIndependentBitmap(layout.width(), layout.height(), argb);
    }

    private static Layout layout(WireReader in, int mostPixels) {
        int size = in.i32("biSize");
        if (size == CORE_HEADER) {
            throw in.malformed("biSize", "at least " + INFO_HEADER, size);
        }
        WireReader header = in.slice(in.count(size - 4L, 4096, "biSize"), "header");
        int width = header.i32("biWidth");
        int signedHeight = header.i32("biHeight");
        if (width < 1 || signedHeight == 0 || signedHeight == Integer.MIN_VALUE) {
            throw in.malformed("biWidth, biHeight", "a picture", width + "x" + signedHeight);
        }
        int height = Math.abs(signedHeight);
        if ((long) width * height > mostPixels) {
            throw in.malformed("biWidth, biHeight", "at most " + mostPixels + " pixels", width + "x" + height);
        }
        header.skip(2, "biPlanes");
        int bits = header.u16("biBitCount");
        int compression = header.i32("biCompression");
        header.skip(3 * 4, "biSizeImage, biXPelsPerMeter, biYPelsPerMeter");
        long colors = header.u32("biClrUsed");
        header.skip(4, "biClrImportant");
        int[] masks = masks(in, header, size, bits, compression);
        return new Layout(
                width,
                height,
                signedHeight < 0,
                bits,
                masks[0],
                masks[1],
                masks[2],
                masks[3],
                palette(in, bits, colors),
                size > INFO_HEADER && compression != RGB);
    }

    private static int[] masks(WireReader in, WireReader header, int size, int bits, int compression) {
        switch (compression) {
            case RGB -> {
                return switch (bits) {
                    case 1, 4, 8 -> new int[4];
                    case 16 -> new int[] {0x7C00, 0x03E0, 0x001F, 0};
                    case 24, 32 -> new int[] {0xFF_0000, 0x00_FF00, 0x00_00FF, 0};
                    default -> throw in.malformed("biBitCount", "1, 4, 8, 16, 24 or 32", bits);
                };
            }
            case BITFIELDS, ALPHA_BITFIELDS -> {
                if (bits != 16 && bits != 32) {
                    throw in.malformed("biBitCount", "16 or 32", bits);
                }
                WireReader from = size > INFO_HEADER ? header : in;
                boolean alpha = compression == ALPHA_BITFIELDS || size >= V3_HEADER;
                return new int[] {
                    mask(from, "red mask"),
                    mask(from, "green mask"),
                    mask(from, "blue mask"),
                    alpha ? mask(from, "alpha mask") : 0
                };
            }
            default -> throw in.malformed("biCompression", "BI_RGB or BI_BITFIELDS", compression);
        }
    }

    /** The bits of a mask are neighbours. */
    private static int mask(WireReader in, String field) {
        int mask = in.i32(field);
        int low = mask >>> Integer.numberOfTrailingZeros(mask);
        if (mask != 0 && (low & low + 1) != 0) {
            throw in.malformed(field, "neighbouring bits", "0x%08x".formatted(mask));
        }
        return mask;
    }

    /** A palette that is announced beside true colours is a hint for devices that have none; it is passed over. */
    private static int[] palette(WireReader in, int bits, long colors) {
        int most = bits <= 8 ? 1 << bits : 256;
        int used = in.count(colors == 0 && bits <= 8 ? most : colors, most, "biClrUsed");
        int[] palette = new int[bits <= 8 ? most : 0];
        for (int i = 0; i < used; i++) {
            int color = in.i32("palette");
            if (bits <= 8) {
                palette[i] = color & 0xFF_FFFF;
            }
        }
        return palette;
    }

    private static void row(Layout layout, WireReader in, int row, int[] argb, int to) {
        byte[] data = in.array();
        int at = in.arrayOffset() + row * layout.stride();
        int bits = layout.bits();
        for (int x = 0; x < layout.width(); x++) {
            argb[to + x] = switch (bits) {
                case 32 -> color(layout, little(data, at + 4 * x, 4));
                case 24 -> OPAQUE | little(data, at + 3 * x, 3);
                case 16 -> color(layout, little(data, at + 2 * x, 2));
                default -> {
                    int bit = x * bits;
                    int index = (data[at + bit / 8] & 0xFF) >> (8 - bits - bit % 8) & ((1 << bits) - 1);
                    yield OPAQUE | layout.palette()[index];
                }
            };
        }
    }

    private static int little(byte[] data, int at, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (data[at + i] & 0xFF) << (8 * i);
        }
        return value;
    }

    private static int color(Layout layout, int pixel) {
        int rgb = part(pixel, layout.red()) << 16 | part(pixel, layout.green()) << 8 | part(pixel, layout.blue());
        if (layout.alpha() != 0) {
            return part(pixel, layout.alpha()) << 24 | rgb;
        }
        // Of 32 bits without a mask the rest may be transparency: settled when all pixels are known.
        int rest = pixel & ~(layout.red() | layout.green() | layout.blue()) & OPAQUE;
        return layout.bits() == 32 ? rest | rgb : OPAQUE | rgb;
    }

    /** The value below a mask, stretched to 8 bits. */
    private static int part(int pixel, int mask) {
        int shift = Integer.numberOfTrailingZeros(mask);
        int most = mask == 0 ? 0 : mask >>> shift;
        if (most == 0xFF || most == 0) {
            return most == 0 ? 0 : (pixel & mask) >>> shift;
        }
        return (int) (((pixel & mask) >>> shift & 0xFFFF_FFFFL) * 0xFF / (most & 0xFFFF_FFFFL));
    }

    private static void settleAlpha(int[] argb, boolean masked) {
        boolean any = false;
        boolean plausible = true;
        for (int pixel : argb) {
            int alpha = pixel >>> 24;
            any |= alpha != 0;
            plausible &= masked || alpha != 0 || pixel == 0;
        }
        if (!any || !plausible) {
            for (int i = 0; i < argb.length; i++) {
                argb[i] |= OPAQUE;
            }
        }
    }

    /** Whether any pixel is not opaque. */
    public boolean isTransparent() {
        for (int pixel : argb) {
            if (pixel >>> 24 != 0xFF) {
                return true;
            }
        }
        return false;
    }

    /**
     * Writes it as CF_DIB: opaque, since nobody could tell otherwise, on white where it was transparent.
     *
     * @param out where to
     */
    public void encodeDib(WireWriter out) {
        int stride = (width * 24 + 31) / 32 * 4;
        out.ensure(INFO_HEADER + stride * height);
        infoHeader(out, INFO_HEADER, 24, RGB, stride * height);
        for (int y = height - 1; y >= 0; y--) {
            for (int x = 0; x < width; x++) {
                int pixel = onWhite(argb[y * width + x]);
                out.u8(pixel & 0xFF).u8(pixel >> 8 & 0xFF).u8(pixel >> 16 & 0xFF);
            }
            out.pad(stride - 3 * width);
        }
    }

    private static int onWhite(int pixel) {
        int alpha = pixel >>> 24;
        if (alpha == 0xFF) {
            return pixel;
        }
        int white = 0xFF * (0xFF - alpha);
        int red = ((pixel >> 16 & 0xFF) * alpha + white) / 0xFF;
        int green = ((pixel >> 8 & 0xFF) * alpha + white) / 0xFF;
        int blue = ((pixel & 0xFF) * alpha + white) / 0xFF;
        return red << 16 | green << 8 | blue;
    }

    /**
     * Writes it as CF_DIBV5, with its transparency.
     *
     * @param out where to
     */
    public void encodeDibV5(WireWriter out) {
        out.ensure(V5_HEADER + 4 * argb.length);
        infoHeader(out, V5_HEADER, 32, BITFIELDS, 4 * argb.length);
        out.i32(0xFF_0000).i32(0x00_FF00).i32(0x00_00FF).i32(OPAQUE).i32(SRGB);
        out.pad(9 * 4 /* bV5Endpoints */ + 3 * 4 /* bV5GammaRed, -Green, -Blue */);
        out.i32(IMAGES).pad(3 * 4 /* bV5ProfileData, bV5ProfileSize, bV5Reserved */);
        for (int y = height - 1; y >= 0; y--) {
            for (int x = 0; x < width; x++) {
                out.i32(argb[y * width + x]);
            }
        }
    }

    private void infoHeader(WireWriter out, int size, int bits, int compression, int bytes) {
        out.i32(size).i32(width).i32(height).u16(1).u16(bits).i32(compression).i32(bytes);
        out.pad(4 * 4 /* biXPelsPerMeter, biYPelsPerMeter, biClrUsed, biClrImportant */);
    }

    /**
     * Reads a picture or says why not.
     *
     * @param content the whole content of the clipboard
     * @param mostPixels largest picture to read
     * @return the picture
     * @throws MalformedPduException if it is none, or too large
     */
    public static DeviceIndependentBitmap of(byte[] content, int mostPixels) {
        return decode(new WireReader(content), mostPixels);
    }

    @Override
    public String toString() {
        return width + "x" + height + " pixels";
    }
}
