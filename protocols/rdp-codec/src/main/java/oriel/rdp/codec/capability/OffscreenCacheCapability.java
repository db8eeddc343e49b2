package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Offscreen Bitmap Cache Capability Set (TS_OFFSCREEN_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.1.9.
 *
 * @param offscreenSupportLevel 1 if supported
 * @param offscreenCacheSize KiB, at most 7680
 * @param offscreenCacheEntries entries, at most 500
 */
public record OffscreenCacheCapability(int offscreenSupportLevel, int offscreenCacheSize, int offscreenCacheEntries)
        implements CapabilitySet {
    /** CAPSTYPE_OFFSCREENCACHE. */
    public static final int TYPE = 0x0011;

    static OffscreenCacheCapability decodeFields(WireReader in) {
        in.named("Offscreen Bitmap Cache Capability Set", "MS-RDPBCGR 2.2.7.1.9");
        return new OffscreenCacheCapability(
                in.i32("offscreenSupportLevel"), in.u16("offscreenCacheSize"), in.u16("offscreenCacheEntries"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(offscreenSupportLevel).u16(offscreenCacheSize).u16(offscreenCacheEntries);
    }
}
