package oriel.rdp.codec.security;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A licensing PDU — MS-RDPBCGR, section 2.2.1.12: basic security header, Licensing Preamble (LICENSE_PREAMBLE, section 2.2.1.12.1.1)
 * and the message, which MS-RDPELE defines and nobody here reads.
 *
 * @param securityFlags flags of the security header besides SEC_LICENSE_PKT
 * @param messageType {@link #LICENSE_REQUEST} and the others
 * @param flags version of licensing in the low four bits, {@link #EXTENDED_ERROR_MSG_SUPPORTED}
 * @param message everything behind the preamble
 */
public record LicensePdu(int securityFlags, int messageType, int flags, Octets message) {
    /** LICENSE_REQUEST, of the server. */
    public static final int LICENSE_REQUEST = 0x01;

    /** PLATFORM_CHALLENGE, of the server. */
    public static final int PLATFORM_CHALLENGE = 0x02;

    /** NEW_LICENSE, of the server. */
    public static final int NEW_LICENSE = 0x03;

    /** UPGRADE_LICENSE, of the server. */
    public static final int UPGRADE_LICENSE = 0x04;

    /** LICENSE_INFO, of the client. */
    public static final int LICENSE_INFO = 0x12;

    /** NEW_LICENSE_REQUEST, of the client. */
    public static final int NEW_LICENSE_REQUEST = 0x13;

    /** PLATFORM_CHALLENGE_RESPONSE, of the client. */
    public static final int PLATFORM_CHALLENGE_RESPONSE = 0x15;

    /** ERROR_ALERT, of either. */
    public static final int ERROR_ALERT = 0xFF;

    /** PREAMBLE_VERSION_3_0. */
    public static final int VERSION_3_0 = 0x03;

    /** EXTENDED_ERROR_MSG_SUPPORTED. */
    public static final int EXTENDED_ERROR_MSG_SUPPORTED = 0x80;

    private static final int PREAMBLE_SIZE = 1 /* bMsgType */ + 1 /* flags */ + 2 /* wMsgSize */;

    /** The PDU that tells a client that it needs no licence: error alert "valid client" — MS-RDPBCGR, section 2.2.1.12.1.3. */
    public static LicensePdu validClient() {
        return LicenseError.VALID_CLIENT.toPdu();
    }

    /** Whether a message on the I/O channel is a licensing PDU; consumes nothing. */
    public static boolean isAt(WireReader in) {
        return in.remaining() >= SecurityHeader.SIZE && (in.peek(0, "flags") & SecurityHeader.LICENSE_PKT) != 0;
    }

    /** Reads the payload of an MCS send data PDU. */
    public static LicensePdu decode(WireReader in) {
        SecurityHeader header = SecurityHeader.expect(in, SecurityHeader.LICENSE_PKT);
        in.named("Licensing PDU", "MS-RDPBCGR 2.2.1.12");
        int messageType = in.u8("bMsgType");
        int flags = in.u8("flags");
        int size = in.u16("wMsgSize");
        if (size < PREAMBLE_SIZE) {
            throw in.malformed("wMsgSize", "at least " + PREAMBLE_SIZE, size);
        }
        Octets message = in.octets(size - PREAMBLE_SIZE, "licensingMessage");
        in.expectEnd();
        return new LicensePdu(header.flags() & ~SecurityHeader.LICENSE_PKT, messageType, flags, message);
    }

    /** Writes the payload of an MCS send data PDU. */
    public void encode(WireWriter out) {
        new SecurityHeader(securityFlags | SecurityHeader.LICENSE_PKT).encode(out);
        out.u8(messageType).u8(flags).u16(PREAMBLE_SIZE + message.length()).octets(message);
    }
}
