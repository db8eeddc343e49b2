package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Remote Programs Capability Set (TS_REMOTE_PROGRAMS_CAPABILITYSET) — MS-RDPERP, section 2.2.1.1.1.
 *
 * @param railSupportLevel flags; 1 if supported
 */
public record RailCapability(int railSupportLevel) implements CapabilitySet {
    /** CAPSTYPE_RAIL. */
    public static final int TYPE = 0x0017;

    static RailCapability decodeFields(WireReader in) {
        in.named("Remote Programs Capability Set", "MS-RDPERP 2.2.1.1.1");
        return new RailCapability(in.i32("RailSupportLevel"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(railSupportLevel);
    }
}
