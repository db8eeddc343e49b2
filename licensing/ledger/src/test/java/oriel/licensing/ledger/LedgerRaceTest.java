package oriel.licensing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who races for the last licence: never is one granted too many. */
class LedgerRaceTest {

    private static final int RACERS = 64;

    @TempDir
    private Path directory;

    @Test
    void shouldGrantTheLastSeatsOnceTo64Racers() throws Exception {
        try (LedgerFixture fixture = new LedgerFixture(directory)) {
            fixture.ledger.configure(List.of(PoolSettings.of("seats", LicenseKind.CONCURRENT, 3)));
            for (int round = 0; round < 8; round++) {
                String name = "round" + round + "-";
                var granted = new ConcurrentLinkedQueue<Serial>();
                int winners = LedgerProcess.together(IntStream.range(0, RACERS)
                        .<Callable<Boolean>>mapToObj(i ->
                                () -> fixture.ledger.claim(LedgerRequest.permanent(new Holder.Seat(name + i, "", "")))
                                                instanceof Claim.Granted won
                                        && granted.add(won.license().serial()))
                        .toList());
                assertThat(winners).isEqualTo(3);
                for (Serial serial : granted) {
                    fixture.ledger.release(serial);
                }
            }
            fixture.assertSound();
        }
    }

    @Test
    void shouldGrantTheLastDeviceLicenceToOneOf64Devices() throws Exception {
        try (LedgerFixture fixture = new LedgerFixture(directory)) {
            fixture.ledger.configure(List.of(PoolSettings.of("devices", LicenseKind.PER_DEVICE, 1)));
            int winners = LedgerProcess.together(IntStream.range(0, RACERS)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> fixture.ledger.claim(LedgerRequest.permanent(LedgerFixture.device(i)))
                                    instanceof Claim.Granted)
                    .toList());
            assertThat(winners).isEqualTo(1);
            fixture.assertSound();
        }
    }

    @Test
    void shouldGrantTheLastSeatsOnceToTwoProcesses() throws Exception {
        Path file = directory.resolve("licences.db");
        try (SqliteLedger ledger = open(file);
                LedgerProcess one = LedgerProcess.start(file);
                LedgerProcess two = LedgerProcess.start(file)) {
            ledger.configure(List.of(PoolSettings.of("seats", LicenseKind.CONCURRENT, 3)));
            one.ready();
            two.ready();
            for (int round = 0; round < 25; round++) {
                one.order("claim one-" + round + " 4");
                two.order("claim two-" + round + " 4");
                int granted = Integer.parseInt(one.answer()) + Integer.parseInt(two.answer());
                assertThat(granted).isEqualTo(3);
                one.order("release one-" + round);
                two.order("release two-" + round);
                one.answer();
                two.answer();
            }
            assertThat(ledger.check().faults()).isEmpty();
        }
    }

    /** Granted, not delivered, and nobody left who could. */
    @Test
    void shouldTakeBackWhatAKilledProcessHadNotDelivered() throws Exception {
        Path file = directory.resolve("licences.db");
        try (SqliteLedger ledger = open(file);
                LedgerProcess process = LedgerProcess.start(file)) {
            ledger.configure(List.of(PoolSettings.of("devices", LicenseKind.PER_DEVICE, 1)));
            process.ready().order("pending 1");
            Serial serial = Serial.parse(process.answer());
            process.kill();
            assertThat(ledger.claim(LedgerRequest.permanent(LedgerFixture.device(2))))
                    .as("within the lease nobody knows that it is dead")
                    .isInstanceOf(Claim.Refused.class);
            while (!(ledger.claim(LedgerRequest.permanent(LedgerFixture.device(2))) instanceof Claim.Granted)) {
                Thread.sleep(100);
            }
            assertThat(ledger.find(serial).orElseThrow().state()).isEqualTo(LicenseState.RETURNED);
            assertThat(ledger.delivered(serial)).isEmpty();
            assertThat(ledger.pools().getFirst().used()).isEqualTo(1);
            assertThat(ledger.check().faults()).isEmpty();
        }
    }

    /** Killed in the middle of committing, again and again: the file is whole, and licences and journal agree. */
    @Test
    void shouldSurviveBeingKilledWhileItCommits() throws Exception {
        Path file = directory.resolve("licences.db");
        try (SqliteLedger ledger = open(file)) {
            ledger.configure(List.of(
                    PoolSettings.of("devices", LicenseKind.PER_DEVICE, 8),
                    PoolSettings.of("seats", LicenseKind.CONCURRENT, 4)));
        }
        for (int round = 0; round < 4; round++) {
            churnAndKill(file, round);
            try (SqliteLedger ledger = open(file)) {
                assertThat(ledger.check().faults()).isEmpty();
                assertThat(ledger.pools())
                        .allSatisfy(pool -> assertThat(pool.used())
                                .isLessThanOrEqualTo(pool.settings().size().orElseThrow()));
            }
        }
    }

    private static void churnAndKill(Path file, int round) throws IOException {
        List<LedgerProcess> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            LedgerProcess process = LedgerProcess.start(file);
            process.order("churn " + (round * 10 + i));
            processes.add(process);
        }
        for (LedgerProcess process : processes) {
            process.ready();
            for (int step = 0; step < 20 + 11 * round; step++) {
                process.answer();
            }
        }
        for (LedgerProcess process : processes) {
            process.kill();
        }
    }

    private static SqliteLedger open(Path file) throws LedgerException {
        return SqliteLedger.open(
                LedgerSettings.of(file).lease(LedgerProcess.LEASE), Clock.systemUTC(), LedgerListener.NONE);
    }
}
