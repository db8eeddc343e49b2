package oriel.rdp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after all connections of the provider a few times a second: deadlines, stuck writes, round-trip measurements, fresh
 * cookies. One thread for all, so that a connection needs no timers of its own.
 */
final class Housekeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);

    private static final long ROUND_MILLIS = 250;

    /** What is looked after. */
    interface Charge {

        /** Called every round; must return at once. */
        void look();
    }

    private final Set<Charge> charges = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rdp-housekeeper").factory());

    private final ScheduledFuture<?> rounds;

    Housekeeper() {
        rounds = clock.scheduleWithFixedDelay(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    void add(Charge charge) {
        charges.add(charge);
    }

    void remove(Charge charge) {
        charges.remove(charge);
    }

    private void round() {
        for (Charge charge : charges) {
            try {
                charge.look();
            } catch (RuntimeException e) {
                LOG.error("Looking after {} failed.", charge, e);
            }
        }
    }

    @Override
    public void close() {
        rounds.cancel(false);
        clock.shutdownNow();
    }
}
