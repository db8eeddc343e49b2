package oriel.rdp.codec.info;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Auto-Reconnect Packet (ARC_CS_PRIVATE_PACKET) — MS-RDPBCGR, section 2.2.4.3.
 *
 * @param logonId identifier of the session
 * @param securityVerifier HMAC-MD5, keyed with the server's random bits, over the client random, which under TLS is 32 zero bytes; 16 bytes
 */
public record ClientAutoReconnect(int logonId, Octets securityVerifier) {
    /** Size in bytes. */
    public static final int SIZE = 4 /* cbLen */ + 4 /* Version */ + 4 /* LogonId */ + 16 /* SecurityVerifier */;

    private static final int VERSION_1 = 1;
    private static final int SECRET_SIZE = 16;

    /** Checks the length. */
    public ClientAutoReconnect {
        if (securityVerifier.length() != SECRET_SIZE) {
            throw new IllegalArgumentException("not 16 bytes");
        }
    }

    /** Reads the packet. */
    public static ClientAutoReconnect decode(WireReader in) {
        in.named("Client Auto-Reconnect Packet", "MS-RDPBCGR 2.2.4.3");
        int length = in.i32("cbLen");
        if (length != SIZE) {
            throw in.malformed("cbLen", Integer.toString(SIZE), length);
        }
        int version = in.i32("Version");
        if (version != VERSION_1) {
            throw in.malformed("Version", "1", version);
        }
        return new ClientAutoReconnect(in.i32("LogonId"), in.octets(SECRET_SIZE, "SecurityVerifier"));
    }

    /** Writes the packet. */
    public void encode(WireWriter out) {
        out.i32(SIZE).i32(VERSION_1).i32(logonId).octets(securityVerifier);
    }
}
