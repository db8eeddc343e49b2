package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Control Capability Set (TS_CONTROL_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.2.2.
 *
 * @param controlFlags 0
 * @param remoteDetachFlag 0
 * @param controlInterest 2, CONTROLPRIORITY_NEVER
 * @param detachInterest 2, CONTROLPRIORITY_NEVER
 */
public record ControlCapability(int controlFlags, int remoteDetachFlag, int controlInterest, int detachInterest)
        implements CapabilitySet {
    /** CAPSTYPE_CONTROL. */
    public static final int TYPE = 0x0005;

    static ControlCapability decodeFields(WireReader in) {
        in.named("Control Capability Set", "MS-RDPBCGR 2.2.7.2.2");
        return new ControlCapability(
                in.u16("controlFlags"),
                in.u16("remoteDetachFlag"),
                in.u16("controlInterest"),
                in.u16("detachInterest"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(controlFlags).u16(remoteDetachFlag).u16(controlInterest).u16(detachInterest);
    }
}
