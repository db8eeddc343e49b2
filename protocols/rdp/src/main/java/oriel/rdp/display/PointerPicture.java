package oriel.rdp.display;

import oriel.contract.desktop.CursorShape;
import oriel.rdp.codec.update.ColorPointer;
import oriel.rdp.codec.update.LargePointer;
import oriel.rdp.codec.update.NewPointer;
import oriel.wire.Octets;

/**
 * A pointer's shape as XOR and AND masks, bottom row first (MS-RDPBCGR 2.2.9.1.1.4.4). A shape larger than the client takes is
 * cut around its hot spot.
 */
final class PointerPicture {

    private static final int OPAQUE = 128;

    private final CursorShape shape;
    private final int left;
    private final int top;
    private final int width;
    private final int height;

    private PointerPicture(CursorShape shape, int largest) {
        this.shape = shape;
        width = Math.min(shape.width(), largest);
        height = Math.min(shape.height(), largest);
        left = Math.clamp(shape.hotX() - width / 2, 0, shape.width() - width);
        top = Math.clamp(shape.hotY() - height / 2, 0, shape.height() - height);
    }

    static PointerPicture of(CursorShape shape, int largest) {
        return new PointerPicture(shape, largest);
    }

    /** A Color Pointer Update: 24 bits per pixel, each pixel shown or not. */
    ColorPointer withoutAlpha(int slot) {
        return pointer(slot, 3, OPAQUE);
    }

    /** A New Pointer Update of 32 bits per pixel, whose alpha the client blends. */
    NewPointer withAlpha(int slot) {
        return new NewPointer(32, pointer(slot, 4, 1));
    }

    /** A Large Pointer Update of 32 bits per pixel. */
    LargePointer large(int slot) {
        return new LargePointer(32, pointer(slot, 4, 1));
    }

    private ColorPointer pointer(int slot, int bytesPerPixel, int visible) {
        int scan = width * bytesPerPixel + 1 & ~1;
        int andScan = (width + 15) / 16 * 2;
        byte[] xor = new byte[scan * height];
        byte[] and = new byte[andScan * height];
        for (int row = 0; row < height; row++) {
            for (int x = 0; x < width; x++) {
                int argb = shape.argb(left + x, top + height - 1 - row);
                if (argb >>> 24 < visible) {
                    and[row * andScan + x / 8] |= (byte) (0x80 >> (x % 8));
                    continue;
                }
                int at = row * scan + x * bytesPerPixel;
                for (int i = 0; i < bytesPerPixel; i++) {
                    xor[at + i] = (byte) (argb >> (8 * i));
                }
            }
        }
        return new ColorPointer(
                slot, shape.hotX() - left, shape.hotY() - top, width, height, Octets.of(xor), Octets.of(and));
    }
}
