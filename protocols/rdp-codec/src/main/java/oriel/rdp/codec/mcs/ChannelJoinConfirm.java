package oriel.rdp.codec.mcs;

import java.util.OptionalInt;
import oriel.rdp.codec.x224.DataTransfer;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server MCS Channel Join Confirm PDU — MS-RDPBCGR, section 2.2.1.9; ITU-T T.125, section 11.22.
 *
 * @param result {@link McsResult#SUCCESSFUL} or why not
 * @param initiator the user's identifier
 * @param requested the channel asked for
 * @param channelId the channel joined; present on success
 */
public record ChannelJoinConfirm(int result, int initiator, int requested, OptionalInt channelId) implements McsPdu {
    static final int CHOICE = 15;

    /** The confirm that a channel was joined. */
    public static ChannelJoinConfirm joined(ChannelJoinRequest request) {
        return new ChannelJoinConfirm(
                McsResult.SUCCESSFUL, request.initiator(), request.channelId(), OptionalInt.of(request.channelId()));
    }

    /** The confirm that a channel was not joined. */
    public static ChannelJoinConfirm refused(ChannelJoinRequest request, int result) {
        return new ChannelJoinConfirm(result, request.initiator(), request.channelId(), OptionalInt.empty());
    }

    static ChannelJoinConfirm decodeDomain(WireReader in) {
        in.named("MCS Channel Join Confirm PDU", "MS-RDPBCGR 2.2.1.9");
        int head = McsResult.decode(in);
        boolean present = (head & McsResult.PRESENT) != 0;
        return new ChannelJoinConfirm(
                head & ~McsResult.PRESENT,
                McsPdu.userId(in, "initiator"),
                in.u16be("requested"),
                present ? OptionalInt.of(in.u16be("channelId")) : OptionalInt.empty());
    }

    @Override
    public void encode(WireWriter out) {
        int packet = DataTransfer.begin(out);
        McsResult.encode(out, CHOICE, result, channelId.isPresent());
        McsPdu.userId(out, initiator);
        out.u16be(requested);
        channelId.ifPresent(out::u16be);
        DataTransfer.end(out, packet);
    }
}
