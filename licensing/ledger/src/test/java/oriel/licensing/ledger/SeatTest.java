package oriel.licensing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.licensing.ledger.LedgerFixture.refused;
import static oriel.licensing.ledger.LedgerFixture.seat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seats, users, reservations, thresholds, grace. */
class SeatTest {

    private static final Duration BEYOND_THE_LEASE = Duration.ofSeconds(31);

    private LedgerFixture fixture;
    private SqliteLedger ledger;

    @BeforeEach
    void open(@TempDir Path directory) throws LedgerException {
        fixture = new LedgerFixture(directory);
        ledger = fixture.ledger;
        ledger.configure(List.of(PoolSettings.of("seats", LicenseKind.CONCURRENT, 2)));
    }

    @AfterEach
    void soundToTheEnd() throws LedgerException {
        fixture.assertSound();
        fixture.close();
    }

    @Test
    void shouldGiveASeatWhileTheConnectionLives() throws LedgerException {
        License seat = fixture.granted(LedgerRequest.permanent(seat(1)));
        assertThat(seat.state()).isEqualTo(LicenseState.ACTIVE);
        assertThat(seat.expires()).isEmpty();
        fixture.granted(LedgerRequest.permanent(seat(2)));
        assertThat(refused(ledger.claim(LedgerRequest.permanent(seat(3))))).isEqualTo(Refusal.POOL_EMPTY);
        ledger.release(seat.serial());
        ledger.release(seat.serial());
        fixture.granted(LedgerRequest.permanent(seat(3)));
    }

    @Test
    void shouldGiveBackTheSeatsOfAServiceThatStops() throws LedgerException {
        SqliteLedger other = fixture.another();
        other.claim(LedgerRequest.permanent(seat(1)));
        other.claim(LedgerRequest.permanent(seat(2)));
        other.close();
        fixture.granted(LedgerRequest.permanent(seat(3)));
    }

    /** The seat of a sleeper is taken after the lease, and is not taken twice when it wakes. */
    @Test
    void shouldTakeSeatsFromAServiceThatGivesNoSignOfLife() throws LedgerException {
        try (SqliteLedger sleeper = fixture.another()) {
            License seat = LedgerFixture.granted(sleeper.claim(LedgerRequest.permanent(seat(1))));
            fixture.granted(LedgerRequest.permanent(seat(2)));
            assertThat(refused(ledger.claim(LedgerRequest.permanent(seat(3))))).isEqualTo(Refusal.POOL_EMPTY);
            fixture.clock.pass(BEYOND_THE_LEASE);
            fixture.granted(LedgerRequest.permanent(seat(3)));
            assertThat(ledger.find(seat.serial()).orElseThrow().state()).isEqualTo(LicenseState.RETURNED);
            assertThat(fixture.pool("seats").used()).isEqualTo(2);
            ledger.beat();
            sleeper.beat();
            assertThat(fixture.lost).extracting(License::serial).containsExactly(seat.serial());
            assertThat(fixture.pool("seats").used()).isEqualTo(2);
        }
    }

    @Test
    void shouldTakeItsSeatsAgainWhenItWakesAndNobodyHasThem() throws LedgerException {
        try (SqliteLedger sleeper = fixture.another()) {
            License seat = LedgerFixture.granted(sleeper.claim(LedgerRequest.permanent(seat(1))));
            fixture.clock.pass(BEYOND_THE_LEASE);
            assertThat(ledger.sweep()).isEqualTo(1);
            sleeper.beat();
            assertThat(fixture.lost).isEmpty();
            assertThat(ledger.find(seat.serial()).orElseThrow().state()).isEqualTo(LicenseState.ACTIVE);
        }
    }

    @Test
    void shouldTellTheServiceWhoseSeatIsRevoked() throws LedgerException {
        License seat = fixture.granted(LedgerRequest.permanent(seat(1)));
        ledger.revoke(seat.serial(), "misuse");
        assertThat(fixture.lost).extracting(License::serial).containsExactly(seat.serial());
    }

    @Test
    void shouldGiveAUserTheSameLicenceAgain() throws LedgerException {
        ledger.configure(List.of(PoolSettings.of("people", LicenseKind.PER_USER, 1)));
        License first = fixture.granted(LedgerRequest.permanent(new Holder.User("Ada")));
        assertThat(first.state()).isEqualTo(LicenseState.ACTIVE);
        assertThat(ledger.claim(LedgerRequest.permanent(new Holder.User("ada"))))
                .isEqualTo(new Claim.Granted(first, false));
        assertThat(refused(ledger.claim(LedgerRequest.permanent(new Holder.User("bob")))))
                .isEqualTo(Refusal.POOL_EMPTY);
        // In the last seven days it is renewed.
        fixture.clock.pass(PoolSettings.DEFAULT_VALIDITY.minusDays(6));
        License renewed = fixture.granted(LedgerRequest.permanent(new Holder.User("ada")));
        assertThat(renewed.serial()).isNotEqualTo(first.serial());
        assertThat(renewed.expires()).contains(fixture.clock.instant().plus(PoolSettings.DEFAULT_VALIDITY));
        assertThat(fixture.events).contains(JournalEvent.RENEWED);
        assertThat(fixture.pool("people").used()).isEqualTo(1);
    }

    @Test
    void shouldKeepWhatIsReservedForAGroup() throws LedgerException {
        ledger.configure(List.of(new PoolSettings(
                "seats",
                LicenseKind.CONCURRENT,
                OptionalInt.of(3),
                PoolSettings.DEFAULT_VALIDITY,
                OptionalInt.empty(),
                List.of(new Reservation("doctors", 2)),
                Optional.empty())));
        fixture.granted(LedgerRequest.permanent(seat(1)));
        assertThat(refused(ledger.claim(LedgerRequest.permanent(seat(2))))).isEqualTo(Refusal.POOL_EMPTY);
        Set<String> doctors = Set.of("doctors", "staff");
        License reserved = fixture.granted(LedgerRequest.permanent(seat(3)).groups(doctors));
        assertThat(reserved.group()).contains("doctors");
        fixture.granted(LedgerRequest.permanent(seat(4)).groups(doctors));
        assertThat(fixture.pool("seats").reserved()).containsEntry("doctors", 2);
        assertThat(refused(ledger.claim(LedgerRequest.permanent(seat(5)).groups(doctors))))
                .isEqualTo(Refusal.POOL_EMPTY);
        ledger.release(reserved.serial());
        assertThat(refused(ledger.claim(LedgerRequest.permanent(seat(6))))).isEqualTo(Refusal.POOL_EMPTY);
        fixture.granted(LedgerRequest.permanent(seat(7)).groups(doctors));
    }

    @Test
    void shouldTellThresholdsOnceEachTimeTheyAreCrossed() throws LedgerException {
        ledger.configure(List.of(PoolSettings.of("seats", LicenseKind.CONCURRENT, 20)));
        License last = fixture.granted(LedgerRequest.permanent(seat(0)));
        for (int i = 1; i < 20; i++) {
            last = fixture.granted(LedgerRequest.permanent(seat(i)));
        }
        assertThat(fixture.crossed).containsExactly(80, 95, 100);
        ledger.release(last.serial());
        assertThat(fixture.crossed).hasSize(3);
        fixture.granted(LedgerRequest.permanent(seat(99)));
        assertThat(fixture.crossed).containsExactly(80, 95, 100, 100);
    }

    @Test
    void shouldEndTheGracePeriodWithTheFirstPermanentLicence() throws LedgerException {
        Duration length = Duration.ofDays(120);
        GracePeriod grace = ledger.grace(length);
        assertThat(grace.runsAt(fixture.clock.instant())).isTrue();
        fixture.clock.pass(Duration.ofDays(119));
        assertThat(ledger.grace(length).runsAt(fixture.clock.instant())).isTrue();
        assertThat(ledger.grace(length).started()).isEqualTo(grace.started());

        fixture.granted(LedgerRequest.permanent(seat(1)));
        assertThat(ledger.grace(length).runsAt(fixture.clock.instant())).isFalse();
        assertThat(fixture.events).contains(JournalEvent.GRACE_STARTED, JournalEvent.GRACE_ENDED);
    }

    @Test
    void shouldEndTheGracePeriodWhenItHasRunOut() throws LedgerException {
        ledger.grace(Duration.ofDays(120));
        fixture.clock.pass(Duration.ofDays(120));
        assertThat(ledger.grace(Duration.ofDays(120)).runsAt(fixture.clock.instant()))
                .isFalse();
    }

    @Test
    void shouldReportByPoolUserDeviceAndDay() throws LedgerException {
        License seat = fixture.granted(LedgerRequest.permanent(seat(1)));
        ledger.loggedOn(seat.serial(), "ada");
        fixture.granted(LedgerRequest.permanent(seat(2)));
        Claim.Refused refused = (Claim.Refused) ledger.claim(LedgerRequest.permanent(seat(3)));
        ledger.refused(seat(3), refused.pool(), refused.detail());
        ledger.admitted(seat(4), refused.pool(), "grace period");
        fixture.clock.pass(Duration.ofDays(1));
        ledger.release(seat.serial());
        var from = fixture.clock.instant().minus(Duration.ofDays(7));
        var until = fixture.clock.instant().plusSeconds(1);

        Report pools = ledger.report(Report.By.POOL, from, until);
        assertThat(pools.lines()).extracting(Report.Line::key).containsExactly("seats");
        Report.Line line = pools.lines().getFirst();
        assertThat(line.granted()).isEqualTo(2);
        assertThat(line.refused()).isEqualTo(1);
        assertThat(line.admitted()).isEqualTo(1);
        assertThat(line.returned() + line.reclaimed()).isEqualTo(1);
        assertThat(line.peak()).isEqualTo(2);
        assertThat(ledger.report(Report.By.DAY, from, until).lines())
                .extracting(Report.Line::key)
                .containsExactly("2026-03-01", "2026-03-02");
        assertThat(ledger.report(Report.By.USER, from, until).lines())
                .extracting(Report.Line::key)
                .contains("ada", "user2", "user3");
        assertThat(ledger.report(Report.By.DEVICE, from, until).lines())
                .extracting(Report.Line::key)
                .contains("pc1", "pc2", "pc3");
    }

    /** Who is refused without end cannot fill the disk. */
    @Test
    void shouldCountRefusalsThatComeTooFastOnOneLine() throws LedgerException {
        for (int i = 0; i < 100; i++) {
            ledger.refused(LedgerFixture.device(i), "seats", "its licence was forged");
        }
        var from = fixture.clock.instant();
        assertThat(ledger.journal(from, from.plusSeconds(1), 1000))
                .filteredOn(entry -> entry.event() == JournalEvent.REFUSED)
                .hasSize(60);
        assertThat(ledger.report(Report.By.DAY, from, from.plusSeconds(1))
                        .lines()
                        .getFirst()
                        .refused())
                .isEqualTo(100);
    }
}
