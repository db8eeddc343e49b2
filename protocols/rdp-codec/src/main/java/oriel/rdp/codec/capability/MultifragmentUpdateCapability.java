package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Multifragment Update Capability Set (TS_MULTIFRAGMENTUPDATE_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.2.6.
 *
 * @param maxRequestSize longest fast-path update, put together again, in bytes; 0 to 4294967295
 */
public record MultifragmentUpdateCapability(long maxRequestSize) implements CapabilitySet {
    /** CAPSETTYPE_MULTIFRAGMENTUPDATE. */
    public static final int TYPE = 0x001A;

    static MultifragmentUpdateCapability decodeFields(WireReader in) {
        in.named("Multifragment Update Capability Set", "MS-RDPBCGR 2.2.7.2.6");
        return new MultifragmentUpdateCapability(in.u32("MaxRequestSize"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u32(maxRequestSize);
    }
}
