package oriel.licensing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.licensing.ledger.LedgerFixture.DAY;
import static oriel.licensing.ledger.LedgerFixture.device;
import static oriel.licensing.ledger.LedgerFixture.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Licences of devices: pending, delivered, replaced, lost. */
class DeviceLicenseTest {

    private LedgerFixture fixture;
    private SqliteLedger ledger;

    @BeforeEach
    void open(@TempDir Path directory) throws LedgerException {
        fixture = new LedgerFixture(directory);
        ledger = fixture.ledger;
        ledger.configure(List.of(PoolSettings.of("office", LicenseKind.PER_DEVICE, 2)));
    }

    @AfterEach
    void soundToTheEnd() throws LedgerException {
        fixture.assertSound();
        fixture.close();
    }

    @Test
    void shouldGrantPendingAndActivateOnDelivery() throws LedgerException {
        License pending = fixture.granted(LedgerRequest.permanent(device(1)).version(0x00060000));
        assertThat(pending.state()).isEqualTo(LicenseState.PENDING);
        assertThat(ledger.heldBy(device(1))).isEmpty();
        assertThat(fixture.pool("office").used()).isEqualTo(1);

        License active = ledger.delivered(pending.serial()).orElseThrow();
        assertThat(active.state()).isEqualTo(LicenseState.ACTIVE);
        assertThat(active.version()).isEqualTo(0x00060000);
        assertThat(active.expires()).contains(fixture.clock.instant().plus(PoolSettings.DEFAULT_VALIDITY));
        assertThat(ledger.heldBy(device(1))).contains(active);
        assertThat(ledger.delivered(pending.serial())).contains(active);
        assertThat(fixture.events).contains(JournalEvent.GRANTED, JournalEvent.DELIVERED);
    }

    @Test
    void shouldNeverHaveMoreHoldersThanLicences() throws LedgerException {
        fixture.granted(LedgerRequest.permanent(device(1)));
        fixture.held(LedgerRequest.permanent(device(2)));
        assertThat(refused(ledger.claim(LedgerRequest.permanent(device(3))))).isEqualTo(Refusal.POOL_EMPTY);
    }

    /** The client that has lost its store, the one that connects twice at once. */
    @Test
    void shouldCountADeviceOnceHoweverOftenItAsks() throws LedgerException {
        fixture.held(LedgerRequest.permanent(device(1)));
        License first = fixture.granted(LedgerRequest.permanent(device(2)));
        License second = fixture.granted(LedgerRequest.permanent(device(2)));
        assertThat(first.serial()).isNotEqualTo(second.serial());
        assertThat(fixture.pool("office").used()).isEqualTo(2);

        ledger.delivered(first.serial());
        ledger.delivered(second.serial());
        assertThat(ledger.find(first.serial()).orElseThrow().state()).isEqualTo(LicenseState.RETURNED);
        assertThat(fixture.pool("office").used()).isEqualTo(2);
        assertThat(fixture.events).contains(JournalEvent.RENEWED);
    }

    @Test
    void shouldKeepTheOldLicenceUntilTheNewOneIsDelivered() throws LedgerException {
        License old = fixture.held(LedgerRequest.permanent(device(1)));
        License lostOnTheWire = fixture.granted(LedgerRequest.permanent(device(1)));
        ledger.release(lostOnTheWire.serial());
        assertThat(ledger.heldBy(device(1))).contains(old);
    }

    @Test
    void shouldTakeBackWhatIsNotDeliveredInTime() throws LedgerException {
        License slow = fixture.granted(LedgerRequest.permanent(device(1)));
        fixture.granted(LedgerRequest.permanent(device(2)));
        fixture.clock.pass(Duration.ofMinutes(3));
        fixture.held(LedgerRequest.permanent(device(3)));
        fixture.held(LedgerRequest.permanent(device(4)));
        assertThat(ledger.delivered(slow.serial())).isEmpty();
        assertThat(fixture.events).contains(JournalEvent.RECLAIMED);
        assertThat(fixture.pool("office").used()).isEqualTo(2);
    }

    @Test
    void shouldUpgradeATemporaryLicenceToAPermanentOne() throws LedgerException {
        License temporary = fixture.held(LedgerRequest.temporary(device(1), DAY.multipliedBy(90)));
        assertThat(temporary.temporary()).isTrue();
        assertThat(fixture.pool("office").used()).isZero();
        assertThat(fixture.pool("office").temporaries()).isEqualTo(1);
        ledger.loggedOn(temporary.serial(), "ada");
        assertThat(ledger.heldBy(device(1)).orElseThrow().proven()).isTrue();

        License permanent = fixture.held(LedgerRequest.permanent(device(1)));
        assertThat(permanent.temporary()).isFalse();
        assertThat(permanent.user()).contains("ada");
        assertThat(fixture.pool("office").used()).isEqualTo(1);
        assertThat(fixture.pool("office").temporaries()).isZero();
        assertThat(fixture.events).contains(JournalEvent.USED, JournalEvent.UPGRADED);
    }

    @Test
    void shouldNotExtendATemporaryLicence() throws LedgerException {
        License first = fixture.held(LedgerRequest.temporary(device(1), DAY.multipliedBy(90)));
        ledger.loggedOn(first.serial(), "ada");
        fixture.clock.pass(DAY.multipliedBy(60));
        License second = fixture.held(LedgerRequest.temporary(device(1), DAY.multipliedBy(90)));
        assertThat(second.expires()).isEqualTo(first.expires());
        fixture.clock.pass(DAY.multipliedBy(31));
        assertThat(refused(ledger.claim(LedgerRequest.temporary(device(1), DAY))))
                .isEqualTo(Refusal.TEMPORARY_USED);
    }

    @Test
    void shouldLimitTemporaryLicences() throws LedgerException {
        ledger.configure(List.of(new PoolSettings(
                "office",
                LicenseKind.PER_DEVICE,
                OptionalInt.of(2),
                PoolSettings.DEFAULT_VALIDITY,
                OptionalInt.of(1),
                List.of(),
                Optional.empty())));
        fixture.held(LedgerRequest.temporary(device(1), DAY));
        fixture.held(LedgerRequest.temporary(device(1), DAY));
        assertThat(refused(ledger.claim(LedgerRequest.temporary(device(2), DAY))))
                .isEqualTo(Refusal.POOL_EMPTY);
    }

    /** Hardware ids are cheap for whoever makes them up; logons are not. */
    @Test
    void shouldForgetTemporaryLicencesWithWhichNobodyLoggedOn() throws LedgerException {
        License unused = fixture.held(LedgerRequest.temporary(device(1), DAY.multipliedBy(90)));
        fixture.clock.pass(DAY.plusSeconds(1));
        ledger.sweep();
        assertThat(ledger.find(unused.serial()).orElseThrow().state()).isEqualTo(LicenseState.EXPIRED);
        fixture.granted(LedgerRequest.temporary(device(1), DAY));
    }

    @Test
    void shouldUpgradeAnOlderVersionInAFullPool() throws LedgerException {
        fixture.held(LedgerRequest.permanent(device(1)).version(0x00050002));
        fixture.held(LedgerRequest.permanent(device(2)).version(0x00050002));
        License upgraded = fixture.held(LedgerRequest.permanent(device(1)).version(0x000A0000));
        assertThat(upgraded.version()).isEqualTo(0x000A0000);
        assertThat(fixture.pool("office").used()).isEqualTo(2);
        assertThat(fixture.events).contains(JournalEvent.UPGRADED);
    }

    @Test
    void shouldExpireAndFreeThePlace() throws LedgerException {
        fixture.held(LedgerRequest.permanent(device(1)));
        fixture.held(LedgerRequest.permanent(device(2)));
        fixture.clock.pass(PoolSettings.DEFAULT_VALIDITY.plusSeconds(1));
        fixture.held(LedgerRequest.permanent(device(3)));
        assertThat(ledger.heldBy(device(1))).isEmpty();
        assertThat(fixture.events).contains(JournalEvent.EXPIRED);
    }

    @Test
    void shouldRefuseAHolderWhoseLicenceWasRevokedUntilItIsReinstated() throws LedgerException {
        License license = fixture.held(LedgerRequest.permanent(device(1)));
        fixture.held(LedgerRequest.permanent(device(2)));
        ledger.revoke(license.serial(), "stolen");
        assertThat(fixture.pool("office").free()).hasValue(1);
        assertThat(refused(ledger.claim(LedgerRequest.permanent(device(1))))).isEqualTo(Refusal.REVOKED);
        assertThat(refused(ledger.claim(LedgerRequest.temporary(device(1), DAY))))
                .isEqualTo(Refusal.REVOKED);
        assertThat(ledger.revoke(license.serial(), "twice")).isEmpty();

        ledger.reinstate(license.serial());
        fixture.held(LedgerRequest.permanent(device(1)));
    }

    @Test
    void shouldRevokeWhatIsOnItsWay() throws LedgerException {
        License pending = fixture.granted(LedgerRequest.permanent(device(1)));
        ledger.revoke(pending.serial(), "mistake");
        assertThat(ledger.delivered(pending.serial())).isEmpty();
    }

    @Test
    void shouldIssueByHand() throws LedgerException {
        Claim claim = ledger.issue(LedgerRequest.permanent(device(1)));
        assertThat(LedgerFixture.granted(claim).state()).isEqualTo(LicenseState.ACTIVE);
        // Asking for a temporary one, the device gets what is waiting for it.
        assertThat(fixture.granted(LedgerRequest.temporary(device(1), DAY)).temporary())
                .isFalse();
    }

    @Test
    void shouldCloseAPoolThatTheConfigurationForgets() throws LedgerException {
        License license = fixture.held(LedgerRequest.permanent(device(1)));
        ledger.configure(List.of());
        assertThat(refused(ledger.claim(LedgerRequest.permanent(device(2))))).isEqualTo(Refusal.NO_POOL);
        assertThat(ledger.heldBy(device(1))).contains(license);
        assertThat(fixture.pool("office").open()).isFalse();
    }

    @Test
    void shouldKeepItsMemoryOverARestart(@TempDir Path directory) throws LedgerException {
        try (LedgerFixture before = new LedgerFixture(directory)) {
            before.ledger.configure(List.of(PoolSettings.of("office", LicenseKind.PER_DEVICE, 1)));
            before.held(LedgerRequest.permanent(device(1)));
        }
        try (LedgerFixture after = new LedgerFixture(directory)) {
            assertThat(after.ledger.heldBy(device(1))).isPresent();
            assertThat(refused(after.ledger.claim(LedgerRequest.permanent(device(2)))))
                    .isEqualTo(Refusal.POOL_EMPTY);
        }
    }
}
