package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Desktop Composition Capability Set (TS_COMPDESK_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.2.8.
 *
 * @param compDeskSupportLevel 1 if supported
 */
public record DesktopCompositionCapability(int compDeskSupportLevel) implements CapabilitySet {
    /** CAPSETTYPE_COMPDESK. */
    public static final int TYPE = 0x0019;

    static DesktopCompositionCapability decodeFields(WireReader in) {
        in.named("Desktop Composition Capability Set", "MS-RDPBCGR 2.2.7.2.8");
        return new DesktopCompositionCapability(in.u16("CompDeskSupportLevel"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(compDeskSupportLevel);
    }
}
