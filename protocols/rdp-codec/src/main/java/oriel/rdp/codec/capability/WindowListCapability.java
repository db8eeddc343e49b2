package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Window List Capability Set (TS_WINDOW_LIST_CAPABILITYSET) — MS-RDPERP, section 2.2.1.1.2.
 *
 * @param wndSupportLevel 0 not, 1 supported, 2 with extended styles
 * @param numIconCaches caches of icons
 * @param numIconCacheEntries entries of each
 */
public record WindowListCapability(int wndSupportLevel, int numIconCaches, int numIconCacheEntries)
        implements CapabilitySet {
    /** CAPSTYPE_WINDOW. */
    public static final int TYPE = 0x0018;

    static WindowListCapability decodeFields(WireReader in) {
        in.named("Window List Capability Set", "MS-RDPERP 2.2.1.1.2");
        return new WindowListCapability(
                in.i32("WndSupportLevel"), in.u8("NumIconCaches"), in.u16("NumIconCacheEntries"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(wndSupportLevel).u8(numIconCaches).u16(numIconCacheEntries);
    }
}
