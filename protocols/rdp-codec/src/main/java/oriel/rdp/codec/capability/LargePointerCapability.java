package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Large Pointer Capability Set (TS_LARGE_POINTER_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.2.7.
 *
 * @param largePointerSupportFlags {@link #LARGE_POINTER_96X96}, {@link #LARGE_POINTER_384X384}
 */
public record LargePointerCapability(int largePointerSupportFlags) implements CapabilitySet {
    /** CAPSETTYPE_LARGE_POINTER. */
    public static final int TYPE = 0x001B;

    /** LARGE_POINTER_FLAG_96x96. */
    public static final int LARGE_POINTER_96X96 = 0x0001;

    /** LARGE_POINTER_FLAG_384x384. */
    public static final int LARGE_POINTER_384X384 = 0x0002;

    static LargePointerCapability decodeFields(WireReader in) {
        in.named("Large Pointer Capability Set", "MS-RDPBCGR 2.2.7.2.7");
        return new LargePointerCapability(in.u16("largePointerSupportFlags"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(largePointerSupportFlags);
    }
}
