package oriel.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.contract.protocol.CertType;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;

class NoLicensingTest {

    private static final LicenseCapabilities CAPABILITIES = new LicenseCapabilities(
            LicenseCapabilities.KEY_EXCHANGE_ALG_RSA,
            LicenseCapabilities.CURRENT_VERSION,
            false,
            CertType.X509,
            "client");

    private static final LicenseRequest REQUEST =
            new LicenseRequest("1", "rdp", "127.0.0.1", ClientData.builder().build(), CAPABILITIES, why -> {});

    @Test
    void shouldTellEveryClientThatItIsValid() throws ProtocolException {
        Courier courier = new Courier();
        LicenseOutcome outcome = new NoLicensing().license(REQUEST, courier);
        assertThat(outcome).isEqualTo(new LicenseOutcome.Granted(LicenseGrant.NOTHING_HELD));
        // The bytes of licensing.md, section 3.8.
        assertThat(courier.sent).containsExactly("ff031000070000000200000004000000");
    }

    @Test
    void shouldReportAPacketThatCouldNotBeSent() {
        Courier courier = new Courier();
        courier.broken = true;
        assertThatThrownBy(() -> new NoLicensing().license(REQUEST, courier)).isInstanceOf(ProtocolException.class);
    }

    private static final class Courier implements ProtocolLicenseConnection {
        private final List<String> sent = new ArrayList<>();
        private boolean broken;

        @Override
        public LicenseCapabilities requestLicensingCapabilities() {
            throw new AssertionError("the service asks for capabilities, not the policy");
        }

        @Override
        public void sendClientLicense(byte[] packet) throws ProtocolException {
            if (broken) {
                throw new ProtocolException(HResult.E_CONNECTION_ABORTED, "client is gone");
            }
            sent.add(HexFormat.of().formatHex(packet));
        }

        @Override
        public byte[] requestClientLicense() {
            throw new AssertionError("no answer is due");
        }

        @Override
        public void protocolComplete(int outcome) {
            throw new AssertionError("the service completes, not the policy");
        }
    }
}
