package oriel.rdp.codec.mcs;

import oriel.rdp.codec.x224.DataTransfer;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client MCS Channel Join Request PDU — MS-RDPBCGR, section 2.2.1.8; ITU-T T.125, section 11.21.
 *
 * @param initiator the user's identifier
 * @param channelId the channel it wants to join
 */
public record ChannelJoinRequest(int initiator, int channelId) implements McsPdu {
    static final int CHOICE = 14;

    static ChannelJoinRequest decodeDomain(WireReader in) {
        in.named("MCS Channel Join Request PDU", "MS-RDPBCGR 2.2.1.8");
        in.skip(1, "choice");
        return new ChannelJoinRequest(McsPdu.userId(in, "initiator"), in.u16be("channelId"));
    }

    @Override
    public void encode(WireWriter out) {
        int packet = DataTransfer.begin(out);
        out.u8(CHOICE << 2);
        McsPdu.userId(out, initiator);
        out.u16be(channelId);
        DataTransfer.end(out, packet);
    }
}
