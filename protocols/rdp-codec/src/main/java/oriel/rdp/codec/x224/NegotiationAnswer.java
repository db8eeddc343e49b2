package oriel.rdp.codec.x224;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** What the server answers to a negotiation request. */
public sealed interface NegotiationAnswer {
    /** Size of either answer in bytes. */
    int SIZE = 1 /* type */ + 1 /* flags */ + 2 /* length */ + 4 /* selectedProtocol or failureCode */;

    /** Reads either answer. */
    static NegotiationAnswer decode(WireReader in) {
        in.named("RDP Negotiation Response", "MS-RDPBCGR 2.2.1.2.1");
        int type = in.peek(0, "type");
        return switch (type) {
            case Response.TYPE -> Response.decode(in);
            case Failure.TYPE -> Failure.decode(in);
            default -> throw in.malformed("type", "2 or 3", type);
        };
    }

    /** Writes the answer. */
    void encode(WireWriter out);

    /**
     * RDP Negotiation Response (RDP_NEG_RSP) — MS-RDPBCGR, section 2.2.1.2.1.
     *
     * @param flags {@link #EXTENDED_CLIENT_DATA_SUPPORTED} and the others
     * @param selectedProtocol the one protocol the connection goes on with
     */
    record Response(int flags, SecurityProtocols selectedProtocol) implements NegotiationAnswer {
        /** The server understands the extended client data blocks. */
        public static final int EXTENDED_CLIENT_DATA_SUPPORTED = 0x01;

        /** The server supports the graphics pipeline. */
        public static final int DYNVC_GFX_PROTOCOL_SUPPORTED = 0x02;

        /** NEGRSP_FLAG_RESERVED: unused and ignored by clients. */
        public static final int RESERVED = 0x04;

        /** The server supports restricted admin mode. */
        public static final int RESTRICTED_ADMIN_MODE_SUPPORTED = 0x08;

        /** The server supports Remote Credential Guard. */
        public static final int REDIRECTED_AUTHENTICATION_MODE_SUPPORTED = 0x10;

        static final int TYPE = 0x02;

        static Response decode(WireReader in) {
            in.expectU8(TYPE, "type");
            int flags = in.u8("flags");
            in.expectU16(SIZE, "length");
            return new Response(flags, new SecurityProtocols(in.i32("selectedProtocol")));
        }

        @Override
        public void encode(WireWriter out) {
            out.u8(TYPE).u8(flags).u16(SIZE).i32(selectedProtocol.flags());
        }
    }

    /**
     * RDP Negotiation Failure (RDP_NEG_FAILURE) — MS-RDPBCGR, section 2.2.1.2.2.
     *
     * @param failureCode why; {@link #SSL_REQUIRED_BY_SERVER} and the others
     */
    record Failure(int failureCode) implements NegotiationAnswer {
        /** The server demands TLS. */
        public static final int SSL_REQUIRED_BY_SERVER = 1;

        /** The server speaks Standard RDP Security only. */
        public static final int SSL_NOT_ALLOWED_BY_SERVER = 2;

        /** The server has no certificate. */
        public static final int SSL_CERT_NOT_ON_SERVER = 3;

        /** The request's flags contradict each other. */
        public static final int INCONSISTENT_FLAGS = 4;

        /** The server demands CredSSP. */
        public static final int HYBRID_REQUIRED_BY_SERVER = 5;

        /** The server demands TLS with a certificate of the client. */
        public static final int SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER = 6;

        static final int TYPE = 0x03;

        static Failure decode(WireReader in) {
            in.named("RDP Negotiation Failure", "MS-RDPBCGR 2.2.1.2.2");
            in.expectU8(TYPE, "type");
            in.skip(1, "flags");
            in.expectU16(SIZE, "length");
            return new Failure(in.i32("failureCode"));
        }

        @Override
        public void encode(WireWriter out) {
            out.u8(TYPE).u8(0).u16(SIZE).i32(failureCode);
        }
    }
}
