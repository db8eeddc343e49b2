package oriel.rdp.codec.update;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * New Pointer Update (TS_POINTERATTRIBUTE) — MS-RDPBCGR, section 2.2.9.1.1.4.5.
 *
 * @param xorBpp  bits per pixel of the XOR mask: 1 (top row first), 4, 8, 16, 24 or 32 (with alpha)
 * @param pointer the pointer, its XOR mask in this depth
 */
public record NewPointer(int xorBpp, ColorPointer pointer) implements PointerUpdate {

    static NewPointer decode(WireReader in) {
        in.named("New Pointer Update", "MS-RDPBCGR 2.2.9.1.1.4.5");
        NewPointer pointer = new NewPointer(in.u16("xorBpp"), ColorPointer.decodeFields(in, false));
        ColorPointer.end(in);
        return pointer;
    }

    @Override
    public int updateCode() {
        return FastPathUpdateType.POINTER;
    }

    @Override
    public int messageType() {
        return SlowPathType.POINTER_POINTER;
    }

    @Override
    public void encode(WireWriter out) {
        out.u16(xorBpp);
        pointer.encodeFields(out, false);
    }
}
