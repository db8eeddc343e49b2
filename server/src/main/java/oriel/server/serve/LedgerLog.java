package oriel.server.serve;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.licensing.ledger.JournalEntry;
import oriel.licensing.ledger.LedgerListener;
import oriel.licensing.ledger.Serial;

/** A line for each change of the ledger of licences, for whoever wants to know more. */
final class LedgerLog implements LedgerListener {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerLog.class);

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
}
