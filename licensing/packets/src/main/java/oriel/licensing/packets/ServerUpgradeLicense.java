package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server Upgrade License (SERVER_UPGRADE_LICENSE) — MS-RDPELE, section 2.2.2.6.
 *
 * @param encryptedLicense {@link NewLicenseInformation}, encrypted
 * @param mac checksum of the clear information
 */
public record ServerUpgradeLicense(Octets encryptedLicense, Octets mac) implements LicensePacket {

    /** Checks the size of the checksum. */
    public ServerUpgradeLicense {
        Sizes.check(mac, Sizes.MAC, "MACData");
    }

    @Override
    public int messageType() {
        return LicensePreamble.UPGRADE_LICENSE;
    }

    static ServerUpgradeLicense decodeMessage(WireReader in) {
        in.named("Server Upgrade License", "MS-RDPELE 2.2.2.6");
        Octets license = LicenseBlob.decode(in, "EncryptedLicenseInfo").data();
        return new ServerUpgradeLicense(license, in.octets(Sizes.MAC, "MACData"));
    }

    @Override
    public void encodeMessage(WireWriter out) {
        new LicenseBlob(LicenseBlob.ENCRYPTED_DATA, encryptedLicense).encode(out);
        out.octets(mac);
    }
}
