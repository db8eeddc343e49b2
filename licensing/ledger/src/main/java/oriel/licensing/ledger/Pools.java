package oriel.licensing.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Pools: what they are, how full they are, and whether there is a place for somebody. Holders are counted, not licences. */
final class Pools {

    private final Journal journal;

    Pools(Journal journal) {
        this.journal = journal;
    }

    /** A place in a pool; {@code group} is the one whose reservation it is from. */
    record Place(Pool pool, Optional<String> group) {}

    static int used(Transaction transaction, String pool) throws SQLException {
        return (int) transaction.number(
                "select count(distinct holder) from license where pool = ? and temporary = 0 and state < 2", pool);
    }

    static List<Pool> all(Transaction transaction) throws SQLException {
        return transaction.list(row -> pool(transaction, row), "select * from pool order by name");
    }

    static Optional<Pool> find(Transaction transaction, String name) throws SQLException {
        return transaction.first(row -> pool(transaction, row), "select * from pool where name = ?", name);
    }

    /** Where a holder could have a licence: open pools of its kind; first where it has one already, then what ends soonest. */
    static List<Pool> candidates(Transaction transaction, LedgerRequest request) throws SQLException {
        Holder holder = request.holder();
        return transaction
                .list(row -> pool(transaction, row), """
                        select * from pool where kind = ? and open = 1 and (ends is null or ends > ?)
                        order by exists(select 1 from license l where l.kind = pool.kind and l.holder = ? and l.pool = pool.name and l.state < 2) desc,
                          ends is null, ends, name""", holder.kind().word(), transaction.now(), holder.key())
                .stream()
                .filter(pool -> request.pools().isEmpty()
                        || request.pools().contains(pool.settings().name()))
                .toList();
    }

    /** The first place for a permanent licence or a seat. */
    static Optional<Place> place(Transaction transaction, List<Pool> candidates, LedgerRequest request)
            throws SQLException {
        for (Pool pool : candidates) {
            Optional<Place> place = place(transaction, pool, request.holder(), request.groups());
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private static Optional<Place> place(Transaction transaction, Pool pool, Holder holder, Set<String> groups)
            throws SQLException {
        Optional<Place> counted = transaction.first(
                row -> new Place(pool, Optional.ofNullable(row.getString(1))),
                "select grp from license where pool = ? and temporary = 0 and state < 2 and kind = ? and holder = ? limit 1",
                pool.settings().name(),
                holder.kind().word(),
                holder.key());
        if (counted.isPresent()) {
            return counted;
        }
        if (pool.free().isPresent() && pool.free().getAsInt() == 0) {
            return Optional.empty();
        }
        int elsewhere = pool.used();
        int shared = pool.settings().size().orElse(Integer.MAX_VALUE);
        for (Reservation reservation : pool.settings().reservations()) {
            int taken = Math.min(pool.reserved().getOrDefault(reservation.group(), 0), reservation.count());
            if (groups.contains(reservation.group()) && taken < reservation.count()) {
                return Optional.of(new Place(pool, Optional.of(reservation.group())));
            }
            elsewhere -= taken;
            shared -= reservation.count();
        }
        return elsewhere < shared ? Optional.of(new Place(pool, Optional.empty())) : Optional.empty();
    }

    /** The first pool with room for one more temporary licence. */
    static Optional<Place> temporaryPlace(Transaction transaction, List<Pool> candidates, Holder holder)
            throws SQLException {
        for (Pool pool : candidates) {
            OptionalInt limit = pool.settings().temporaries();
            boolean counted = transaction.exists(
                    "select 1 from license where pool = ? and temporary = 1 and state < 2 and kind = ? and holder = ?",
                    pool.settings().name(),
                    holder.kind().word(),
                    holder.key());
            if (counted || limit.isEmpty() || pool.temporaries() < limit.getAsInt()) {
                return Optional.of(new Place(pool, Optional.empty()));
            }
        }
        return Optional.empty();
    }

    void configure(Transaction transaction, List<PoolSettings> pools) throws SQLException {
        Set<String> names = new TreeSet<>();
        for (PoolSettings settings : pools) {
            names.add(settings.name());
            Optional<Pool> known = find(transaction, settings.name());
            if (known.flatMap(Pool::pack).isPresent()) {
                throw new IllegalArgumentException("pool " + settings.name() + " is from a licence pack");
            }
            if (known.isEmpty()
                    || !known.get().open()
                    || !known.get().settings().equals(settings)) {
                put(transaction, settings, null);
            }
        }
        for (Pool pool : all(transaction)) {
            String name = pool.settings().name();
            if (pool.open() && pool.pack().isEmpty() && !names.contains(name)) {
                transaction.update("update pool set open = 0 where name = ?", name);
                journal.write(transaction, JournalEvent.POOL_CHANGED, name, "closed");
            }
        }
    }

    /** Makes or changes a pool. */
    void put(Transaction transaction, PoolSettings settings, @Nullable String pack) throws SQLException {
        Long size = settings.size().isPresent() ? (long) settings.size().getAsInt() : null;
        boolean other = transaction.exists(
                "select 1 from license where pool = ? and kind <> ? and state < 2",
                settings.name(),
                settings.kind().word());
        if (other) {
            throw new IllegalArgumentException("pool " + settings.name() + " cannot become "
                    + settings.kind().word() + ": licences of another kind are in use");
        }
        transaction.update(
                """
                insert into pool(name, kind, size, validity, temporaries, ends, pack, open, largest)
                values (?, ?, ?, ?, ?, ?, ?, 1, ?)
                on conflict(name) do update set kind = excluded.kind, size = excluded.size, validity = excluded.validity,
                  temporaries = excluded.temporaries, ends = excluded.ends, pack = excluded.pack, open = 1,
                  largest = max(largest, excluded.largest)""",
                settings.name(),
                settings.kind().word(),
                size,
                settings.validity().toMillis(),
                settings.temporaries().isPresent() ? settings.temporaries().getAsInt() : null,
                settings.ends().map(end -> end.toEpochMilli()).orElse(null),
                pack,
                size == null ? Long.MAX_VALUE : size);
        transaction.update("delete from reservation where pool = ?", settings.name());
        for (Reservation reservation : settings.reservations()) {
            transaction.update(
                    "insert into reservation(pool, grp, count) values (?, ?, ?)",
                    settings.name(),
                    reservation.group(),
                    reservation.count());
        }
        journal.write(
                transaction,
                JournalEvent.POOL_CHANGED,
                settings.name(),
                settings.kind().word() + ", " + (size == null ? "unlimited" : "size " + size));
    }

    private static Pool pool(Transaction transaction, ResultSet row) throws SQLException {
        String name = row.getString("name");
        List<Reservation> reservations = transaction.list(
                one -> new Reservation(one.getString(1), one.getInt(2)),
                "select grp, count from reservation where pool = ? order by grp",
                name);
        PoolSettings settings = new PoolSettings(
                name,
                LicenseKind.of(row.getString("kind")).orElseThrow(() -> new SQLException("a kind is not known")),
                number(row, "size"),
                Duration.ofMillis(row.getLong("validity")),
                number(row, "temporaries"),
                reservations,
                Licenses.moment(row, "ends"));
        Map<String, Integer> reserved = new HashMap<>();
        int used = 0;
        for (var count : counts(transaction, name)) {
            used += count.holders();
            if (!count.group().isEmpty()) {
                reserved.put(count.group(), count.holders());
            }
        }
        int temporaries = (int) transaction.number(
                "select count(distinct holder) from license where pool = ? and temporary = 1 and state < 2", name);
        return new Pool(
                settings,
                Optional.ofNullable(row.getString("pack")),
                row.getBoolean("open"),
                used,
                temporaries,
                reserved);
    }

    private record Count(String group, int holders) {}

    /** How many holders there are by group; a holder's licences in a pool are all of one group, so none is counted twice. */
    private static List<Count> counts(Transaction transaction, String pool) throws SQLException {
        return new ArrayList<>(transaction.list(row -> new Count(row.getString(1), row.getInt(2)), """
                select coalesce(grp, ''), count(distinct holder) from license
                where pool = ? and temporary = 0 and state < 2 group by grp""", pool));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
