package oriel.rdp.codec.bitmap;

/** Reads RDP6_BITMAP_STREAM, MS-RDPEGDI 2.2.2.5.1, as a client does. Colour loss and chroma subsampling are refused. */
public final class PlanarDecoder {

    private static final int COLOR_LOSS_AND_SUBSAMPLING = 0x0F;
    private static final int RESERVED = 0xC0;

    private final byte[] in;
    private final int start;
    private final int end;
    private final int width;
    private final int height;
    private int at;

    private PlanarDecoder(byte[] in, int offset, int length, int width, int height) {
        this.in = in;
        this.start = offset;
        this.end = offset + length;
        this.width = width;
        this.height = height;
        this.at = offset;
    }

    /**
     * Decodes a bitmap.
     *
     * @param in     holds the stream
     * @param offset of its first byte
     * @param length of the stream
     * @param width  in pixels
     * @param height in pixels
     * @param into   receives {@code width × height} wire pixels, bottom row first; alpha is dropped
     * @throws MalformedBitmapException if the stream is not one bitmap of this size
     */
    public static void decode(byte[] in, int offset, int length, int width, int height, int[] into) {
        new PlanarDecoder(in, offset, length, width, height).decode(into);
    }

    private void decode(int[] into) {
        int header = next("format header");
        if ((header & (COLOR_LOSS_AND_SUBSAMPLING | RESERVED)) != 0) {
            throw new MalformedBitmapException("planar format header 0x%02x is not supported".formatted(header), 0);
        }
        boolean rle = (header & PlanarEncoder.RLE) != 0;
        boolean alpha = (header & PlanarEncoder.NO_ALPHA) == 0;
        for (int i = 0; i < width * height; i++) {
            into[i] = 0;
        }
        for (int shift = alpha ? 24 : 16; shift >= 0; shift -= 8) {
            if (rle) {
                runLengthPlane(into, shift);
            } else {
                plainPlane(into, shift);
            }
        }
        if (!rle) {
            next("pad");
        }
        if (at != end) {
            throw new MalformedBitmapException(end - at + " bytes too many", at - start);
        }
        for (int i = 0; i < width * height; i++) {
            into[i] &= 0xFFFFFF;
        }
    }

    private void plainPlane(int[] into, int shift) {
        for (int i = 0; i < width * height; i++) {
            into[i] |= next("raw plane") << shift;
        }
    }

    private void runLengthPlane(int[] into, int shift) {
        for (int row = 0; row < height; row++) {
            int x = 0;
            int value = 0;
            while (x < width) {
                int control = next("control byte");
                int run = control & 0xF;
                int raw = control >> 4;
                if (run == 1 || run == 2) {
                    run = 16 * run + raw;
                    raw = 0;
                }
                if (raw + run == 0 || x + raw + run > width) {
                    throw new MalformedBitmapException("segment of " + (raw + run) + " does not fit", at - 1 - start);
                }
                for (int i = 0; i < raw; i++) {
                    value = next("raw value");
                    put(into, row, x++, value, shift);
                }
                for (int i = 0; i < run; i++) {
                    put(into, row, x++, value, shift);
                }
            }
        }
    }

    private void put(int[] into, int row, int x, int value, int shift) {
        int i = row * width + x;
        int pixel = value;
        if (row > 0) {
            int difference = (value & 1) == 0 ? value >> 1 : -(value >> 1) - 1;
            pixel = (into[i - width] >> shift) + difference & 0xFF;
        }
        into[i] |= pixel << shift;
    }

    private int next(String what) {
        if (at >= end) {
            throw new MalformedBitmapException("no more bytes for the " + what, at - start);
        }
        return in[at++] & 0xFF;
    }
}
