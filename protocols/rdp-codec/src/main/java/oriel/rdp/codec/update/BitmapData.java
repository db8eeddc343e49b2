package oriel.rdp.codec.update;

import oriel.rdp.codec.bitmap.InterleavedDecoder;
import oriel.rdp.codec.bitmap.PixelFormat;
import oriel.rdp.codec.bitmap.PlanarDecoder;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Bitmap Data (TS_BITMAP_DATA) — MS-RDPBCGR, section 2.2.9.1.1.3.1.2.2.
 *
 * @param destLeft         left edge, in pixels
 * @param destTop          top edge, in pixels
 * @param destRight        right edge, in pixels, inclusive
 * @param destBottom       bottom edge, in pixels, inclusive
 * @param width            of the data, in pixels; what is beyond the right edge is not shown
 * @param height           of the data, in pixels
 * @param bitsPerPixel     of the data
 * @param flags            {@link UpdateBatch#BITMAP_COMPRESSION}, {@link UpdateBatch#NO_BITMAP_COMPRESSION_HDR}
 * @param bitmapDataStream the pixels, compressed or not, with the compression header if there is one
 */
public record BitmapData(
        int destLeft,
        int destTop,
        int destRight,
        int destBottom,
        int width,
        int height,
        int bitsPerPixel,
        int flags,
        Octets bitmapDataStream) {

    static BitmapData decode(WireReader in) {
        in.named("Bitmap Data", "MS-RDPBCGR 2.2.9.1.1.3.1.2.2");
        return new BitmapData(
                in.u16("destLeft"),
                in.u16("destTop"),
                in.u16("destRight"),
                in.u16("destBottom"),
                in.u16("width"),
                in.u16("height"),
                in.u16("bitsPerPixel"),
                in.u16("flags"),
                in.octets(in.u16("bitmapLength"), "bitmapDataStream"));
    }

    void encode(WireWriter out) {
        out.u16(destLeft).u16(destTop).u16(destRight).u16(destBottom);
        out.u16(width).u16(height).u16(bitsPerPixel).u16(flags);
        out.u16(bitmapDataStream.length()).octets(bitmapDataStream);
    }

    /**
     * The picture.
     *
     * @param mostPixels most pixels the caller is ready to hold
     * @return {@code width × height} wire pixels, bottom row first
     */
    public int[] pixels(int mostPixels) {
        WireReader in = bitmapDataStream.reader().named("Bitmap Data", "MS-RDPBCGR 2.2.9.1.1.3.1.2.2");
        if (width == 0 || height == 0 || (long) width * height > mostPixels) {
            throw in.malformed("width and height", "1 … " + mostPixels + " pixels", (long) width * height);
        }
        PixelFormat format = format(in);
        int[] pixels = new int[width * height];
        boolean compressed = (flags & UpdateBatch.BITMAP_COMPRESSION) != 0;
        if (compressed && (flags & UpdateBatch.NO_BITMAP_COMPRESSION_HDR) == 0) {
            compressionHeader(in, format);
        }
        if (!compressed) {
            plain(in, format, pixels);
        } else if (format == PixelFormat.BPP32) {
            PlanarDecoder.decode(in.array(), in.arrayOffset(), in.remaining(), width, height, pixels);
        } else {
            InterleavedDecoder.decode(format, in.array(), in.arrayOffset(), in.remaining(), width, height, pixels);
        }
        return pixels;
    }

    private PixelFormat format(WireReader in) {
        return switch (bitsPerPixel) {
            case 8, 15, 16, 24, 32 -> PixelFormat.of(bitsPerPixel);
            default -> throw in.malformed("bitsPerPixel", "8, 15, 16, 24 or 32", bitsPerPixel);
        };
    }

    /** TS_CD_HEADER, 2.2.9.1.1.3.1.2.3. */
    private void compressionHeader(WireReader in, PixelFormat format) {
        in.expectU16(0, "cbCompFirstRowSize");
        int body = in.u16("cbCompMainBodySize");
        int scan = in.u16("cbScanWidth");
        in.skip(2, "cbUncompressedSize");
        if (body != in.remaining()) {
            throw in.malformed("cbCompMainBodySize", Integer.toString(in.remaining()), body);
        }
        if (scan != width * format.bytesPerPixel()) {
            throw in.malformed("cbScanWidth", Integer.toString(width * format.bytesPerPixel()), scan);
        }
    }

    /** Rows of uncompressed bitmaps are padded to four bytes. */
    private void plain(WireReader in, PixelFormat format, int[] pixels) {
        int scan = width * format.bytesPerPixel() + 3 & ~3;
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            byte[] bytes = in.bytes(scan, "bitmapDataStream");
            format.read(bytes, 0, width, row);
            System.arraycopy(row, 0, pixels, y * width, width);
        }
        in.expectEnd();
    }
}
