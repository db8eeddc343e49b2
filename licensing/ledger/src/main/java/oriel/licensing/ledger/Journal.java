package oriel.licensing.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The journal: what is written into it, and what is read and summed up from it. */
final class Journal {

    /** Coming without a licence costs nothing: no more than these many lines a minute; those beyond are counted on the last line. */
    private static final int LINES_A_MINUTE = 60;

    private static final long MINUTE = 60_000;

    /** The events that a report sums up, in the order of its columns. */
    private static final List<JournalEvent> SUMMED = List.of(
            JournalEvent.GRANTED,
            JournalEvent.DELIVERED,
            JournalEvent.USED,
            JournalEvent.RENEWED,
            JournalEvent.UPGRADED,
            JournalEvent.REFUSED,
            JournalEvent.ADMITTED,
            JournalEvent.EXPIRED,
            JournalEvent.REVOKED,
            JournalEvent.RETURNED,
            JournalEvent.RECLAIMED);

    private final Consumer<JournalEntry> listener;

    Journal(Consumer<JournalEntry> listener) {
        this.listener = listener;
    }

    /** Writes what happened to a licence; {@code license} is how it is afterwards. */
    void write(Transaction transaction, JournalEvent event, License license, String detail) throws SQLException {
        write(
                transaction,
                event,
                license.pool(),
                license.serial(),
                license.state(),
                license.holder(),
                license.user().orElse(""),
                detail);
    }

    /** Writes what happened to a pool, or to the ledger as a whole. */
    void write(Transaction transaction, JournalEvent event, String pool, String detail) throws SQLException {
        write(transaction, event, pool, null, null, null, "", detail);
    }

    /** Writes that somebody came without a licence; {@code pool} is the one that had nothing left, if any. */
    void without(Transaction transaction, JournalEvent event, String pool, Holder holder, String detail)
            throws SQLException {
        long since = transaction.now() - MINUTE;
        long lately =
                transaction.number("select count(*) from journal where at > ? and event = ?", since, event.code());
        if (lately < LINES_A_MINUTE) {
            write(transaction, event, pool, null, null, holder, "", detail);
        } else {
            transaction.update(
                    "update journal set times = times + 1 where number = (select max(number) from journal where at > ? and event = ?)",
                    since,
                    event.code());
        }
    }

    private void write(
            Transaction transaction,
            JournalEvent event,
            String pool,
            @Nullable Serial serial,
            @Nullable LicenseState state,
            @Nullable Holder holder,
            String user,
            String detail)
            throws SQLException {
        int used = pool.isEmpty() ? 0 : Pools.used(transaction, pool);
        String who = holder == null || !user.isEmpty() ? user : Licenses.name(holder);
        JournalEntry entry = new JournalEntry(
                0,
                Instant.ofEpochMilli(transaction.now()),
                event,
                pool,
                Optional.ofNullable(serial),
                Optional.ofNullable(state),
                who,
                holder instanceof Holder.Device device ? device.hardwareId() : "",
                holder == null ? "" : Licenses.machine(holder),
                detail,
                used,
                1);
        add(transaction, entry);
        transaction.afterwards(() -> listener.accept(entry));
    }

    /** Adds a line as it is, with a number of its own. */
    static void add(Transaction transaction, JournalEntry entry) throws SQLException {
        transaction.update(
                """
                insert into journal(at, event, pool, serial, state, user, device, machine, detail, used, times)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                entry.at().toEpochMilli(),
                entry.event().code(),
                entry.pool(),
                entry.serial().map(Serial::value).orElse(null),
                entry.state().map(LicenseState::code).orElse(null),
                entry.user(),
                entry.device(),
                entry.machine(),
                entry.detail(),
                entry.used(),
                entry.times());
    }

    static List<JournalEntry> lines(Transaction transaction, Instant from, Instant until, int limit)
            throws SQLException {
        return transaction
                .list(
                        Journal::entry,
                        "select * from journal where at >= ? and at < ? order by number desc limit ?",
                        millis(from),
                        millis(until),
                        limit)
                .reversed();
    }

    static JournalEntry entry(ResultSet row) throws SQLException {
        long serial = row.getLong("serial");
        Optional<Serial> known = row.wasNull() ? Optional.empty() : Optional.of(new Serial(serial));
        int state = row.getInt("state");
        Optional<LicenseState> after = row.wasNull() ? Optional.empty() : Optional.of(LicenseState.of(state));
        return new JournalEntry(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("at")),
                JournalEvent.of(row.getInt("event")),
                row.getString("pool"),
                known,
                after,
                row.getString("user"),
                row.getString("device"),
                row.getString("machine"),
                row.getString("detail"),
                row.getInt("used"),
                row.getInt("times"));
    }

    static Report report(Transaction transaction, Report.By by, Instant from, Instant until) throws SQLException {
        String key = switch (by) {
            case POOL -> "pool";
            case USER -> "user";
            case DEVICE -> "case when device <> '' then device else machine end";
            case DAY -> "date(at / 1000, 'unixepoch')";
        };
        StringBuilder sql = new StringBuilder("select " + key + " as key");
        StringBuilder events = new StringBuilder();
        for (JournalEvent event : SUMMED) {
            sql.append(", sum(case when event = ").append(event.code()).append(" then times else 0 end)");
            events.append(events.isEmpty() ? "" : ", ").append(event.code());
        }
        sql.append(", max(used) from journal where at >= ? and at < ? and event in (")
                .append(events)
                .append(") group by key order by key");
        List<Report.Line> lines = transaction.list(Journal::line, sql.toString(), millis(from), millis(until));
        return new Report(by, from, until, lines);
    }

    private static Report.Line line(ResultSet row) throws SQLException {
        return new Report.Line(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getInt(13));
    }

    /** A moment in the file's units; those beyond its range are its ends. */
    private static long millis(Instant moment) {
        if (moment.getEpochSecond() > Integer.MAX_VALUE * 1000L) {
            return Long.MAX_VALUE;
        }
        return moment.getEpochSecond() < 0 ? 0 : moment.toEpochMilli();
    }
}
