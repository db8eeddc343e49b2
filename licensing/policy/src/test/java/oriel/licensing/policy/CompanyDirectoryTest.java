package oriel.licensing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import oriel.contract.protocol.CertType;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.licensing.LicenseGrant;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.LicenseOutcome.Refused;
import oriel.licensing.LicenseOutcome.Telling;
import oriel.licensing.LicenseRequest;
import oriel.licensing.LicensingPolicy;
import oriel.licensing.NoLicensing;

/** The example of docs/licensing.md: a policy that grants by a company's directory. */
class CompanyDirectoryTest {

    // example
    record ByDirectory(Set<String> entitled) implements LicensingPolicy {
        @Override
        public String name() {
            return "directory";
        }

        @Override
        public LicenseOutcome license(LicenseRequest request, ProtocolLicenseConnection courier)
                throws ProtocolException {
            new NoLicensing().license(request, courier); // a valid client, whoever its user will be
            return new LicenseOutcome.Granted(LicenseGrant.atLogon("the directory is asked", this::check));
        }

        private Optional<Refused> check(LicenseGrant.User user) {
            Refused refused = new Refused(ErrorInfo.LICENSE_NONE_AVAILABLE, "you are not entitled", Telling.ON_SCREEN);
            return entitled.contains(user.name()) ? Optional.empty() : Optional.of(refused);
        }
    }
    // end of the example

    @Test
    void shouldGrantByTheDirectory() throws ProtocolException {
        LicensingPolicy policy = new ByDirectory(Set.of("ada"));
        var request = new LicenseRequest(
                "1",
                "RDP-Tcp",
                "127.0.0.1",
                ClientData.builder().build(),
                new LicenseCapabilities(
                        LicenseCapabilities.KEY_EXCHANGE_ALG_RSA,
                        LicenseCapabilities.CURRENT_VERSION,
                        false,
                        CertType.X509,
                        "engine"),
                why -> {});
        LicenseGrant grant = PolicyFixture.granted(policy.license(request, new PolicyFixture.Courier()));
        assertThat(grant.loggedOn(PolicyFixture.user("ada"))).isEmpty();
        assertThat(grant.loggedOn(PolicyFixture.user("bob"))).isPresent();
    }
}
