package oriel.rdp.codec.mcs;

import oriel.rdp.codec.x224.DataTransfer;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * MCS Send Data Request PDU — ITU-T T.125, section 11.32; carries everything a client sends on a channel.
 *
 * @param initiator identifier of the user the data is from
 * @param channelId the channel
 * @param data the payload
 */
public record SendDataRequest(int initiator, int channelId, Octets data) implements McsPdu {
    static final int CHOICE = 25;

    /** Size of all headers as {@link #begin} writes them: TPKT, X.224 and MCS. */
    public static final int HEADER_SIZE = DataTransfer.HEADER_SIZE
            + 1 /* choice */
            + 2 /* initiator */
            + 2 /* channelId */
            + 1 /* dataPriority, segmentation */
            + 2 /* length of userData */;

    /** Longest payload of one PDU in bytes. */
    public static final int LONGEST = Per.LENGTH_LIMIT - 1;

    static SendDataRequest decodeDomain(WireReader in) {
        in.named("MCS Send Data Request PDU", "ITU-T T.125 11.32");
        in.skip(1, "choice");
        int initiator = McsPdu.userId(in, "initiator");
        int channelId = in.u16be("channelId");
        SendData.wholeMessage(in);
        int length = Per.length(in, "userData");
        return new SendDataRequest(initiator, channelId, in.octets(length, "userData"));
    }

    /**
     * Writes the headers of a PDU whose payload follows; nothing is copied.
     *
     * @return the mark for {@link #end}
     */
    public static int begin(WireWriter out, int initiator, int channelId) {
        int mark = DataTransfer.begin(out);
        out.u8(CHOICE << 2);
        McsPdu.userId(out, initiator);
        out.u16be(channelId).u8(SendData.HIGH_PRIORITY_WHOLE).u16be(0);
        return mark;
    }

    /** Fills in the lengths of a PDU begun at {@code mark}. */
    public static void end(WireWriter out, int mark) {
        Per.setLongLength(out, mark + HEADER_SIZE - 2, out.size() - mark - HEADER_SIZE);
        DataTransfer.end(out, mark);
    }

    @Override
    public void encode(WireWriter out) {
        int mark = begin(out, initiator, channelId);
        out.octets(data);
        end(out, mark);
    }
}
