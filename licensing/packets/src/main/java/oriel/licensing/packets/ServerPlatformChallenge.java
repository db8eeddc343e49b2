package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server Platform Challenge (SERVER_PLATFORM_CHALLENGE) — MS-RDPELE, section 2.2.2.4.
 *
 * @param connectFlags reserved
 * @param encryptedChallenge a random string, encrypted
 * @param mac checksum of the clear string
 */
public record ServerPlatformChallenge(int connectFlags, Octets encryptedChallenge, Octets mac)
        implements LicensePacket {

    /** Checks the size of the checksum. */
    public ServerPlatformChallenge {
        Sizes.check(mac, Sizes.MAC, "MACData");
    }

    @Override
    public int messageType() {
        return LicensePreamble.PLATFORM_CHALLENGE;
    }

    static ServerPlatformChallenge decodeMessage(WireReader in) {
        in.named("Server Platform Challenge", "MS-RDPELE 2.2.2.4");
        return new ServerPlatformChallenge(
                in.i32("ConnectFlags"),
                LicenseBlob.decode(in, "EncryptedPlatformChallenge").data(),
                in.octets(Sizes.MAC, "MACData"));
    }

    @Override
    public void encodeMessage(WireWriter out) {
        out.i32(connectFlags);
        new LicenseBlob(LicenseBlob.ENCRYPTED_DATA, encryptedChallenge).encode(out);
        out.octets(mac);
    }
}
