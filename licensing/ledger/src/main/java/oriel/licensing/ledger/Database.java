package oriel.licensing.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * The file, and transactions on it. One connection writes and one reads, each for one thread at a time. A writing transaction has the file's
 * write lock from its first statement on ({@code BEGIN IMMEDIATE}), against the threads and processes that share it: what it has counted
 * stays true until it commits. When it returns, it is on the disk ({@code synchronous=FULL}).
 */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int PATIENCE_SECONDS = 10;

    private final Clock clock;
    private final Connection writer;
    private final Connection reader;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ReentrantLock reading = new ReentrantLock(true);

    /** What a transaction does. */
    interface Work<T> {
        T run(Transaction transaction) throws SQLException, LedgerException;
    }

    private Database(Clock clock, Connection writer, Connection reader) {
        this.clock = clock;
        this.writer = writer;
        this.reader = reader;
    }

    static Database open(Path file, Clock clock) throws LedgerException {
        try {
            Path place = file.toAbsolutePath().getParent();
            if (place != null) {
                Files.createDirectories(
                        place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                NativeLibrary.unpack(place);
            }
            create(file);
            Connection writer = connect(file, false);
            try {
                Schema.prepare(writer);
                // From here on it is waited for in begin().
                execute(writer, "pragma busy_timeout=0");
                return new Database(clock, writer, connect(file, true));
            } catch (SQLException e) {
                writer.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new LedgerException("the ledger " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Makes the file for its owner only; the database gives its other two files the same rights. */
    private static void create(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (FileAlreadyExistsException e) {
                LOG.debug("Another process has made the ledger. file={}", file, e);
            }
        }
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_SECONDS * 1000);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        if (readOnly) {
            execute(connection, "pragma query_only=on");
        }
        return connection;
    }

    /** Runs what changes something, as a whole or not at all; then tells those who want to hear of it. */
    <T> T write(Work<T> work) throws LedgerException {
        Transaction transaction = new Transaction(writer, clock.instant());
        T result = run(writing, writer, "begin immediate", transaction, work);
        transaction.tell();
        return result;
    }

    /** Runs what only looks, at one moment's state of the file. */
    <T> T read(Work<T> work) throws LedgerException {
        return run(reading, reader, "begin", new Transaction(reader, clock.instant()), work);
    }

    private static <T> T run(
            ReentrantLock lock, Connection connection, String begin, Transaction transaction, Work<T> work)
            throws LedgerException {
        lock(lock);
        try {
            begin(connection, begin);
            boolean done = false;
            try {
                T result = work.run(transaction);
                transaction.settle();
                execute(connection, "commit");
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollback(connection);
                }
            }
        } catch (SQLException e) {
            throw new LedgerException("the ledger does not answer: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins, as soon as no other process writes. SQLite would wait by itself, but ever longer up to a tenth of a second: whoever comes
     * seldom would wait for ever on one that writes all the time.
     */
    private static void begin(Connection connection, String begin) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                execute(connection, begin);
                return;
            } catch (SQLException e) {
                if (e.getErrorCode() != SQLiteErrorCode.SQLITE_BUSY.code || System.nanoTime() - deadline > 0) {
                    throw e;
                }
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000, 500_000));
        }
    }

    private static void lock(ReentrantLock lock) throws LedgerException {
        try {
            if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new LedgerException("the ledger is too busy to answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("the wait for the ledger was interrupted", e);
        }
    }

    private static void rollback(Connection connection) {
        try {
            execute(connection, "rollback");
        } catch (SQLException e) {
            LOG.debug("A transaction that failed had ended already.", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        for (Connection connection : new Connection[] {reader, writer}) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.warn("The ledger could not be closed well; nothing is lost by that. error={}", e.getMessage());
            }
        }
    }
}
