package oriel.licensing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.protocol.ErrorInfo;
import oriel.licensing.LicenseOutcome;
import oriel.licensing.exchange.Device;
import oriel.licensing.exchange.LicenseAnswer;
import oriel.licensing.exchange.LicenseTerms;
import oriel.licensing.exchange.PresentedLicense;
import oriel.licensing.exchange.PresentedLicense.Fault;
import oriel.licensing.ledger.JournalEvent;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.LicenseKind;
import oriel.licensing.ledger.Serial;
import oriel.licensing.policy.LicensingSettings.Telling;

/** What a device is answered: section 7.1, then the table of section 7.2, a test for each case. */
class DeviceAuthorityTest {

    private static final Duration GRACE = Duration.ofDays(120);
    private static final Device DEVICE = device(1);
    private static final Optional<PresentedLicense> NOTHING = Optional.empty();

    private PolicyFixture fixture;

    @BeforeEach
    void open(@TempDir Path directory) throws LedgerException {
        fixture = new PolicyFixture(directory);
        fixture.pool(LicenseKind.PER_DEVICE, 1);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static Device device(int number) {
        return new Device("%040x".formatted(number), 0, "ada", "engine");
    }

    private DeviceAuthority authority(Duration grace, Telling telling) {
        return authority(new Grace(fixture.ledger, grace, fixture.clock), telling);
    }

    private DeviceAuthority authority(Grace grace, Telling telling) {
        LicensingSettings settings = PolicyFixture.settings(PolicyName.PER_DEVICE, GRACE, telling);
        DeviceLicenses licenses = new DeviceLicenses(fixture.ledger, 0x00010000, settings.temporaryValidity());
        return new DeviceAuthority("1", licenses, settings, grace, fixture.clock);
    }

    private DeviceAuthority withoutGrace() {
        return authority(Duration.ZERO, Telling.BY_CODE);
    }

    private static Optional<PresentedLicense> presented(LicenseTerms terms, Fault... faults) {
        return Optional.of(new PresentedLicense(Optional.of(terms), Set.of(faults)));
    }

    private static LicenseTerms terms(LicenseAnswer answer) {
        assertThat(answer).isInstanceOf(LicenseAnswer.Issue.class);
        return ((LicenseAnswer.Issue) answer).terms();
    }

    /** A connection that goes all the way to the logon; what the device has afterwards. */
    private LicenseTerms logOn(Device device, Optional<PresentedLicense> presented) {
        DeviceAuthority authority = withoutGrace();
        LicenseTerms terms = terms(authority.answer(device, presented));
        authority.grant().delivered();
        authority.grant().loggedOn(PolicyFixture.user("ada"));
        authority.grant().close();
        return terms;
    }

    private LicenseTerms permanent(Device device) {
        return logOn(device, presented(logOn(device, NOTHING)));
    }

    @Test
    void shouldGiveATemporaryLicenceFirstAndAPermanentOneAfterALogon() {
        LicenseTerms first = logOn(DEVICE, NOTHING);
        assertThat(first.temporary()).isTrue();
        assertThat(first.validUntil()).isEqualTo(fixture.clock.instant().plus(Duration.ofDays(90)));
        assertThat(withoutGrace().accepts(DEVICE, presented(first).orElseThrow()))
                .isFalse();
        LicenseTerms second = logOn(DEVICE, presented(first));
        assertThat(second.temporary()).isFalse();
        assertThat(withoutGrace().accepts(DEVICE, presented(second).orElseThrow()))
                .isTrue();
    }

    /** Who only connects uses up nothing. */
    @Test
    void shouldStayTemporaryWhileNobodyLogsOn() throws LedgerException {
        for (int i = 0; i < 3; i++) {
            DeviceAuthority authority = withoutGrace();
            assertThat(terms(authority.answer(DEVICE, NOTHING)).temporary()).isTrue();
            authority.grant().delivered();
            authority.grant().close();
        }
        assertThat(fixture.used()).isZero();
    }

    @Test
    void shouldRenewInTheLastSevenDays() {
        LicenseTerms old = permanent(DEVICE);
        fixture.clock.pass(Duration.ofDays(72));
        assertThat(withoutGrace().accepts(DEVICE, presented(old).orElseThrow())).isTrue();
        fixture.clock.pass(Duration.ofDays(1).plusSeconds(1));
        assertThat(withoutGrace().accepts(DEVICE, presented(old).orElseThrow())).isFalse();
        LicenseTerms renewed = logOn(DEVICE, presented(old));
        assertThat(renewed.temporary()).isFalse();
        assertThat(renewed.validUntil()).isAfter(old.validUntil());
        assertThat(fixture.events).contains(JournalEvent.RENEWED);
    }

    @Test
    void shouldChallengeWhatHasAFault() {
        LicenseTerms good = permanent(DEVICE);
        for (Fault fault : Fault.values()) {
            assertThat(withoutGrace().accepts(DEVICE, presented(good, fault).orElseThrow()))
                    .as(fault.name())
                    .isFalse();
        }
        assertThat(withoutGrace().accepts(DEVICE, new PresentedLicense(Optional.empty(), Set.of(Fault.UNREADABLE))))
                .isFalse();
    }

    @Test
    void shouldNotAcceptWhatTheLedgerHasReplaced() {
        LicenseTerms old = permanent(DEVICE);
        LicenseTerms newer = logOn(DEVICE, NOTHING);
        assertThat(newer.temporary()).as("a device that lost its licence").isFalse();
        assertThat(withoutGrace().accepts(DEVICE, presented(old).orElseThrow())).isFalse();
        assertThat(withoutGrace().accepts(DEVICE, presented(newer).orElseThrow()))
                .isTrue();
    }

    @Test
    void shouldGiveBackWhatDidNotArrive() throws LedgerException {
        LicenseTerms temporary = logOn(DEVICE, NOTHING);
        DeviceAuthority authority = withoutGrace();
        assertThat(terms(authority.answer(DEVICE, presented(temporary))).temporary())
                .isFalse();
        assertThat(fixture.used()).isEqualTo(1);
        authority.grant().close();
        assertThat(fixture.used()).isZero();
    }

    // --- the table
    // -----------------------------------------------------------------------------------------------------

    @Test
    void shouldKeepAValidLicenceWhileTheLedgerIsUnreachable_case1() {
        LicenseTerms temporary = logOn(DEVICE, NOTHING);
        LicenseTerms other = permanent(device(2));
        DeviceAuthority authority = withoutGrace();
        fixture.ledger.close();
        assertThat(authority.answer(DEVICE, presented(temporary))).isEqualTo(new LicenseAnswer.OldLicense());
        assertThat(authority.accepts(device(2), presented(other).orElseThrow()))
                .as("a permanent one is good by its signature")
                .isTrue();
    }

    @Test
    void shouldAdmitInTheGracePeriodWhileTheLedgerIsUnreachable_case2a() {
        Grace grace = new Grace(fixture.ledger, GRACE, fixture.clock);
        grace.used();
        fixture.ledger.close();
        assertThat(authority(grace, Telling.BY_CODE).answer(DEVICE, NOTHING))
                .isEqualTo(new LicenseAnswer.ValidClient());
        fixture.clock.pass(GRACE);
        assertThat(authority(grace, Telling.BY_CODE).answer(DEVICE, NOTHING)).isInstanceOf(LicenseAnswer.Abort.class);
    }

    @Test
    void shouldSayThatTheLedgerIsUnreachable_case2b() {
        LicenseTerms temporary = logOn(DEVICE, NOTHING);
        fixture.ledger.close();
        for (var old : List.of(NOTHING, presented(temporary, Fault.EXPIRED))) {
            assertThat(withoutGrace().answer(DEVICE, old)).isInstanceOfSatisfying(LicenseAnswer.Abort.class, abort -> {
                assertThat(abort.licenseError()).as("ERR_NO_LICENSE_SERVER").isEqualTo(6);
                assertThat(abort.error()).isEqualTo(ErrorInfo.LICENSE_NO_SERVER);
            });
        }
    }

    @Test
    void shouldAdmitInTheGracePeriodWhenThereIsNoLicence_case3a() throws LedgerException {
        fixture.ledger.configure(List.of());
        assertThat(authority(GRACE, Telling.BY_CODE).answer(DEVICE, NOTHING))
                .isEqualTo(new LicenseAnswer.ValidClient());
        assertThat(fixture.events).contains(JournalEvent.ADMITTED);
    }

    @Test
    void shouldSendAwayWhenThereIsNoLicence_case3b() throws LedgerException {
        fixture.ledger.configure(List.of());
        assertThat(withoutGrace().answer(DEVICE, NOTHING)).isInstanceOfSatisfying(LicenseAnswer.Abort.class, abort -> {
            assertThat(abort.licenseError()).as("ERR_INVALID_CLIENT").isEqualTo(8);
            assertThat(abort.error()).isEqualTo(ErrorInfo.LICENSE_NONE_AVAILABLE);
        });
        assertThat(fixture.events).contains(JournalEvent.REFUSED);
    }

    @Test
    void shouldSayWhatIsWrongWithALicenceThatCannotBeReplaced_case3b() throws LedgerException {
        permanent(device(2));
        LicenseTerms spent = logOn(DEVICE, NOTHING);
        fixture.clock.pass(Duration.ofDays(45));
        permanent(device(2));
        fixture.clock.pass(Duration.ofDays(46));
        assertThat(error(presented(spent, Fault.EXPIRED))).isEqualTo(ErrorInfo.LICENSE_NO_UPGRADE);
        assertThat(error(presented(spent, Fault.OTHER_DEVICE))).isEqualTo(ErrorInfo.LICENSE_HARDWARE_ID_MISMATCH);
        assertThat(error(Optional.of(new PresentedLicense(Optional.empty(), Set.of(Fault.UNTRUSTED)))))
                .isEqualTo(ErrorInfo.LICENSE_BAD_CLIENT_LICENSE);
        assertThat(error(NOTHING)).isEqualTo(ErrorInfo.LICENSE_NONE_AVAILABLE);
    }

    private ErrorInfo error(Optional<PresentedLicense> presented) {
        return ((LicenseAnswer.Abort) withoutGrace().answer(DEVICE, presented)).error();
    }

    @Test
    void shouldKeepAValidLicenceThatCannotBeUpgraded_case4() {
        permanent(device(2));
        LicenseTerms temporary = logOn(DEVICE, NOTHING);
        DeviceAuthority authority = withoutGrace();
        assertThat(authority.answer(DEVICE, presented(temporary))).isEqualTo(new LicenseAnswer.OldLicense());
        assertThat(authority.grant().text()).contains("temporary licence");
        // It has lost the temporary licence: it gets the rest of it, and no permanent one.
        fixture.clock.pass(Duration.ofDays(10));
        LicenseTerms rest = terms(withoutGrace().answer(DEVICE, NOTHING));
        assertThat(rest.temporary()).isTrue();
        assertThat(rest.validUntil()).isEqualTo(temporary.validUntil());
    }

    @Test
    void shouldUpgradeWhatWasPresented_case5() {
        LicenseTerms temporary = logOn(DEVICE, NOTHING);
        LicenseTerms upgraded = terms(withoutGrace().answer(DEVICE, presented(temporary)));
        assertThat(upgraded.serial()).isNotEqualTo(temporary.serial());
        assertThat(upgraded.temporary()).isFalse();
        assertThat(terms(withoutGrace().answer(device(2), presented(temporary, Fault.OTHER_DEVICE)))
                        .temporary())
                .as("another device's licence proves nothing")
                .isTrue();
    }

    @Test
    void shouldIssueToADeviceThatHasNone_case6() {
        LicenseTerms terms = terms(withoutGrace().answer(DEVICE, NOTHING));
        assertThat(terms.device()).isEqualTo(DEVICE);
        assertThat(terms.version()).isEqualTo(0x00010000);
    }

    // --- beyond the table
    // ----------------------------------------------------------------------------------------------

    @Test
    void shouldSendAwayWhoseLicenceWasRevokedEvenInTheGracePeriod() throws LedgerException {
        LicenseTerms terms = logOn(DEVICE, NOTHING);
        fixture.ledger.revoke(new Serial(terms.serial()), "stolen");
        assertThat(authority(GRACE, Telling.BY_CODE).answer(DEVICE, presented(terms)))
                .isInstanceOfSatisfying(
                        LicenseAnswer.Abort.class,
                        abort -> assertThat(abort.reason()).contains("taken back"));
    }

    @Test
    void shouldLetTheUserBeToldOnTheScreen() throws LedgerException {
        fixture.ledger.configure(List.of());
        DeviceAuthority authority = authority(Duration.ZERO, Telling.ON_SCREEN);
        assertThat(authority.answer(DEVICE, NOTHING)).isEqualTo(new LicenseAnswer.ValidClient());
        LicenseOutcome.Refused refusal = authority.refusal().orElseThrow();
        assertThat(refusal.error()).isEqualTo(ErrorInfo.LICENSE_NONE_AVAILABLE);
        assertThat(refusal.why()).isEqualTo(LicenseOutcome.Why.NONE_HERE);
        assertThat(refusal.telling()).isEqualTo(LicenseOutcome.Telling.ON_SCREEN);
    }
}
