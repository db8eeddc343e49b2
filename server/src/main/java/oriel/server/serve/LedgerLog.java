package oriel.server.serve;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.licensing.ledger.JournalEntry;
import oriel.licensing.ledger.LedgerListener;
import oriel.licensing.ledger.License;
import oriel.licensing.ledger.Pool;
import oriel.licensing.ledger.Reservation;
import oriel.licensing.ledger.Serial;

/** Tells the administrator what the ledger of licences does: a warning before a pool is empty, a line for each change. */
final class LedgerLog implements LedgerListener {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerLog.class);

    @Override
    public void thresholdCrossed(Pool pool, int percent) {
        String reserved =
                pool.settings().reservations().stream().map(Reservation::group).collect(Collectors.joining(", "));
        LOG.warn(
                "Pool {} of licences has reached {} %: {} of {} are used{}.",
                pool.settings().name(),
                percent,
                pool.used(),
                pool.settings().size().orElse(pool.used()),
                reserved.isEmpty() ? "" : ", some are kept for " + reserved);
    }

    @Override
    public void recorded(JournalEntry entry) {
        LOG.debug(
                "Licences: {} {} of pool {}, user '{}', machine '{}'. {}",
                entry.event().word(),
                entry.serial().map(Serial::toString).orElse(""),
                entry.pool(),
                entry.user(),
                entry.machine(),
                entry.detail());
    }

    @Override
    public void seatLost(License seat) {
        LOG.warn("Seat {} of pool {} is lost while its connection lives.", seat.serial(), seat.pool());
    }
}
