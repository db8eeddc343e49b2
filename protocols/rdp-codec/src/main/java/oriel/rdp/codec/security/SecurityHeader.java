package oriel.rdp.codec.security;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Basic (TS_SECURITY_HEADER) — MS-RDPBCGR, section 2.2.8.1.1.2.1. Under TLS it stands only before Client Info, licensing, auto-detect,
 * heartbeat, multitransport and redirection PDUs.
 *
 * @param flags {@link #INFO_PKT} and the others
 * @param flagsHi ignored unless {@link #FLAGSHI_VALID} is set
 */
public record SecurityHeader(int flags, int flagsHi) {
    /** SEC_EXCHANGE_PKT: Security Exchange PDU of Standard RDP Security. */
    public static final int EXCHANGE_PKT = 0x0001;

    /** SEC_TRANSPORT_REQ: Initiate Multitransport Request PDU. */
    public static final int TRANSPORT_REQ = 0x0002;

    /** SEC_TRANSPORT_RSP: Multitransport Response PDU. */
    public static final int TRANSPORT_RSP = 0x0004;

    /** SEC_ENCRYPT: the PDU is encrypted by Standard RDP Security. */
    public static final int ENCRYPT = 0x0008;

    /** SEC_RESET_SEQNO: ignored. */
    public static final int RESET_SEQNO = 0x0010;

    /** SEC_IGNORE_SEQNO: ignored. */
    public static final int IGNORE_SEQNO = 0x0020;

    /** SEC_INFO_PKT: Client Info PDU. */
    public static final int INFO_PKT = 0x0040;

    /** SEC_LICENSE_PKT: licensing PDU. */
    public static final int LICENSE_PKT = 0x0080;

    /** SEC_LICENSE_ENCRYPT_CS, in PDUs of the client: it can do encrypted licensing PDUs. */
    public static final int LICENSE_ENCRYPT_CS = 0x0200;

    /** SEC_LICENSE_ENCRYPT_SC, in PDUs of the server. */
    public static final int LICENSE_ENCRYPT_SC = 0x0200;

    /** SEC_REDIRECTION_PKT: server redirection. */
    public static final int REDIRECTION_PKT = 0x0400;

    /** SEC_SECURE_CHECKSUM. */
    public static final int SECURE_CHECKSUM = 0x0800;

    /** SEC_AUTODETECT_REQ: auto-detect request of the server. */
    public static final int AUTODETECT_REQ = 0x1000;

    /** SEC_AUTODETECT_RSP: auto-detect response of the client. */
    public static final int AUTODETECT_RSP = 0x2000;

    /** SEC_HEARTBEAT: heartbeat. */
    public static final int HEARTBEAT = 0x4000;

    /** SEC_FLAGSHI_VALID. */
    public static final int FLAGSHI_VALID = 0x8000;

    /** Size in bytes. */
    public static final int SIZE = 2 /* flags */ + 2 /* flagsHi */;

    /** A header with these flags. */
    public SecurityHeader(int flags) {
        this(flags, 0);
    }

    /** Whether a flag is set. */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Reads the header. */
    public static SecurityHeader decode(WireReader in) {
        in.named("Basic Security Header", "MS-RDPBCGR 2.2.8.1.1.2.1");
        return new SecurityHeader(in.u16("flags"), in.u16("flagsHi"));
    }

    /** Reads a header in which a flag must be set. */
    public static SecurityHeader expect(WireReader in, int flag) {
        in.named("Basic Security Header", "MS-RDPBCGR 2.2.8.1.1.2.1").need(SIZE, "flags");
        int flags = in.peek(0, "flags") | in.peek(1, "flags") << 8;
        if ((flags & flag) == 0) {
            throw in.malformed("flags", "flag 0x%04x".formatted(flag), "0x%04x".formatted(flags));
        }
        return decode(in);
    }

    /** Writes the header. */
    public void encode(WireWriter out) {
        out.u16(flags).u16(flagsHi);
    }
}
