package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client New License Request (CLIENT_NEW_LICENSE_REQUEST) — MS-RDPELE, section 2.2.2.2.
 *
 * @param keys what the keys are made of
 * @param userName who uses the client
 * @param machineName the machine it runs on
 */
public record ClientNewLicenseRequest(ClientKeyExchange keys, String userName, String machineName)
        implements LicensePacket {

    /** Checks that the names can be written. */
    public ClientNewLicenseRequest {
        Terminated.check(userName, "user name");
        Terminated.check(machineName, "machine name");
    }

    @Override
    public int messageType() {
        return LicensePreamble.NEW_LICENSE_REQUEST;
    }

    static ClientNewLicenseRequest decodeMessage(WireReader in) {
        in.named("Client New License Request", "MS-RDPELE 2.2.2.2");
        return new ClientNewLicenseRequest(
                ClientKeyExchange.decode(in),
                name(in, LicenseBlob.CLIENT_USER_NAME, "ClientUserName"),
                name(in, LicenseBlob.CLIENT_MACHINE_NAME, "ClientMachineName"));
    }

    private static String name(WireReader in, int type, String field) {
        Octets name = LicenseBlob.expect(in, type, field);
        in.count(name.length(), ClientKeyExchange.LONGEST_NAME, field);
        return Terminated.narrow(name);
    }

    @Override
    public void encodeMessage(WireWriter out) {
        keys.encode(out);
        new LicenseBlob(LicenseBlob.CLIENT_USER_NAME, Terminated.narrow(userName)).encode(out);
        new LicenseBlob(LicenseBlob.CLIENT_MACHINE_NAME, Terminated.narrow(machineName)).encode(out);
    }
}
