package oriel.rdp.codec.mcs;

import oriel.rdp.codec.x224.DataTransfer;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** DomainMCSPDU — ITU-T T.125, section 7, part 10: the MCS PDUs behind the two connect PDUs, each in a TPKT packet of its own. */
public sealed interface McsPdu
        permits ErectDomainRequest,
                AttachUserRequest,
                AttachUserConfirm,
                ChannelJoinRequest,
                ChannelJoinConfirm,
                SendDataRequest,
                SendDataIndication,
                DisconnectProviderUltimatum {
    /** Lowest user or channel identifier that is assigned dynamically; user identifiers are sent relative to it. */
    int BASE_ID = 1001;

    /** Highest channel or user identifier. */
    int HIGHEST_ID = 65535;

    /** Reads a whole TPKT packet. */
    static McsPdu decode(WireReader in) {
        DataTransfer.decode(in);
        return decodeDomain(in);
    }

    /** Reads the MCS PDU behind the X.224 header. */
    static McsPdu decodeDomain(WireReader in) {
        in.named("MCS PDU", "ITU-T T.125 7");
        int choice = in.peek(0, "choice") >> 2;
        McsPdu pdu = switch (choice) {
            case ErectDomainRequest.CHOICE -> ErectDomainRequest.decodeDomain(in);
            case DisconnectProviderUltimatum.CHOICE -> DisconnectProviderUltimatum.decodeDomain(in);
            case AttachUserRequest.CHOICE -> AttachUserRequest.decodeDomain(in);
            case AttachUserConfirm.CHOICE -> AttachUserConfirm.decodeDomain(in);
            case ChannelJoinRequest.CHOICE -> ChannelJoinRequest.decodeDomain(in);
            case ChannelJoinConfirm.CHOICE -> ChannelJoinConfirm.decodeDomain(in);
            case SendDataRequest.CHOICE -> SendDataRequest.decodeDomain(in);
            case SendDataIndication.CHOICE -> SendDataIndication.decodeDomain(in);
            default -> throw in.malformed("choice", "an MCS PDU that RDP uses", choice);
        };
        in.expectEnd();
        return pdu;
    }

    /** Writes the TPKT packet. */
    void encode(WireWriter out);

    /** A user identifier, which PER sends relative to {@link #BASE_ID}. */
    static int userId(WireReader in, String field) {
        int relative = in.peek(0, field) << 8 | in.peek(1, field);
        if (relative > HIGHEST_ID - BASE_ID) {
            throw in.malformed(field, "at most " + (HIGHEST_ID - BASE_ID), relative);
        }
        in.skip(2, field);
        return BASE_ID + relative;
    }

    /** Writes a user identifier. */
    static void userId(WireWriter out, int id) {
        out.u16be(id - BASE_ID);
    }
}
