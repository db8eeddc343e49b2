package oriel.rdp.codec.update;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Color Pointer Update (TS_COLORPOINTERATTRIBUTE) — MS-RDPBCGR, section 2.2.9.1.1.4.4. Both masks are padded to two bytes per
 * row, the bottom row first.
 *
 * @param cacheIndex slot of the pointer cache that takes the pointer, from 0
 * @param hotX       column of the pixel that points
 * @param hotY       row of the pixel that points
 * @param width      in pixels
 * @param height     in pixels
 * @param xorMask    colours, 24 bits per pixel: blue, green, red
 * @param andMask    one bit per pixel, the leftmost in the highest bit: 0 = the colour is shown, 1 = what is below shines through
 */
public record ColorPointer(int cacheIndex, int hotX, int hotY, int width, int height, Octets xorMask, Octets andMask)
        implements PointerUpdate {

    static ColorPointer decode(WireReader in) {
        in.named("Color Pointer Update", "MS-RDPBCGR 2.2.9.1.1.4.4");
        ColorPointer pointer = decodeFields(in, false);
        end(in);
        return pointer;
    }

    /** The fields shared by color, new and large pointers; the last has longer lengths. */
    static ColorPointer decodeFields(WireReader in, boolean large) {
        int cacheIndex = in.u16("cacheIndex");
        int hotX = in.u16("hotSpot.xPos");
        int hotY = in.u16("hotSpot.yPos");
        int width = in.u16("width");
        int height = in.u16("height");
        long and = large ? in.u32("lengthAndMask") : in.u16("lengthAndMask");
        long xor = large ? in.u32("lengthXorMask") : in.u16("lengthXorMask");
        Octets xorMask = mask(in, xor, "xorMaskData");
        return new ColorPointer(cacheIndex, hotX, hotY, width, height, xorMask, mask(in, and, "andMaskData"));
    }

    private static Octets mask(WireReader in, long length, String field) {
        return in.octets(in.count(length, in.remaining(), field), field);
    }

    /** An optional pad byte ends every pointer. */
    static void end(WireReader in) {
        if (in.remaining() > 1) {
            throw in.malformed("pad", "at most 1 byte", in.remaining());
        }
    }

    @Override
    public int updateCode() {
        return FastPathUpdateType.COLOR;
    }

    @Override
    public int messageType() {
        return SlowPathType.POINTER_COLOR;
    }

    @Override
    public void encode(WireWriter out) {
        encodeFields(out, false);
    }

    void encodeFields(WireWriter out, boolean large) {
        out.u16(cacheIndex).u16(hotX).u16(hotY).u16(width).u16(height);
        if (large) {
            out.i32(andMask.length()).i32(xorMask.length());
        } else {
            out.u16(andMask.length()).u16(xorMask.length());
        }
        out.octets(xorMask).octets(andMask);
    }
}
