package oriel.rdp.codec.autodetect;

import oriel.rdp.codec.security.SecurityHeader;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Initiate Multitransport Response PDU — MS-RDPBCGR, section 2.2.15.2.
 *
 * @param requestId number of the request
 * @param hrResponse an HRESULT: 0, or {@link #ABORT} when the client cannot
 */
public record MultitransportResponse(int requestId, int hrResponse) {
    /** E_ABORT. */
    public static final int ABORT = 0x8000_4004;

    /** Reads the payload of an MCS send data PDU, security header included. */
    public static MultitransportResponse decode(WireReader in) {
        SecurityHeader.expect(in, SecurityHeader.TRANSPORT_RSP);
        in.named("Initiate Multitransport Response PDU", "MS-RDPBCGR 2.2.15.2");
        return new MultitransportResponse(in.i32("requestId"), in.i32("hrResponse"));
    }

    /** Writes the payload of an MCS send data PDU, security header included. */
    public void encode(WireWriter out) {
        new SecurityHeader(SecurityHeader.TRANSPORT_RSP).encode(out);
        out.i32(requestId).i32(hrResponse);
    }
}
