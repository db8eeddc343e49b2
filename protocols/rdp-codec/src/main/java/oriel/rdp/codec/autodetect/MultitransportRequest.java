package oriel.rdp.codec.autodetect;

import oriel.rdp.codec.security.SecurityHeader;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Initiate Multitransport Request PDU — MS-RDPBCGR, section 2.2.15.1.
 *
 * @param requestId number by which the response and the tunnel are matched
 * @param requestedProtocol 1 for reliable, 2 for lossy UDP
 * @param securityCookie 16 bytes the client shows on the new transport
 */
public record MultitransportRequest(int requestId, int requestedProtocol, Octets securityCookie) {
    /** INITITATE_REQUEST_PROTOCOL_UDPFECR. */
    public static final int UDP_FEC_R = 1;

    /** INITITATE_REQUEST_PROTOCOL_UDPFECL. */
    public static final int UDP_FEC_L = 2;

    private static final int COOKIE_SIZE = 16;

    /** Checks the length. */
    public MultitransportRequest {
        if (securityCookie.length() != COOKIE_SIZE) {
            throw new IllegalArgumentException("not 16 bytes");
        }
    }

    /** Reads the payload of an MCS send data PDU, security header included. */
    public static MultitransportRequest decode(WireReader in) {
        SecurityHeader.expect(in, SecurityHeader.TRANSPORT_REQ);
        in.named("Initiate Multitransport Request PDU", "MS-RDPBCGR 2.2.15.1");
        int id = in.i32("requestId");
        int protocol = in.u16("requestedProtocol");
        in.skip(2, "reserved");
        return new MultitransportRequest(id, protocol, in.octets(COOKIE_SIZE, "securityCookie"));
    }

    /** Writes the payload of an MCS send data PDU, security header included. */
    public void encode(WireWriter out) {
        new SecurityHeader(SecurityHeader.TRANSPORT_REQ).encode(out);
        out.i32(requestId).u16(requestedProtocol).pad(2).octets(securityCookie);
    }
}
