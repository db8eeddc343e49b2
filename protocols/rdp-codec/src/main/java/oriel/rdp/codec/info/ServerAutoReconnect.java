package oriel.rdp.codec.info;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server Auto-Reconnect Packet (ARC_SC_PRIVATE_PACKET) — MS-RDPBCGR, section 2.2.4.2.
 *
 * @param logonId identifier of the session
 * @param arcRandomBits the key of a later proof; 16 bytes
 */
public record ServerAutoReconnect(int logonId, Octets arcRandomBits) {
    /** Size in bytes. */
    public static final int SIZE = 4 /* cbLen */ + 4 /* Version */ + 4 /* LogonId */ + 16 /* ArcRandomBits */;

    private static final int VERSION_1 = 1;
    private static final int SECRET_SIZE = 16;

    /** Checks the length. */
    public ServerAutoReconnect {
        if (arcRandomBits.length() != SECRET_SIZE) {
            throw new IllegalArgumentException("not 16 bytes");
        }
    }

    /** Reads the packet. */
    public static ServerAutoReconnect decode(WireReader in) {
        in.named("Server Auto-Reconnect Packet", "MS-RDPBCGR 2.2.4.2");
        int length = in.i32("cbLen");
        if (length != SIZE) {
            throw in.malformed("cbLen", Integer.toString(SIZE), length);
        }
        int version = in.i32("Version");
        if (version != VERSION_1) {
            throw in.malformed("Version", "1", version);
        }
        return new ServerAutoReconnect(in.i32("LogonId"), in.octets(SECRET_SIZE, "ArcRandomBits"));
    }

    /** Writes the packet. */
    public void encode(WireWriter out) {
        out.i32(SIZE).i32(VERSION_1).i32(logonId).octets(arcRandomBits);
    }
}
