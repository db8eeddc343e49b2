package oriel.licensing.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** The tables. Times are milliseconds since 1970, states and events their numbers, kinds their words. */
final class Schema {

    private static final int VERSION = 1;

    private static final List<String> TABLES = List.of(
            """
            create table ledger(
              one integer primary key check (one = 1),
              id text not null,
              grace_started integer,
              grace_ended integer
            ) strict""",
            // largest: the largest size it ever had, reported: the threshold that was told last
            """
            create table pool(
              name text primary key,
              kind text not null,
              size integer,
              validity integer not null,
              temporaries integer,
              ends integer,
              pack text references pack(id),
              open integer not null,
              largest integer not null,
              reported integer not null default 0
            ) strict""",
            """
            create table reservation(
              pool text not null references pool(name),
              grp text not null,
              count integer not null,
              primary key (pool, grp)
            ) strict, without rowid""",
            // owner: the process that has to deliver it or whose seat it is; deadline: of the delivery
            """
            create table license(
              serial integer primary key,
              pool text not null references pool(name),
              kind text not null,
              holder text not null,
              name text not null,
              machine text not null,
              temporary integer not null,
              version integer not null,
              state integer not null,
              issued integer not null,
              expires integer,
              seen integer not null,
              user text,
              proven integer not null default 0,
              grp text,
              owner text,
              deadline integer,
              ended integer
            ) strict""",
            "create index live_in_pool on license(pool, temporary, grp, holder) where state < 2",
            "create index of_holder on license(kind, holder, state)",
            "create index expiring on license(expires) where state < 2",
            "create index owned on license(owner) where state < 2 and owner is not null",
            "create index unproven on license(issued) where state = 1 and temporary = 1 and proven = 0",
            "create index ended on license(ended) where state >= 2",
            "create table owner(id text primary key, pid integer not null, seen integer not null) strict, without rowid",
            """
            create table journal(
              number integer primary key autoincrement,
              at integer not null,
              event integer not null,
              pool text not null,
              serial integer,
              state integer,
              user text not null,
              device text not null,
              machine text not null,
              detail text not null,
              used integer not null,
              times integer not null
            ) strict""",
            "create index journal_at on journal(at, event)",
            "create index journal_serial on journal(serial) where serial is not null",
            """
            create table pack(
              id text primary key,
              signer text not null,
              imported integer not null,
              content text not null
            ) strict""");

    private Schema() {}

    /** Makes the tables of a fresh file; two processes may do so at once. */
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            try {
                int version = version(statement);
                if (version > VERSION) {
                    throw new SQLException("it was made by a later version of this program");
                }
                if (version == 0) {
                    for (String table : TABLES) {
                        statement.execute(table);
                    }
                    statement.execute("insert into ledger(one, id) values (1, '" + UUID.randomUUID() + "')");
                    statement.execute("pragma user_version=" + VERSION);
                }
                statement.execute("commit");
            } catch (SQLException e) {
                statement.execute("rollback");
                throw e;
            }
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("pragma user_version")) {
            return row.getInt(1);
        }
    }
}
