package oriel.licensing.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.licensing.ledger.JournalEntry;
import oriel.licensing.ledger.LedgerListener;
import oriel.licensing.ledger.License;
import oriel.licensing.ledger.Pool;
import oriel.licensing.ledger.Serial;

/**
 * Hears what the ledger has to tell: a line in the log when a pool fills up, and the end of connections whose seats are lost. What else wants
 * to hear (metrics, a console) is given along.
 */
public final class LicensingWatch implements LedgerListener {

    private static final Logger LOG = LoggerFactory.getLogger(LicensingWatch.class);

    private final LedgerListener further;
    private final Map<Serial, Runnable> seats = new ConcurrentHashMap<>();

    /**
     * Makes a watch; to be given to the ledger when it is opened, and to {@link ConfiguredPolicies}.
     *
     * @param further hears everything too
     */
    public LicensingWatch(LedgerListener further) {
        this.further = further;
    }

    @Override
    public void thresholdCrossed(Pool pool, int percent) {
        String name = pool.settings().name();
        int size = pool.settings().size().orElse(0);
        if (percent >= 100) {
            LOG.warn("Licence pool {} is empty: all {} are in use, and the next who asks is refused.", name, size);
        } else {
            LOG.warn("Licence pool {} has reached {} %: {} of {} are in use.", name, percent, pool.used(), size);
        }
        further.thresholdCrossed(pool, percent);
    }

    @Override
    public void recorded(JournalEntry entry) {
        further.recorded(entry);
    }

    @Override
    public void seatLost(License seat) {
        Runnable ending = seats.remove(seat.serial());
        if (ending != null) {
            LOG.warn("Seat {} of pool {} is lost; its connection ends.", seat.serial(), seat.pool());
            ending.run();
        }
        further.seatLost(seat);
    }

    void seated(Serial seat, Runnable ending) {
        seats.put(seat, ending);
    }

    void left(Serial seat) {
        seats.remove(seat);
    }
}
