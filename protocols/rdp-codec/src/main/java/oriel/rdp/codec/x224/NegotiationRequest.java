package oriel.rdp.codec.x224;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * RDP Negotiation Request (RDP_NEG_REQ) — MS-RDPBCGR, section 2.2.1.1.1.
 *
 * @param flags {@link #RESTRICTED_ADMIN_MODE_REQUIRED} and the others
 * @param requestedProtocols what the client can speak
 */
public record NegotiationRequest(int flags, SecurityProtocols requestedProtocols) {
    /** The client wants no credentials sent to the server. */
    public static final int RESTRICTED_ADMIN_MODE_REQUIRED = 0x01;

    /** The client wants Remote Credential Guard. */
    public static final int REDIRECTED_AUTHENTICATION_MODE_REQUIRED = 0x02;

    /** An RDP Correlation Info follows. */
    public static final int CORRELATION_INFO_PRESENT = 0x08;

    static final int TYPE = 0x01;
    static final int SIZE = 1 /* type */ + 1 /* flags */ + 2 /* length */ + 4 /* requestedProtocols */;

    /** Whether a flag is set. */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Reads the structure. */
    public static NegotiationRequest decode(WireReader in) {
        in.named("RDP Negotiation Request", "MS-RDPBCGR 2.2.1.1.1");
        in.expectU8(TYPE, "type");
        int flags = in.u8("flags");
        in.expectU16(SIZE, "length");
        return new NegotiationRequest(flags, new SecurityProtocols(in.i32("requestedProtocols")));
    }

    /** Writes the structure. */
    public void encode(WireWriter out) {
        out.u8(TYPE).u8(flags).u16(SIZE).i32(requestedProtocols.flags());
    }
}
