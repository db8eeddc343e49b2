package oriel.licensing.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.ProtocolException;
import oriel.licensing.LicenseGrant;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.certificate.CertificateIssuer;
import oriel.licensing.certificate.IssuerKeys;
import oriel.licensing.certificate.TestIssuer;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.LicenseFilter;
import oriel.licensing.ledger.LicenseKind;
import oriel.licensing.policy.LicensingSettings;
import oriel.licensing.policy.PerDevice;
import oriel.licensing.policy.PolicyFixture;
import oriel.licensing.policy.PolicyName;

/** The life of a device's licence, packets and ledger together. */
class PerDeviceExchangeTest {

    private static IssuerKeys keys;

    private PolicyFixture fixture;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = TestIssuer.keys();
    }

    @BeforeEach
    void open(@TempDir Path directory) throws LedgerException {
        fixture = new PolicyFixture(directory);
        fixture.pool(LicenseKind.PER_DEVICE, 1);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private PerDevice policy(int version, LicensingSettings settings) {
        LicensedProduct product = new LicensedProduct(version, "Oriel", "A02", "oriel");
        LicenseExchange exchange = new LicenseExchange(
                product, keys.exchangeKey(), new CertificateIssuer(keys, "host"), fixture.clock, new SecureRandom());
        return new PerDevice(fixture.ledger, exchange, version, settings, fixture.clock);
    }

    private static LicensingSettings settings(LicensingSettings.Telling telling, boolean fips) {
        LicensingSettings usual = PolicyFixture.settings(PolicyName.PER_DEVICE, Duration.ZERO, telling);
        return new LicensingSettings(
                usual.policy(),
                usual.listeners(),
                usual.gracePeriod(),
                usual.temporaryValidity(),
                usual.thresholds(),
                telling,
                fips,
                usual.pools());
    }

    private PerDevice policy(int version) {
        return policy(version, settings(LicensingSettings.Telling.ON_SCREEN, false));
    }

    /** Connects, logs on, goes; what the client was sent. */
    private List<String> logOn(PerDevice policy, LicenseClient client) throws ProtocolException {
        LicenseOutcome outcome = policy.license(fixture.request("1"), client);
        LicenseGrant grant = ((LicenseOutcome.Granted) outcome).grant();
        grant.delivered();
        assertThat(grant.loggedOn(PolicyFixture.user("ada"))).isEmpty();
        grant.close();
        return client.names();
    }

    @Test
    void shouldTakeADeviceFromItsFirstLogonToTheNextVersion() throws Exception {
        LicenseClient first = new LicenseClient(1);
        assertThat(logOn(policy(0x00010000), first)).endsWith("ServerNewLicense");
        assertThat(fixture.ledger.licenses(LicenseFilter.LIVE).getFirst().temporary())
                .isTrue();

        LicenseClient second = first.again();
        assertThat(logOn(policy(0x00010000), second)).endsWith("ServerUpgradeLicense");
        assertThat(fixture.ledger.licenses(LicenseFilter.LIVE).getFirst().temporary())
                .isFalse();
        assertThat(second.store).isNotEqualTo(first.store);

        LicenseClient third = second.again();
        assertThat(logOn(policy(0x00010000), third)).containsExactly("ServerLicenseRequest", "LicenseErrorMessage");

        fixture.clock.pass(Duration.ofDays(75));
        LicenseClient renewing = third.again();
        assertThat(logOn(policy(0x00010000), renewing)).endsWith("ServerUpgradeLicense");
        assertThat(logOn(policy(0x00010000), renewing.again())).endsWith("LicenseErrorMessage");

        assertThat(logOn(policy(0x00020000), renewing.again())).endsWith("ServerUpgradeLicense");
        assertThat(fixture.ledger.licenses(LicenseFilter.LIVE))
                .hasSize(1)
                .first()
                .satisfies(license -> assertThat(license.version()).isEqualTo(0x00020000));
        assertThat(fixture.used()).isEqualTo(1);
        assertThat(fixture.ledger.check().faults()).isEmpty();
    }

    @Test
    void shouldTellOnTheScreenOrByTheCode() throws Exception {
        fixture.ledger.configure(List.of());
        LicenseClient told = new LicenseClient(1);
        LicenseOutcome onScreen = policy(1).license(fixture.request("1"), told);
        assertThat(onScreen).isInstanceOfSatisfying(LicenseOutcome.Refused.class, refused -> {
            assertThat(refused.telling()).isEqualTo(LicenseOutcome.Telling.ON_SCREEN);
            assertThat(refused.error()).isEqualTo(ErrorInfo.LICENSE_NONE_AVAILABLE);
        });
        LicenseOutcome byCode = policy(1, settings(LicensingSettings.Telling.BY_CODE, false))
                .license(fixture.request("2"), new LicenseClient(2));
        assertThat(byCode).isInstanceOfSatisfying(LicenseOutcome.Refused.class, refused -> {
            assertThat(refused.telling()).isEqualTo(LicenseOutcome.Telling.BY_CODE);
            assertThat(refused.error()).isEqualTo(ErrorInfo.LICENSE_NONE_AVAILABLE);
        });
    }

    @Test
    void shouldGiveBackWhatAnExchangeThatFailsHadClaimed() throws Exception {
        LicenseClient lying = new LicenseClient(1);
        lying.secondPacket = packet -> {
            packet[packet.length - 1] ^= 1; // the MAC
            return packet;
        };
        assertThat(policy(1).license(fixture.request("1"), lying)).isInstanceOf(LicenseOutcome.Refused.class);
        assertThat(fixture.ledger.licenses(LicenseFilter.LIVE)).isEmpty();
    }

    /** A host in FIPS mode exchanges no packets, and counts all the same. */
    @Test
    void shouldCountByNameWhereNoPacketsCanBeExchanged() throws Exception {
        PerDevice policy = policy(1, settings(LicensingSettings.Telling.ON_SCREEN, true));
        LicenseClient client = new LicenseClient(1);
        assertThat(logOn(policy, client)).containsExactly("LicenseErrorMessage");
        assertThat(fixture.ledger.licenses(LicenseFilter.LIVE).getFirst().temporary())
                .isTrue();
        logOn(policy, new LicenseClient(2));
        logOn(policy, new LicenseClient(3));
        assertThat(fixture.used()).isEqualTo(1);
        assertThat(fixture.ledger.licenses(LicenseFilter.LIVE)).hasSize(1);
    }
}
