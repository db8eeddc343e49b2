package oriel.rdp.codec.update;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Fast-Path Large Pointer Update (TS_FP_LARGEPOINTERATTRIBUTE) — MS-RDPBCGR, section 2.2.9.1.2.1.11. It has no slow path.
 *
 * @param xorBpp  bits per pixel of the XOR mask
 * @param pointer the pointer, its XOR mask in this depth
 */
public record LargePointer(int xorBpp, ColorPointer pointer) implements PointerUpdate {

    static LargePointer decode(WireReader in) {
        in.named("Fast-Path Large Pointer Update", "MS-RDPBCGR 2.2.9.1.2.1.11");
        LargePointer pointer = new LargePointer(in.u16("xorBpp"), ColorPointer.decodeFields(in, true));
        ColorPointer.end(in);
        return pointer;
    }

    @Override
    public int updateCode() {
        return FastPathUpdateType.LARGE_POINTER;
    }

    @Override
    public int messageType() {
        throw new IllegalStateException("a large pointer has no slow path");
    }

    @Override
    public void encode(WireWriter out) {
        out.u16(xorBpp);
        pointer.encodeFields(out, true);
    }
}
