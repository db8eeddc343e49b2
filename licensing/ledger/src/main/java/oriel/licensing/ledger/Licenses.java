package oriel.licensing.ledger;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of licences. */
final class Licenses {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Licenses() {}

    static Optional<License> find(Transaction transaction, Serial serial) throws SQLException {
        return transaction.first(Licenses::license, "select * from license where serial = ?", serial.value());
    }

    /** What a holder has in its hands, the best first. */
    static List<License> active(Transaction transaction, Holder holder) throws SQLException {
        return transaction.list(Licenses::license, """
                select * from license where kind = ? and holder = ? and state = 1 and (expires is null or expires > ?)
                order by temporary, issued desc, serial""", holder.kind().word(), holder.key(), transaction.now());
    }

    static boolean revoked(Transaction transaction, Holder holder) throws SQLException {
        return transaction.exists(
                "select 1 from license where kind = ? and holder = ? and state = 3",
                holder.kind().word(),
                holder.key());
    }

    /** Whether a holder has had a temporary licence, and logged on with it, that is over. */
    static boolean hadTemporary(Transaction transaction, Holder holder) throws SQLException {
        return transaction.exists(
                "select 1 from license where kind = ? and holder = ? and state = 2 and temporary = 1 and proven = 1",
                holder.kind().word(),
                holder.key());
    }

    static List<License> list(Transaction transaction, LicenseFilter filter) throws SQLException {
        StringBuilder sql = new StringBuilder("select * from license where state in ("
                + filter.states().stream().map(state -> "" + state.code()).collect(Collectors.joining(", ")) + ")");
        List<Object> values = new ArrayList<>();
        filter.pool().ifPresent(pool -> {
            sql.append(" and pool = ?");
            values.add(pool);
        });
        filter.holder().ifPresent(text -> {
            sql.append(
                    " and (instr(holder, lower(?)) or instr(lower(name), lower(?)) or instr(lower(machine), lower(?))"
                            + " or instr(lower(coalesce(user, '')), lower(?)))");
            for (int i = 0; i < 4; i++) {
                values.add(text);
            }
        });
        sql.append(" order by issued desc, serial limit ?");
        values.add(filter.limit());
        return transaction.list(Licenses::license, sql.toString(), values.toArray());
    }

    /** Adds a fresh licence. {@code owner} is the process that has to deliver it by {@code deadline}, or whose seat it is. */
    static License add(Transaction transaction, License license, @Nullable String owner, @Nullable Long deadline)
            throws SQLException {
        transaction.update(
                """
                insert into license(serial, pool, kind, holder, name, machine, temporary, version, state, issued, expires, seen, user,
                  proven, grp, owner, deadline, ended)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                license.serial().value(),
                license.pool(),
                license.holder().kind().word(),
                license.holder().key(),
                name(license.holder()),
                machine(license.holder()),
                license.temporary() ? 1 : 0,
                license.version(),
                license.state().code(),
                license.issued().toEpochMilli(),
                license.expires().map(Instant::toEpochMilli).orElse(null),
                license.lastSeen().toEpochMilli(),
                license.user().orElse(null),
                license.proven() ? 1 : 0,
                license.group().orElse(null),
                owner,
                deadline,
                license.state().live() ? null : license.lastSeen().toEpochMilli());
        return license;
    }

    /** Moves a licence into another state; one that ends has no owner any more, and neither has one in its device's hands. */
    static License move(Transaction transaction, License license, LicenseState state) throws SQLException {
        boolean seat = license.holder() instanceof Holder.Seat && state.live();
        transaction.update(
                "update license set state = ?, deadline = null, owner = case when ? then owner end, ended = ? where serial = ?",
                state.code(),
                seat ? 1 : 0,
                state.live() ? null : transaction.now(),
                license.serial().value());
        return find(transaction, license.serial()).orElseThrow();
    }

    static Serial freshSerial(Transaction transaction) throws SQLException {
        while (true) {
            long value = RANDOM.nextLong() & Long.MAX_VALUE;
            if (value > 0 && !transaction.exists("select 1 from license where serial = ?", value)) {
                return new Serial(value);
            }
        }
    }

    static License license(ResultSet row) throws SQLException {
        return new License(
                new Serial(row.getLong("serial")),
                row.getString("pool"),
                holder(row),
                row.getBoolean("temporary"),
                row.getInt("version"),
                LicenseState.of(row.getInt("state")),
                Instant.ofEpochMilli(row.getLong("issued")),
                moment(row, "expires"),
                Instant.ofEpochMilli(row.getLong("seen")),
                Optional.ofNullable(row.getString("user")),
                row.getBoolean("proven"),
                Optional.ofNullable(row.getString("grp")));
    }

    private static Holder holder(ResultSet row) throws SQLException {
        LicenseKind kind =
                LicenseKind.of(row.getString("kind")).orElseThrow(() -> new SQLException("a kind is not known"));
        return holder(kind, row.getString("holder"), row.getString("name"), row.getString("machine"));
    }

    static Holder holder(LicenseKind kind, String key, String name, String machine) {
        return switch (kind) {
            case PER_DEVICE -> new Holder.Device(key, machine);
            case PER_USER -> new Holder.User(name);
            case CONCURRENT -> new Holder.Seat(key, name, machine);
        };
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** The user's name that a holder has by itself; empty text = none. */
    static String name(Holder holder) {
        return switch (holder) {
            case Holder.Device _ -> "";
            case Holder.User user -> user.name();
            case Holder.Seat seat -> seat.user();
        };
    }

    static String machine(Holder holder) {
        return switch (holder) {
            case Holder.Device device -> device.machine();
            case Holder.User _ -> "";
            case Holder.Seat seat -> seat.machine();
        };
    }
}
