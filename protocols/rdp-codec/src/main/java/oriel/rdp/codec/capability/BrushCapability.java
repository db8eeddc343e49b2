package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Brush Capability Set (TS_BRUSH_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.1.7.
 *
 * @param brushSupportLevel 0 default, 1 8x8 brushes of 8 bits, 2 8x8 brushes of all depths
 */
public record BrushCapability(int brushSupportLevel) implements CapabilitySet {
    /** CAPSTYPE_BRUSH. */
    public static final int TYPE = 0x000F;

    static BrushCapability decodeFields(WireReader in) {
        in.named("Brush Capability Set", "MS-RDPBCGR 2.2.7.1.7");
        return new BrushCapability(in.i32("brushSupportLevel"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(brushSupportLevel);
    }
}
