package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * DrawNineGrid Cache Capability Set (TS_DRAW_NINEGRID_CAPABILITYSET) — MS-RDPEGDI, section 2.2.1.2.
 *
 * @param drawNineGridSupportLevel 0 not, 1 revision 1, 2 revision 2
 * @param drawNineGridCacheSize KiB, at most 2560
 * @param drawNineGridCacheEntries entries, at most 256
 */
public record DrawNineGridCacheCapability(
        int drawNineGridSupportLevel, int drawNineGridCacheSize, int drawNineGridCacheEntries)
        implements CapabilitySet {
    /** CAPSTYPE_DRAWNINEGRIDCACHE. */
    public static final int TYPE = 0x0015;

    static DrawNineGridCacheCapability decodeFields(WireReader in) {
        in.named("DrawNineGrid Cache Capability Set", "MS-RDPEGDI 2.2.1.2");
        return new DrawNineGridCacheCapability(
                in.i32("drawNineGridSupportLevel"),
                in.u16("drawNineGridCacheSize"),
                in.u16("drawNineGridCacheEntries"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(drawNineGridSupportLevel).u16(drawNineGridCacheSize).u16(drawNineGridCacheEntries);
    }
}
