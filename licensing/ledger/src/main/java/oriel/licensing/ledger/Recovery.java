package oriel.licensing.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Ends what has expired, takes back what was lost, and forgets what is old. */
final class Recovery {

    private final Journal journal;
    private final Thresholds thresholds;
    private final LedgerSettings settings;
    private final String owner;

    Recovery(Journal journal, Thresholds thresholds, LedgerSettings settings, String owner) {
        this.journal = journal;
        this.thresholds = thresholds;
        this.settings = settings;
        this.owner = owner;
    }

    /** How many came back. */
    int sweep(Transaction transaction) throws SQLException {
        long now = transaction.now();
        int count = end(
                transaction,
                JournalEvent.EXPIRED,
                LicenseState.EXPIRED,
                "its time was over",
                "select * from license where state < 2 and expires <= ?",
                now);
        count += end(
                transaction,
                JournalEvent.EXPIRED,
                LicenseState.EXPIRED,
                "nobody logged on with it",
                "select * from license where state = 1 and temporary = 1 and proven = 0 and issued <= ?",
                now - settings.proving().toMillis());
        count += end(
                transaction,
                JournalEvent.RECLAIMED,
                LicenseState.RETURNED,
                "it was not delivered in time",
                "select * from license where state = 0 and deadline <= ?",
                now);
        return count + dead(transaction);
    }

    /** What is owned by processes that have given no sign of life for a lease. */
    private int dead(Transaction transaction) throws SQLException {
        long latest = transaction.now() - settings.lease().toMillis();
        int count = end(
                transaction, JournalEvent.RECLAIMED, LicenseState.RETURNED, "its process is gone", """
                select * from license where state < 2 and owner is not null and owner <> ?
                and not exists (select 1 from owner o where o.id = owner and o.seen > ?)""", owner, latest);
        transaction.update("delete from owner where seen <= ? and id <> ?", latest, owner);
        return count;
    }

    /** Gives back all that this process owns. */
    void leave(Transaction transaction) throws SQLException {
        end(
                transaction,
                JournalEvent.RETURNED,
                LicenseState.RETURNED,
                "the service was stopped",
                "select * from license where state < 2 and owner = ?",
                owner);
        transaction.update("delete from owner where id = ?", owner);
    }

    /** Ends a live licence; empty = there is none of that number. */
    Optional<License> end(Transaction transaction, Serial serial, LicenseState state, JournalEvent event, String detail)
            throws SQLException {
        Optional<License> live = Licenses.find(transaction, serial)
                .filter(license -> license.state().live());
        if (live.isEmpty()) {
            return live;
        }
        License ended = Licenses.move(transaction, live.get(), state);
        journal.write(transaction, event, ended, detail);
        thresholds.watch(transaction, ended.pool());
        return Optional.of(ended);
    }

    Optional<License> giveBack(Transaction transaction, Serial serial) throws SQLException {
        return end(transaction, serial, LicenseState.RETURNED, JournalEvent.RETURNED, "");
    }

    /** Whether there is anything to sweep, or to say that this process lives for. */
    boolean due(Transaction transaction) throws SQLException {
        long now = transaction.now();
        return transaction.exists("select 1 from license where state < 2 and owner is not null")
                || transaction.exists("select 1 from license where state < 2 and expires <= ?", now)
                || transaction.exists(
                        "select 1 from license where state = 1 and temporary = 1 and proven = 0 and issued <= ?",
                        now - settings.proving().toMillis());
    }

    /** Deletes what has ended long ago. */
    void forget(Transaction transaction) throws SQLException {
        long oldest = transaction.now() - settings.retention().toMillis();
        // A revocation holds as long as nobody takes it back.
        transaction.update("delete from license where state in (2, 4) and ended < ?", oldest);
        transaction.update("delete from journal where at < ?", oldest);
    }

    private int end(
            Transaction transaction,
            JournalEvent event,
            LicenseState state,
            String detail,
            String sql,
            Object... values)
            throws SQLException {
        List<License> licenses = transaction.list(Licenses::license, sql, values);
        for (License license : licenses) {
            License ended = Licenses.move(transaction, license, state);
            journal.write(transaction, event, ended, detail);
            thresholds.watch(transaction, ended.pool());
        }
        return licenses.size();
    }
}
