package oriel.licensing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.licensing.policy.PolicyFixture.user;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.ProtocolException;
import oriel.licensing.LicenseGrant;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.LicenseFilter;
import oriel.licensing.ledger.LicenseKind;
import oriel.licensing.ledger.Reservation;

/** Seats of connections. */
class ConcurrentTest {

    private final List<Runnable> later = new ArrayList<>();
    private PolicyFixture fixture;

    @BeforeEach
    void open(@TempDir Path directory) throws LedgerException {
        fixture = new PolicyFixture(directory);
        fixture.pool(LicenseKind.CONCURRENT, 1);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Concurrent policy(Duration grace) {
        return new Concurrent(
                fixture.ledger,
                PolicyFixture.settings(PolicyName.CONCURRENT, grace, LicensingSettings.Telling.ON_SCREEN),
                fixture.clock,
                fixture.watch,
                later::add);
    }

    private LicenseGrant connect(Concurrent policy, String connection) throws ProtocolException {
        return PolicyFixture.granted(policy.license(fixture.request(connection), new PolicyFixture.Courier()));
    }

    @Test
    void shouldTakeASeatAtTheLogonAndGiveItBackAtTheEnd() throws Exception {
        Concurrent policy = policy(Duration.ZERO);
        LicenseGrant one = connect(policy, "1");
        LicenseGrant two = connect(policy, "2");
        assertThat(fixture.used()).as("connecting takes no seat").isZero();
        assertThat(one.loggedOn(user("ada"))).isEmpty();
        assertThat(one.loggedOn(user("ada"))).isEmpty();
        assertThat(fixture.used()).isEqualTo(1);
        assertThat(two.loggedOn(user("bob")).orElseThrow().error()).isEqualTo(ErrorInfo.LICENSE_NONE_AVAILABLE);
        one.close();
        assertThat(two.loggedOn(user("bob"))).isEmpty();
        two.close();
        assertThat(fixture.used()).isZero();
    }

    /** The old connection of a user hangs; the new one must not fail because of that. */
    @Test
    void shouldPassTheSeatToTheNewConnectionOfItsUser() throws Exception {
        Concurrent policy = policy(Duration.ZERO);
        LicenseGrant old = connect(policy, "1");
        old.loggedOn(user("ada"));
        LicenseGrant back = connect(policy, "2");
        assertThat(back.loggedOn(user("ada"))).isEmpty();
        old.close();
        assertThat(fixture.used()).isEqualTo(1);
        later.forEach(Runnable::run);
        assertThat(fixture.withdrawn).isEmpty();
        back.close();
        assertThat(fixture.used()).isZero();
    }

    @Test
    void shouldEndASecondConnectionThatLivesOnTheSeatOfTheFirst() throws Exception {
        Concurrent policy = policy(Duration.ZERO);
        connect(policy, "1").loggedOn(user("ada"));
        assertThat(connect(policy, "2").loggedOn(user("ada"))).isEmpty();
        assertThat(connect(policy, "3").loggedOn(user("ada")))
                .as("a seat has one heir")
                .isPresent();
        later.forEach(Runnable::run);
        assertThat(fixture.withdrawn).hasSize(1).first().asString().startsWith("2: ");
    }

    @Test
    void shouldKeepSeatsForAGroup() throws Exception {
        fixture.pool(LicenseKind.CONCURRENT, 2, new Reservation("doctors", 1));
        Concurrent policy = policy(Duration.ZERO);
        assertThat(connect(policy, "1").loggedOn(user("bob"))).isEmpty();
        assertThat(connect(policy, "2").loggedOn(user("eve"))).isPresent();
        assertThat(connect(policy, "3").loggedOn(user("ada", "doctors"))).isEmpty();
    }

    @Test
    void shouldEndTheConnectionWhoseSeatIsRevoked() throws Exception {
        Concurrent policy = policy(Duration.ZERO);
        connect(policy, "1").loggedOn(user("ada"));
        fixture.ledger.revoke(
                fixture.ledger.licenses(LicenseFilter.LIVE).getFirst().serial(), "misuse");
        assertThat(fixture.withdrawn).hasSize(1).first().asString().startsWith("1: ");
    }

    @Test
    void shouldAdmitInTheGracePeriodAndWhileTheLedgerIsUnreachableInIt() throws Exception {
        fixture.pool(LicenseKind.CONCURRENT, 0);
        Concurrent policy = policy(Duration.ofDays(120));
        assertThat(connect(policy, "1").loggedOn(user("ada"))).isEmpty();
        fixture.ledger.close();
        assertThat(connect(policy, "2").loggedOn(user("bob"))).isEmpty();
        fixture.clock.pass(Duration.ofDays(121));
        assertThat(connect(policy, "3").loggedOn(user("bob")).orElseThrow().error())
                .isEqualTo(ErrorInfo.LICENSE_NO_SERVER);
    }
}
