package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server New License (SERVER_NEW_LICENSE) — MS-RDPELE, section 2.2.2.7.
 *
 * @param encryptedLicense {@link NewLicenseInformation}, encrypted
 * @param mac checksum of the clear information
 */
public record ServerNewLicense(Octets encryptedLicense, Octets mac) implements LicensePacket {

    /** Checks the size of the checksum. */
    public ServerNewLicense {
        Sizes.check(mac, Sizes.MAC, "MACData");
    }

    @Override
    public int messageType() {
        return LicensePreamble.NEW_LICENSE;
    }

    static ServerNewLicense decodeMessage(WireReader in) {
        in.named("Server New License", "MS-RDPELE 2.2.2.7");
        Octets license = LicenseBlob.decode(in, "EncryptedLicenseInfo").data();
        return new ServerNewLicense(license, in.octets(Sizes.MAC, "MACData"));
    }

    @Override
    public void encodeMessage(WireWriter out) {
        new LicenseBlob(LicenseBlob.ENCRYPTED_DATA, encryptedLicense).encode(out);
        out.octets(mac);
    }
}
