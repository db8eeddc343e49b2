package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Platform Challenge Response (CLIENT_PLATFORM_CHALLENGE_RESPONSE) — MS-RDPELE, section 2.2.2.5.
 *
 * @param encryptedResponse {@link PlatformChallengeResponseData}, encrypted
 * @param encryptedHardwareId a {@link ClientHardwareId}, encrypted
 * @param mac checksum of the clear response data followed by the clear hardware id
 */
public record ClientPlatformChallengeResponse(Octets encryptedResponse, Octets encryptedHardwareId, Octets mac)
        implements LicensePacket {

    /** Checks the size of the checksum. */
    public ClientPlatformChallengeResponse {
        Sizes.check(mac, Sizes.MAC, "MACData");
    }

    @Override
    public int messageType() {
        return LicensePreamble.PLATFORM_CHALLENGE_RESPONSE;
    }

    static ClientPlatformChallengeResponse decodeMessage(WireReader in) {
        in.named("Client Platform Challenge Response", "MS-RDPELE 2.2.2.5");
        return new ClientPlatformChallengeResponse(
                LicenseBlob.decode(in, "EncryptedPlatformChallengeResponse").data(),
                LicenseBlob.decode(in, "EncryptedHWID").data(),
                in.octets(Sizes.MAC, "MACData"));
    }

    @Override
    public void encodeMessage(WireWriter out) {
        new LicenseBlob(LicenseBlob.ENCRYPTED_DATA, encryptedResponse).encode(out);
        new LicenseBlob(LicenseBlob.ENCRYPTED_DATA, encryptedHardwareId).encode(out);
        out.octets(mac);
    }
}
