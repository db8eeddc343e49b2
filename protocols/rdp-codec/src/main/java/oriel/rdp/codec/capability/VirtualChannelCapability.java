package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Virtual Channel Capability Set (TS_VIRTUALCHANNEL_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.1.10.
 *
 * @param flags {@link #COMPR_SC} and the others
 * @param vcChunkSize longest chunk in bytes, 1600 to 16256; in the client's set ignored, 0 if absent
 */
public record VirtualChannelCapability(int flags, int vcChunkSize) implements CapabilitySet {
    /** CAPSTYPE_VIRTUALCHANNEL. */
    public static final int TYPE = 0x0014;

    /** VCCAPS_COMPR_SC: from server to client compression is possible. */
    public static final int COMPR_SC = 0x0001;

    /** VCCAPS_COMPR_CS_8K: from client to server compression is possible. */
    public static final int COMPR_CS_8K = 0x0002;

    static VirtualChannelCapability decodeFields(WireReader in) {
        in.named("Virtual Channel Capability Set", "MS-RDPBCGR 2.2.7.1.10");
        return new VirtualChannelCapability(in.i32("flags"), in.hasRemaining() ? in.i32("VCChunkSize") : 0);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.i32(flags).i32(vcChunkSize);
    }
}
