package oriel.licensing.ledger;

import java.sql.SQLException;
import java.util.List;

/** Notices when a pool fills up to a threshold; once each time, whichever process does it. */
final class Thresholds {

    private final List<Integer> percentages;
    private final Journal journal;
    private final LedgerListener listener;

    Thresholds(List<Integer> percentages, Journal journal, LedgerListener listener) {
        this.percentages = percentages;
        this.journal = journal;
        this.listener = listener;
    }

    /** Looks at a pool when the transaction that touches it ends. */
    void watch(Transaction transaction, String name) {
        transaction.atEnd(() -> look(transaction, name));
    }

    private void look(Transaction transaction, String name) throws SQLException {
        long size = transaction.number("select coalesce(size, 0) from pool where name = ?", name);
        if (size == 0) {
            return;
        }
        long percent = Pools.used(transaction, name) * 100L / size;
        long told = transaction.number("select reported from pool where name = ?", name);
        int reached = percentages.stream().filter(each -> each <= percent).reduce(0, Math::max);
        if (reached == told) {
            return;
        }
        transaction.update("update pool set reported = ? where name = ?", reached, name);
        if (reached > told) {
            journal.write(transaction, JournalEvent.THRESHOLD, name, reached + " percent are used");
            Pool pool = Pools.find(transaction, name).orElseThrow();
            transaction.afterwards(() -> listener.thresholdCrossed(pool, reached));
        }
    }
}
