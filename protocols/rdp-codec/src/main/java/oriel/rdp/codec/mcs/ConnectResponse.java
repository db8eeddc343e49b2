package oriel.rdp.codec.mcs;

import oriel.rdp.codec.x224.DataTransfer;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server MCS Connect Response PDU — MS-RDPBCGR, section 2.2.1.4; ITU-T T.125, section 11.2. Its user data is a GCC Conference Create
 * Response.
 *
 * @param result {@link #SUCCESSFUL} or why not
 * @param calledConnectId identifier for further connections of the same two providers, unused
 * @param parameters the parameters chosen
 * @param userData the GCC Conference Create Response, encoded
 */
public record ConnectResponse(int result, int calledConnectId, DomainParameters parameters, Octets userData) {
    /** rt-successful. */
    public static final int SUCCESSFUL = 0;

    /** rt-user-rejected. */
    public static final int USER_REJECTED = 15;

    private static final int TAG = 0x66;

    /** Reads a whole TPKT packet that must be this PDU. */
    public static ConnectResponse decode(WireReader packet) {
        DataTransfer.decode(packet);
        packet.named("MCS Connect Response PDU", "MS-RDPBCGR 2.2.1.4");
        WireReader in = Ber.application(packet, TAG, "connect-response");
        packet.expectEnd();
        var pdu = new ConnectResponse(
                Ber.enumerated(in, "result"),
                Ber.integer(in, "calledConnectId"),
                DomainParameters.decode(in, "domainParameters"),
                Ber.octetString(in, "userData"));
        in.expectEnd();
        return pdu;
    }

    /** Writes the TPKT packet. */
    public void encode(WireWriter out) {
        int packet = DataTransfer.begin(out);
        int mark = Ber.beginApplication(out, TAG);
        Ber.enumerated(out, result);
        Ber.integer(out, calledConnectId);
        parameters.encode(out);
        Ber.octetString(out, userData);
        Ber.end(out, mark);
        DataTransfer.end(out, packet);
    }
}
