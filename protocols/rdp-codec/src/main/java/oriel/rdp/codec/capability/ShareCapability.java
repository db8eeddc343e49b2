package oriel.rdp.codec.capability;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Share Capability Set (TS_SHARE_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.2.4.
 *
 * @param nodeId channel of the sender: 0 from the client, the server channel from the server
 */
public record ShareCapability(int nodeId) implements CapabilitySet {
    /** CAPSTYPE_SHARE. */
    public static final int TYPE = 0x0009;

    static ShareCapability decodeFields(WireReader in) {
        in.named("Share Capability Set", "MS-RDPBCGR 2.2.7.2.4");
        int nodeId = in.u16("nodeID");
        in.skip(2, "pad2octets");
        return new ShareCapability(nodeId);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        out.u16(nodeId).pad(2);
    }
}
