package oriel.kit;

import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.kit.Violation.Party;

/** A licence connection under watch. */
record CheckedLicenseConnection(ProtocolLicenseConnection inner, ConnectionRules rules)
        implements ProtocolLicenseConnection {

    @Override
    public LicenseCapabilities requestLicensingCapabilities() throws ProtocolException {
        LicenseCapabilities capabilities =
                rules.call("RequestLicensingCapabilities", inner::requestLicensingCapabilities);
        if (capabilities.protocolVer() != LicenseCapabilities.CURRENT_VERSION) {
            rules.note(
                    Party.PROVIDER,
                    "RequestLicensingCapabilities",
                    "named licence protocol version 0x%08X".formatted(capabilities.protocolVer()));
        }
        return capabilities;
    }

    @Override
    public void sendClientLicense(byte[] packet) throws ProtocolException {
        whole(Party.SERVICE, "SendClientLicense", packet);
        rules.run("SendClientLicense", () -> inner.sendClientLicense(packet));
    }

    @Override
    public byte[] requestClientLicense() throws ProtocolException {
        byte[] packet = rules.call("RequestClientLicense", inner::requestClientLicense);
        if (packet.length > 0) {
            whole(Party.PROVIDER, "RequestClientLicense", packet);
        }
        return packet;
    }

    @Override
    public void protocolComplete(int outcome) throws ProtocolException {
        try {
            rules.run("ProtocolComplete", () -> inner.protocolComplete(outcome));
        } finally {
            rules.licensingOver(outcome); // whatever came of the call: its failure is ignored
        }
    }

    /** Whether it is one whole message with its preamble and nothing around it (licensing.md, sections 1.6 and 3.1). */
    private void whole(Party party, String call, byte[] packet) {
        if (packet.length < 4) {
            rules.note(party, call, "carried " + packet.length + " bytes, fewer than a preamble has");
            return;
        }
        int size = (packet[2] & 0xFF) | (packet[3] & 0xFF) << 8;
        if (size != packet.length) {
            rules.note(party, call, "carried " + packet.length + " bytes whose preamble says " + size);
        }
    }
}
