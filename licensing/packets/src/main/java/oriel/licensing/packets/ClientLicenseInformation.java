package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client License Information (CLIENT_LICENSE_INFO) — MS-RDPELE, section 2.2.2.3.
 *
 * @param keys what the keys are made of
 * @param license the licence as it was issued
 * @param encryptedHardwareId a {@link ClientHardwareId}, encrypted
 * @param mac checksum of the clear hardware id
 */
public record ClientLicenseInformation(ClientKeyExchange keys, Octets license, Octets encryptedHardwareId, Octets mac)
        implements LicensePacket {

    /** Checks the size of the checksum. */
    public ClientLicenseInformation {
        Sizes.check(mac, Sizes.MAC, "MACData");
    }

    @Override
    public int messageType() {
        return LicensePreamble.LICENSE_INFO;
    }

    static ClientLicenseInformation decodeMessage(WireReader in) {
        in.named("Client License Information", "MS-RDPELE 2.2.2.3");
        ClientKeyExchange keys = ClientKeyExchange.decode(in);
        Octets license = LicenseBlob.expect(in, LicenseBlob.DATA, "LicenseInfo");
        in.count(license.length(), LicenseBlob.LONGEST_LICENSE, "LicenseInfo");
        Octets hardwareId = LicenseBlob.decode(in, "EncryptedHWID").data();
        return new ClientLicenseInformation(keys, license, hardwareId, in.octets(Sizes.MAC, "MACData"));
    }

    @Override
    public void encodeMessage(WireWriter out) {
        keys.encode(out);
        new LicenseBlob(LicenseBlob.DATA, license).encode(out);
        new LicenseBlob(LicenseBlob.ENCRYPTED_DATA, encryptedHardwareId).encode(out);
        out.octets(mac);
    }
}
