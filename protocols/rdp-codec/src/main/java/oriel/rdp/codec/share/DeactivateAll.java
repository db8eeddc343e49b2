package oriel.rdp.codec.share;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Deactivate All PDU — MS-RDPBCGR, section 2.2.3.1: the share ends; a Demand Active PDU may follow, for example with another desktop size.
 *
 * @param pduSource channel identifier of the sender
 * @param shareId identifier of the share
 * @param sourceDescriptor name of the sender; a single zero byte will do
 */
public record DeactivateAll(int pduSource, int shareId, Octets sourceDescriptor) implements ShareControlPdu {
    static final int TYPE = 0x6;

    /** A PDU of the server. */
    public DeactivateAll(int shareId) {
        this(SERVER_CHANNEL_ID, shareId, Octets.of((byte) 0));
    }

    static DeactivateAll decodeFields(WireReader in, int source) {
        in.named("Deactivate All PDU", "MS-RDPBCGR 2.2.3.1.1");
        int shareId = in.i32("shareId");
        return new DeactivateAll(source, shareId, in.octets(in.u16("lengthSourceDescriptor"), "sourceDescriptor"));
    }

    @Override
    public void encode(WireWriter out) {
        int mark = ShareControlPdu.begin(out, TYPE, pduSource);
        out.i32(shareId).u16(sourceDescriptor.length()).octets(sourceDescriptor);
        ShareControlPdu.end(out, mark);
    }
}
