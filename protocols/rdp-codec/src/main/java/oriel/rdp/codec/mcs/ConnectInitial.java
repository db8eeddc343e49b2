package oriel.rdp.codec.mcs;

import oriel.rdp.codec.x224.DataTransfer;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client MCS Connect Initial PDU — MS-RDPBCGR, section 2.2.1.3; ITU-T T.125, section 11.1. Its user data is a GCC Conference Create
 * Request.
 *
 * @param callingDomainSelector domain of the caller, ignored
 * @param calledDomainSelector domain of the called, ignored
 * @param upwardFlag whether the caller is the lower provider
 * @param target parameters the client would like
 * @param minimum parameters it can just live with
 * @param maximum parameters it can live with at most
 * @param userData the GCC Conference Create Request, encoded
 */
public record ConnectInitial(
        Octets callingDomainSelector,
        Octets calledDomainSelector,
        boolean upwardFlag,
        DomainParameters target,
        DomainParameters minimum,
        DomainParameters maximum,
        Octets userData) {
    private static final int TAG = 0x65;

    /** Reads a whole TPKT packet that must be this PDU. */
    public static ConnectInitial decode(WireReader packet) {
        DataTransfer.decode(packet);
        packet.named("MCS Connect Initial PDU", "MS-RDPBCGR 2.2.1.3");
        WireReader in = Ber.application(packet, TAG, "connect-initial");
        packet.expectEnd();
        var pdu = new ConnectInitial(
                Ber.octetString(in, "callingDomainSelector"),
                Ber.octetString(in, "calledDomainSelector"),
                Ber.bool(in, "upwardFlag"),
                DomainParameters.decode(in, "targetParameters"),
                DomainParameters.decode(in, "minimumParameters"),
                DomainParameters.decode(in, "maximumParameters"),
                Ber.octetString(in, "userData"));
        in.expectEnd();
        return pdu;
    }

    /** Writes the TPKT packet. */
    public void encode(WireWriter out) {
        int packet = DataTransfer.begin(out);
        int mark = Ber.beginApplication(out, TAG);
        Ber.octetString(out, callingDomainSelector);
        Ber.octetString(out, calledDomainSelector);
        Ber.bool(out, upwardFlag);
        target.encode(out);
        minimum.encode(out);
        maximum.encode(out);
        Ber.octetString(out, userData);
        Ber.end(out, mark);
        DataTransfer.end(out, packet);
    }
}
