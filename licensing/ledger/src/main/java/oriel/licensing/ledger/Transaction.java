package oriel.licensing.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction: statements, the moment at which it happens, and what is to be told when it has happened. */
final class Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final Connection connection;
    private final Instant now;
    private final List<Ending> endings = new ArrayList<>();
    private final List<Runnable> tidings = new ArrayList<>();

    /** Makes something of a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Something to be done at the end of a transaction, within it. */
    interface Ending {
        void run() throws SQLException;
    }

    Transaction(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** When it happens; times in the file are milliseconds. */
    long now() {
        return now.toEpochMilli();
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> list(Row<T> row, String sql, @Nullable Object... values) throws SQLException {
        List<T> found = new ArrayList<>();
        each(result -> found.add(row.read(result)), sql, values);
        return found;
    }

    /** Reads rows one by one, for what may be too many to keep. */
    <T> void each(Row<T> row, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                row.read(result);
            }
        }
    }

    <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... values) throws SQLException {
        return list(row, sql, values).stream().findFirst();
    }

    long number(String sql, @Nullable Object... values) throws SQLException {
        return first(result -> result.getLong(1), sql, values).orElse(0L);
    }

    boolean exists(String sql, @Nullable Object... values) throws SQLException {
        return number("select exists(" + sql + ")", values) == 1;
    }

    /** Does something before the commit, after everything else. */
    void atEnd(Ending ending) {
        endings.add(ending);
    }

    /** Tells somebody something once it is true for good. */
    void afterwards(Runnable tiding) {
        tidings.add(tiding);
    }

    void settle() throws SQLException {
        for (Ending ending : endings) {
            ending.run();
        }
    }

    void tell() {
        for (Runnable tiding : tidings) {
            try {
                tiding.run();
            } catch (RuntimeException e) {
                LOG.warn("Somebody who listens to the ledger has failed.", e);
            }
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
