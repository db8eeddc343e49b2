package oriel.rdp.codec.mcs;

import java.util.OptionalInt;
import oriel.rdp.codec.x224.DataTransfer;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server MCS Attach User Confirm PDU — MS-RDPBCGR, section 2.2.1.7; ITU-T T.125, section 11.18.
 *
 * @param result {@link McsResult#SUCCESSFUL} or why not
 * @param initiator the user's identifier, which is also the identifier of its own channel; present on success
 */
public record AttachUserConfirm(int result, OptionalInt initiator) implements McsPdu {
    static final int CHOICE = 11;

    static AttachUserConfirm decodeDomain(WireReader in) {
        in.named("MCS Attach User Confirm PDU", "MS-RDPBCGR 2.2.1.7");
        int head = McsResult.decode(in);
        boolean present = (head & McsResult.PRESENT) != 0;
        return new AttachUserConfirm(
                head & ~McsResult.PRESENT,
                present ? OptionalInt.of(McsPdu.userId(in, "initiator")) : OptionalInt.empty());
    }

    @Override
    public void encode(WireWriter out) {
        int packet = DataTransfer.begin(out);
        McsResult.encode(out, CHOICE, result, initiator.isPresent());
        initiator.ifPresent(id -> McsPdu.userId(out, id));
        DataTransfer.end(out, packet);
    }
}
