package oriel.licensing.packets;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Licensing Preamble (LICENSE_PREAMBLE) — MS-RDPBCGR, section 2.2.1.12.1.1.
 *
 * @param messageType {@link #LICENSE_REQUEST} and the others
 * @param flags version of licensing in the low four bits, {@link #EXTENDED_ERROR_MSG_SUPPORTED}
 * @param size size of the whole packet, these four bytes included
 */
public record LicensePreamble(int messageType, int flags, int size) {
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

    /** PREAMBLE_VERSION_2_0: RDP 4. */
    public static final int VERSION_2_0 = 0x02;

    /** PREAMBLE_VERSION_3_0: RDP 5 and later. */
    public static final int VERSION_3_0 = 0x03;

    /** EXTENDED_ERROR_MSG_SUPPORTED: whoever sends it understands the blob of an error message. */
    public static final int EXTENDED_ERROR_MSG_SUPPORTED = 0x80;

    /** Size in bytes. */
    public static final int SIZE = 1 /* bMsgType */ + 1 /* flags */ + 2 /* wMsgSize */;

    /** Whether the sender understands the blob of an error message. */
    public boolean understandsExtendedErrors() {
        return (flags & EXTENDED_ERROR_MSG_SUPPORTED) != 0;
    }

    /** Reads a preamble behind which exactly one message follows. */
    public static LicensePreamble decode(WireReader in) {
        in.named("Licensing Preamble", "MS-RDPBCGR 2.2.1.12.1.1").need(SIZE, "preamble");
        int whole = in.remaining();
        int messageType = in.u8("bMsgType");
        int flags = in.u8("flags");
        int size = in.u16("wMsgSize");
        if (size != whole) {
            throw in.malformed("wMsgSize", Integer.toString(whole), size);
        }
        return new LicensePreamble(messageType, flags, size);
    }

    /** Writes the preamble. */
    public void encode(WireWriter out) {
        out.u8(messageType).u8(flags).u16(size);
    }
}
