package oriel.licensing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A ledger in a directory of its own, with a clock that is moved by hand and what its listener has heard. */
final class LedgerFixture implements AutoCloseable {

    static final Duration DAY = Duration.ofDays(1);

    final ManualClock clock = new ManualClock();
    final List<Integer> crossed = new CopyOnWriteArrayList<>();
    final List<JournalEvent> events = new CopyOnWriteArrayList<>();
    final List<License> lost = new CopyOnWriteArrayList<>();
    final SqliteLedger ledger;

    private final Path file;

    LedgerFixture(Path directory) throws LedgerException {
        file = directory.resolve("licences.db");
        ledger = another();
    }

    /** The same file as another process would open it. */
    SqliteLedger another() throws LedgerException {
        return SqliteLedger.open(LedgerSettings.of(file), clock, new LedgerListener() {
            @Override
            public void thresholdCrossed(Pool pool, int percent) {
                crossed.add(percent);
            }

            @Override
            public void recorded(JournalEntry entry) {
                events.add(entry.event());
            }

            @Override
            public void seatLost(License seat) {
                lost.add(seat);
            }
        });
    }

    static Holder.Device device(int number) {
        return new Holder.Device("%040x".formatted(number), "pc" + number);
    }

    static Holder.Seat seat(int number) {
        return new Holder.Seat("connection-" + number, "user" + number, "pc" + number);
    }

    License granted(LedgerRequest request) throws LedgerException {
        return granted(ledger.claim(request));
    }

    static License granted(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Granted.class);
        return ((Claim.Granted) claim).license();
    }

    static Refusal refused(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Refused.class);
        return ((Claim.Refused) claim).reason();
    }

    /** A licence that has reached its device. */
    License held(LedgerRequest request) throws LedgerException {
        return ledger.delivered(granted(request).serial()).orElseThrow();
    }

    Pool pool(String name) throws LedgerException {
        return ledger.pools().stream()
                .filter(pool -> pool.settings().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void assertSound() throws LedgerException {
        assertThat(ledger.check().faults()).isEmpty();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
