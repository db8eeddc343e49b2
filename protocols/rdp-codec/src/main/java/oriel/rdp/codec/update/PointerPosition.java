package oriel.rdp.codec.update;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Pointer Position Update (TS_POINTERPOSATTRIBUTE) — MS-RDPBCGR, section 2.2.9.1.1.4.2.
 *
 * @param x in pixels from the left of the desktop
 * @param y in pixels from the top of the desktop
 */
public record PointerPosition(int x, int y) implements PointerUpdate {

    static PointerPosition decode(WireReader in) {
        in.named("Pointer Position Update", "MS-RDPBCGR 2.2.9.1.1.4.2");
        PointerPosition position = new PointerPosition(in.u16("xPos"), in.u16("yPos"));
        in.expectEnd();
        return position;
    }

    @Override
    public int updateCode() {
        return FastPathUpdateType.PTR_POSITION;
    }

    @Override
    public int messageType() {
        return SlowPathType.POINTER_POSITION;
    }

    @Override
    public void encode(WireWriter out) {
        out.u16(x).u16(y);
    }
}
