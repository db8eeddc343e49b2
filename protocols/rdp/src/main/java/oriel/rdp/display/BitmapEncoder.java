package oriel.rdp.display;

import java.util.Arrays;
import oriel.rdp.codec.bitmap.InterleavedEncoder;
import oriel.rdp.codec.bitmap.PixelFormat;
import oriel.rdp.codec.bitmap.PlanarEncoder;
import oriel.rdp.codec.update.UpdateBatch;

/**
 * Writes areas of the picture as TS_BITMAP_DATA in the form the client takes: planar at 32 bits per pixel, interleaved below,
 * or uncompressed where that is smaller or compression is not wanted. Areas are cut into pieces that fit the client's limits.
 */
final class BitmapEncoder {

    /** Pixels of a piece: large enough to compress well, small enough that incompressible ones need no second cut at 24 bpp. */
    private static final int PIECE = 16384;

    /** Narrowest piece that an area is cut into, if its height allows; cells of the planner are 32 wide. */
    private static final int GRAIN = 32;

    /** Widest piece: a row of it fits any client's limit, and some clients' decoders are made for the width of the desktop. */
    private static final int WIDEST = 1024;

    private static final int COMPRESSION_HEADER = 8;

    private final UpdateBatch batch;
    private final PlanarEncoder planar = new PlanarEncoder();
    private final InterleavedEncoder interleaved = new InterleavedEncoder();
    private final int[] row = new int[WIDEST];
    private int[] wire = new int[PIECE];
    private PixelFormat format = PixelFormat.BPP32;
    private boolean compression;
    private boolean compressionHeader;
    private boolean skipAlpha;
    private long bytesBefore;

    BitmapEncoder(UpdateBatch batch) {
        this.batch = batch;
    }

    void begin(DisplayParameters parameters, PixelFormat pixelFormat) {
        format = pixelFormat;
        compression = parameters.bitmapCompression();
        compressionHeader = !parameters.noBitmapCompressionHeader();
        skipAlpha = parameters.skipAlpha();
        bytesBefore = 0;
    }

    /** Bytes of the pixels since the last call, before compression. */
    long takeBytesBefore() {
        long bytes = bytesBefore;
        bytesBefore = 0;
        return bytes;
    }

    void fill(int x, int y, int width, int height, int rgb) {
        for (int done = 0; done < width; done += WIDEST) {
            fillPiece(x + done, y, Math.min(WIDEST, width - done), height, rgb);
        }
    }

    private void fillPiece(int x, int y, int width, int height, int rgb) {
        if (compression) {
            int wireWidth = wireWidth(width);
            int header = compressionHeader ? COMPRESSION_HEADER : 0;
            int plain = wireWidth * height * format.bytesPerPixel();
            int most = Math.min(plain, batch.largestBitmap() - header);
            int at = batch.beginBitmap(header + most);
            int length = encodeFill(format.fromRgb(rgb), wireWidth, height, at + header, most);
            if (length >= 0) {
                end(x, y, width, height, wireWidth, at, length);
                return;
            }
        }
        Arrays.fill(row, 0, width, rgb);
        pixels(x, y, width, height, row, 0, 0);
    }

    private int encodeFill(int pixel, int width, int height, int at, int most) {
        return format == PixelFormat.BPP32
                ? planar.encodeFill(pixel, width, height, skipAlpha, batch.array(), at, most)
                : interleaved.encodeFill(format, pixel, width, height, batch.array(), at, most);
    }

    void pixels(int x, int y, int width, int height, int[] rgb, int offset, int stride) {
        int widest = Math.clamp(PIECE / height / GRAIN * GRAIN, GRAIN, WIDEST);
        for (int done = 0; done < width; done += widest) {
            piece(x + done, y, Math.min(widest, width - done), height, rgb, offset + done, stride);
        }
    }

    private void piece(int x, int y, int width, int height, int[] rgb, int offset, int stride) {
        int wireWidth = wireWidth(width);
        int pixels = wireWidth * height;
        if (wire.length < pixels) {
            wire = new int[pixels];
        }
        format.toWire(rgb, offset, stride, width, height, wire, wireWidth);
        int plain = pixels * format.bytesPerPixel();
        int largest = batch.largestBitmap();
        if (compression) {
            int header = compressionHeader ? COMPRESSION_HEADER : 0;
            int most = Math.min(plain, largest - header);
            int at = batch.beginBitmap(header + most);
            int length = encode(wireWidth, height, at + header, most);
            if (length >= 0) {
                end(x, y, width, height, wireWidth, at, length);
                return;
            }
        }
        if (plain <= largest) {
            int at = batch.beginBitmap(plain);
            format.write(wire, 0, pixels, batch.array(), at);
            add(x, y, width, height, wireWidth, 0, plain);
        } else {
            // This ends at the latest with a single row.
            int upper = height / 2;
            piece(x, y, width, upper, rgb, offset, stride);
            piece(x, y + upper, width, height - upper, rgb, offset + upper * stride, stride);
        }
    }

    private int encode(int width, int height, int at, int most) {
        return format == PixelFormat.BPP32
                ? planar.encode(wire, width, height, skipAlpha, batch.array(), at, most)
                : interleaved.encode(format, wire, width, height, batch.array(), at, most);
    }

    private void end(int x, int y, int width, int height, int wireWidth, int at, int length) {
        int flags = UpdateBatch.BITMAP_COMPRESSION;
        int size = length;
        if (compressionHeader) {
            int scan = wireWidth * format.bytesPerPixel();
            batch.putCompressionHeader(at, length, scan, scan * height);
            size += COMPRESSION_HEADER;
        } else {
            flags |= UpdateBatch.NO_BITMAP_COMPRESSION_HDR;
        }
        add(x, y, width, height, wireWidth, flags, size);
    }

    private void add(int x, int y, int width, int height, int wireWidth, int flags, int size) {
        bytesBefore += (long) width * height * format.bytesPerPixel();
        batch.endBitmap(x, y, x + width - 1, y + height - 1, wireWidth, height, format.bitsPerPixel(), flags, size);
    }

    /** Rows on the wire have a multiple of four pixels, as all servers send them. */
    private static int wireWidth(int width) {
        return width + 3 & ~3;
    }
}
