package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Window Activation Capability Set (TS_WINDOWACTIVATION_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.2.3.
 *
 * @param helpKeyFlag 0
 * @param helpKeyIndexFlag 0
 * @param helpExtendedKeyFlag 0
 * @param windowManagerKeyFlag 0
 */
public record ActivationCapability(
        int helpKeyFlag, int helpKeyIndexFlag, int helpExtendedKeyFlag, int windowManagerKeyFlag)
        implements CapabilitySet {
    /** CAPSTYPE_ACTIVATION. */
    public static final int TYPE = 0x0007;

    static ActivationCapability decodeFields(WireReader in) {
        in.named("Window Activation Capability Set", "MS-RDPBCGR 2.2.7.2.3");
        return new ActivationCapability(
                in.u16("helpKeyFlag"),
                in.u16("helpKeyIndexFlag"),
                in.u16("helpExtendedKeyFlag"),
                in.u16("windowManagerKeyFlag"));
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(helpKeyFlag).u16(helpKeyIndexFlag).u16(helpExtendedKeyFlag).u16(windowManagerKeyFlag);
    }
}
