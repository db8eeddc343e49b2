package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Pointer Capability Set (TS_POINTER_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.1.5.
 *
 * @param colorPointerFlag 1; monochrome pointers only are no longer supported
 * @param colorPointerCacheSize slots for 24-bit colour pointers
 * @param pointerCacheSize slots for pointers of New Pointer Updates; absent or 0: the client takes none
 */
public record PointerCapability(int colorPointerFlag, int colorPointerCacheSize, int pointerCacheSize)
        implements CapabilitySet {
    /** CAPSTYPE_POINTER. */
    public static final int TYPE = 0x0008;

    static PointerCapability decodeFields(WireReader in) {
        in.named("Pointer Capability Set", "MS-RDPBCGR 2.2.7.1.5");
        return new PointerCapability(
                in.u16("colorPointerFlag"),
                in.u16("colorPointerCacheSize"),
                in.hasRemaining() ? in.u16("pointerCacheSize") : 0);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(colorPointerFlag).u16(colorPointerCacheSize).u16(pointerCacheSize);
    }
}
