package oriel.licensing.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process does every few seconds while it has a ledger open: says that it lives, sweeps, and looks whether the seats of its
 * connections are still there.
 */
final class Pulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long FORGET_MILLIS = Duration.ofDays(1).toMillis();

    private final Database database;
    private final Claims claims;
    private final Recovery recovery;
    private final LedgerListener listener;
    private final Clock clock;
    private final Map<Serial, License> seats = new ConcurrentHashMap<>();
    private final Set<Serial> unreturned = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("oriel-ledger").factory());
    private volatile long forgotten;

    Pulse(Database database, Claims claims, Recovery recovery, LedgerListener listener, Clock clock) {
        this.database = database;
        this.claims = claims;
        this.recovery = recovery;
        this.listener = listener;
        this.clock = clock;
    }

    void start(Duration beat) {
        var _ = thread.scheduleWithFixedDelay(this::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A connection of this process has a seat. */
    void seated(License seat) {
        seats.put(seat.serial(), seat);
    }

    /** A seat is being given back: it must not be taken again. Whether it was a seat of this process. */
    boolean leaving(Serial serial) {
        return seats.remove(serial) != null;
    }

    /** The ledger did not answer when a licence was to be given back; it is tried again. */
    void unreturned(Serial serial) {
        unreturned.add(serial);
    }

    void beat() {
        try {
            if (!seats.isEmpty() || !unreturned.isEmpty() || database.read(recovery::due)) {
                lookAfter();
            }
            if (Math.abs(clock.millis() - forgotten) >= FORGET_MILLIS) {
                database.write(transaction -> {
                    recovery.forget(transaction);
                    return true;
                });
                forgotten = clock.millis();
            }
        } catch (LedgerException | RuntimeException e) {
            LOG.warn("The ledger could not be looked after; it is tried again. error={}", e.getMessage());
        }
    }

    private void lookAfter() throws LedgerException {
        Set<Serial> late = Set.copyOf(unreturned);
        List<License> lost = database.write(transaction -> {
            claims.alive(transaction);
            for (Serial serial : late) {
                recovery.giveBack(transaction, serial);
            }
            recovery.sweep(transaction);
            return lost(transaction);
        });
        unreturned.removeAll(late);
        for (License seat : lost) {
            if (leaving(seat.serial())) {
                listener.seatLost(seat);
            }
        }
    }

    private List<License> lost(Transaction transaction) throws SQLException {
        List<License> lost = new ArrayList<>();
        for (License seat : List.copyOf(seats.values())) {
            LicenseState state = Licenses.find(transaction, seat.serial())
                    .map(License::state)
                    .orElse(LicenseState.REVOKED);
            boolean kept = state.live() || (state != LicenseState.REVOKED && claims.retake(transaction, seat));
            if (!kept) {
                lost.add(seat);
            }
        }
        return lost;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        seats.clear();
    }
}
