package oriel.licensing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.licensing.policy.PolicyFixture.user;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.ProtocolException;
import oriel.licensing.LicenseGrant;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.ledger.Holder;
import oriel.licensing.ledger.JournalEvent;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.LedgerRequest;
import oriel.licensing.ledger.LicenseKind;
import oriel.licensing.ledger.Reservation;

/** Licences of users: a valid client on the wire, and the truth after the logon (licensing.md, section 7.6). */
class PerUserTest {

    private PolicyFixture fixture;

    @BeforeEach
    void open(@TempDir Path directory) throws LedgerException {
        fixture = new PolicyFixture(directory);
        fixture.pool(LicenseKind.PER_USER, 1);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private PerUser policy(Duration grace) {
        return new PerUser(
                fixture.ledger,
                PolicyFixture.settings(PolicyName.PER_USER, grace, LicensingSettings.Telling.ON_SCREEN),
                fixture.clock);
    }

    private Optional<LicenseOutcome.Refused> logOn(PerUser policy, LicenseGrant.User who) throws ProtocolException {
        var courier = new PolicyFixture.Courier();
        LicenseGrant grant = PolicyFixture.granted(policy.license(fixture.request("1"), courier));
        assertThat(courier.sent).isEqualTo(1);
        grant.delivered();
        Optional<LicenseOutcome.Refused> refused = grant.loggedOn(who);
        grant.close();
        return refused;
    }

    @Test
    void shouldGiveEachUserALicenceUntilThereAreNoMore() throws Exception {
        PerUser policy = policy(Duration.ZERO);
        assertThat(logOn(policy, user("ada"))).isEmpty();
        assertThat(logOn(policy, user("ADA"))).isEmpty();
        LicenseOutcome.Refused refused = logOn(policy, user("bob")).orElseThrow();
        assertThat(refused.error()).isEqualTo(ErrorInfo.LICENSE_NONE_AVAILABLE);
        assertThat(refused.why()).isEqualTo(LicenseOutcome.Why.ALL_TAKEN);
        assertThat(refused.telling()).isEqualTo(LicenseOutcome.Telling.ON_SCREEN);
        assertThat(fixture.events).contains(JournalEvent.USED, JournalEvent.REFUSED);
        assertThat(fixture.used()).isEqualTo(1);
    }

    @Test
    void shouldAdmitInTheGracePeriodUntilTheFirstLicenceIsGranted() throws Exception {
        fixture.pool(LicenseKind.PER_USER, 0);
        PerUser policy = policy(Duration.ofDays(120));
        assertThat(logOn(policy, user("ada"))).isEmpty();
        assertThat(fixture.events).contains(JournalEvent.ADMITTED);
        fixture.pool(LicenseKind.PER_USER, 1);
        assertThat(logOn(policy, user("ada"))).isEmpty();
        assertThat(logOn(policy, user("bob"))).isPresent();
    }

    @Test
    void shouldKeepLicencesForAGroup() throws Exception {
        fixture.pool(LicenseKind.PER_USER, 1, new Reservation("doctors", 1));
        PerUser policy = policy(Duration.ZERO);
        assertThat(logOn(policy, user("bob"))).isPresent();
        assertThat(logOn(policy, user("ada", "doctors"))).isEmpty();
    }

    @Test
    void shouldRefuseAUserWhoseLicenceWasRevokedEvenInTheGracePeriod() throws Exception {
        PerUser policy = policy(Duration.ofDays(120));
        logOn(policy, user("ada"));
        fixture.ledger.revoke(
                fixture.ledger.heldBy(new Holder.User("ada")).orElseThrow().serial(), "left");
        assertThat(logOn(policy, user("ada")).orElseThrow().reason()).contains("taken back");
    }

    @Test
    void shouldHonourATemporaryLicenceIssuedByHand() throws Exception {
        PerUser policy = policy(Duration.ZERO);
        logOn(policy, user("ada"));
        fixture.ledger.issue(LedgerRequest.temporary(new Holder.User("bob"), Duration.ofDays(3)));
        assertThat(logOn(policy, user("bob"))).isEmpty();
        fixture.clock.pass(Duration.ofDays(4));
        assertThat(logOn(policy, user("bob"))).isPresent();
    }

    @Test
    void shouldKnowWhoHadALicenceWhileTheLedgerIsUnreachable() throws Exception {
        PerUser policy = policy(Duration.ZERO);
        logOn(policy, user("ada"));
        fixture.ledger.close();
        assertThat(logOn(policy, user("ada"))).isEmpty();
        assertThat(logOn(policy, user("bob")).orElseThrow().error()).isEqualTo(ErrorInfo.LICENSE_NO_SERVER);
    }
}
