package oriel.licensing.ledger;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The built-in ledger: an SQLite file that the processes of one host share. Each process says every few seconds that it lives; what a dead
 * one has left comes back after the lease.
 */
public final class SqliteLedger implements AdministeredLedger {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteLedger.class);
    private static final long SWEEP_MILLIS = 1000;

    private final Database database;
    private final LedgerListener listener;
    private final Journal journal;
    private final Pools pools;
    private final Packs packs;
    private final Thresholds thresholds;
    private final Claims claims;
    private final Recovery recovery;
    private final Pulse pulse;
    private volatile String id;
    private volatile long swept;

    private SqliteLedger(Database database, LedgerSettings settings, Clock clock, LedgerListener listener)
            throws LedgerException {
        String owner = UUID.randomUUID().toString();
        this.database = database;
        this.listener = listener;
        this.journal = new Journal(listener::recorded);
        this.pools = new Pools(journal);
        this.packs = new Packs(pools, journal);
        this.thresholds = new Thresholds(settings.thresholds(), journal, listener);
        this.claims = new Claims(journal, thresholds, owner, settings.delivery());
        this.recovery = new Recovery(journal, thresholds, settings, owner);
        this.pulse = new Pulse(database, claims, recovery, listener, clock);
        this.id = database.read(Packs::id);
    }

    /**
     * Opens a ledger; a file that does not exist is made.
     *
     * @param settings how it works
     * @param clock    what time it is
     * @param listener hears what happens
     * @return the ledger, to be closed
     * @throws LedgerException if it cannot be opened
     */
    public static SqliteLedger open(LedgerSettings settings, Clock clock, LedgerListener listener)
            throws LedgerException {
        Database database = Database.open(settings.file(), clock);
        try {
            SqliteLedger ledger = new SqliteLedger(database, settings, clock, listener);
            ledger.pulse.start(settings.lease().dividedBy(3));
            return ledger;
        } catch (LedgerException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public Claim claim(LedgerRequest request) throws LedgerException {
        Claim claim = database.write(transaction -> {
            if (Math.abs(transaction.now() - swept) >= SWEEP_MILLIS) {
                recovery.sweep(transaction);
                swept = transaction.now();
            }
            Claim answer = claims.claim(transaction, request);
            if (isEmpty(answer) && recovery.sweep(transaction) > 0) {
                answer = claims.claim(transaction, request);
            }
            return answer;
        });
        if (claim instanceof Claim.Granted granted && granted.license().holder() instanceof Holder.Seat) {
            pulse.seated(granted.license());
        }
        return claim;
    }

    private static boolean isEmpty(Claim claim) {
        return claim instanceof Claim.Refused refused && refused.reason() == Refusal.POOL_EMPTY;
    }

    @Override
    public Optional<License> delivered(Serial serial) throws LedgerException {
        return database.write(transaction -> {
            Optional<License> license = Licenses.find(transaction, serial);
            return license.isPresent() ? claims.delivered(transaction, license.get()) : Optional.empty();
        });
    }

    @Override
    public void release(Serial serial) throws LedgerException {
        // In this order: the pulse must not take back what is being given back.
        pulse.leaving(serial);
        try {
            database.write(transaction -> recovery.giveBack(transaction, serial));
        } catch (LedgerException e) {
            pulse.unreturned(serial);
            throw e;
        }
    }

    @Override
    public void loggedOn(Serial serial, String user) throws LedgerException {
        database.write(transaction -> {
            int known = transaction.update(
                    "update license set proven = 1, user = ?, seen = ? where serial = ? and state < 2",
                    user,
                    transaction.now(),
                    serial.value());
            if (known > 0) {
                journal.write(
                        transaction,
                        JournalEvent.USED,
                        Licenses.find(transaction, serial).orElseThrow(),
                        "");
            }
            return known;
        });
    }

    @Override
    public Optional<License> find(Serial serial) throws LedgerException {
        return database.read(transaction -> Licenses.find(transaction, serial));
    }

    @Override
    public Optional<License> heldBy(Holder holder) throws LedgerException {
        return database.read(
                transaction -> Licenses.active(transaction, holder).stream().findFirst());
    }

    @Override
    public GracePeriod grace(Duration length) throws LedgerException {
        Optional<GracePeriod> known = database.read(transaction -> grace(transaction, length));
        return known.isPresent()
                ? known.get()
                : database.write(transaction -> {
                    int started = transaction.update(
                            "update ledger set grace_started = ? where grace_started is null", transaction.now());
                    if (started > 0) {
                        journal.write(
                                transaction, JournalEvent.GRACE_STARTED, "", "this host is used for the first time");
                    }
                    return grace(transaction, length).orElseThrow();
                });
    }

    private static Optional<GracePeriod> grace(Transaction transaction, Duration length) throws SQLException {
        return transaction.first(
                row -> {
                    Instant started = Licenses.moment(row, "grace_started").orElseThrow();
                    return new GracePeriod(started, started.plus(length), Licenses.moment(row, "grace_ended"));
                },
                "select * from ledger where grace_started is not null");
    }

    @Override
    public void refused(Holder holder, String pool, String detail) throws LedgerException {
        without(JournalEvent.REFUSED, holder, pool, detail);
    }

    @Override
    public void admitted(Holder holder, String pool, String detail) throws LedgerException {
        without(JournalEvent.ADMITTED, holder, pool, detail);
    }

    private void without(JournalEvent event, Holder holder, String pool, String detail) throws LedgerException {
        database.write(transaction -> {
            journal.without(transaction, event, pool, holder, detail);
            return true;
        });
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void configure(List<PoolSettings> wanted) throws LedgerException {
        database.write(transaction -> {
            pools.configure(transaction, wanted);
            for (PoolSettings pool : wanted) {
                thresholds.watch(transaction, pool.name());
            }
            return true;
        });
    }

    @Override
    public void reserve(String name, List<Reservation> reservations) throws LedgerException {
        database.write(transaction -> {
            Pool pool = Pools.find(transaction, name)
                    .orElseThrow(() -> new IllegalArgumentException("there is no pool " + name));
            PoolSettings old = pool.settings();
            pools.put(
                    transaction,
                    new PoolSettings(
                            name, old.kind(), old.size(), old.validity(), old.temporaries(), reservations, old.ends()),
                    pool.pack().orElse(null));
            return true;
        });
    }

    @Override
    public List<Pool> pools() throws LedgerException {
        return database.read(Pools::all).stream()
                .filter(pool -> pool.open() || pool.used() > 0 || pool.temporaries() > 0)
                .toList();
    }

    @Override
    public List<License> licenses(LicenseFilter filter) throws LedgerException {
        return database.read(transaction -> Licenses.list(transaction, filter));
    }

    @Override
    public Claim issue(LedgerRequest request) throws LedgerException {
        if (request.holder() instanceof Holder.Seat) {
            throw new IllegalArgumentException("a seat is taken by its connection and not given by hand");
        }
        return database.write(transaction -> {
            recovery.sweep(transaction);
            forgive(transaction, request.holder(), JournalEvent.REINSTATED, "a licence was issued by hand");
            Claim claim = claims.claim(transaction, request);
            if (!(claim instanceof Claim.Granted granted)) {
                return claim;
            }
            License license = claims.delivered(transaction, granted.license()).orElseThrow();
            return new Claim.Granted(license, granted.fresh());
        });
    }

    @Override
    public Optional<License> revoke(Serial serial, String reason) throws LedgerException {
        Optional<License> revoked = database.write(
                transaction -> recovery.end(transaction, serial, LicenseState.REVOKED, JournalEvent.REVOKED, reason));
        if (revoked.isPresent() && pulse.leaving(serial)) {
            listener.seatLost(revoked.get());
        }
        return revoked;
    }

    @Override
    public Optional<License> reinstate(Serial serial) throws LedgerException {
        return database.write(transaction -> {
            Optional<License> license =
                    Licenses.find(transaction, serial).filter(found -> found.state() == LicenseState.REVOKED);
            if (license.isEmpty()) {
                return license;
            }
            forgive(transaction, license.get().holder(), JournalEvent.REINSTATED, "");
            return Licenses.find(transaction, serial);
        });
    }

    private void forgive(Transaction transaction, Holder holder, JournalEvent event, String detail)
            throws SQLException {
        List<License> revoked = transaction.list(
                Licenses::license,
                "select * from license where kind = ? and holder = ? and state = 3",
                holder.kind().word(),
                holder.key());
        for (License license : revoked) {
            License returned = Licenses.move(transaction, license, LicenseState.RETURNED);
            journal.write(transaction, event, returned, detail);
        }
    }

    @Override
    public List<JournalEntry> journal(Instant from, Instant until, int limit) throws LedgerException {
        return database.read(transaction -> Journal.lines(transaction, from, until, limit));
    }

    @Override
    public Report report(Report.By by, Instant from, Instant until) throws LedgerException {
        return database.read(transaction -> Journal.report(transaction, by, from, until));
    }

    @Override
    public PackImport importPack(String text, Collection<VendorKey> trusted) throws PackException, LedgerException {
        PackFile file = PackFile.read(text, trusted);
        try {
            return database.write(transaction -> packs.add(transaction, file, text));
        } catch (RejectedPackException e) {
            throw e.rejection();
        }
    }

    @Override
    public List<PackImport> packs() throws LedgerException {
        List<PackImport> imported = new ArrayList<>();
        for (Packs.Kept kept : database.read(Packs::all)) {
            try {
                LicensePack pack = PackFile.unverified(kept.content());
                imported.add(new PackImport(pack, kept.signer(), kept.imported(), Packs.names(pack), false));
            } catch (PackException e) {
                throw new LedgerException("the licence pack " + kept.id() + " in the ledger is damaged", e);
            }
        }
        return imported;
    }

    @Override
    public long exportTo(Writer out) throws IOException {
        BufferedWriter buffered = new BufferedWriter(out);
        try {
            long lines = database.read(transaction -> new Export(transaction, buffered).run());
            buffered.flush();
            return lines;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public long importFrom(Reader in, Collection<VendorKey> trusted) throws PackException, LedgerException {
        BufferedReader buffered = new BufferedReader(in);
        try {
            long lines = database.write(
                    transaction -> new Import(transaction, buffered, trusted, pools, packs, journal).run());
            id = database.read(Packs::id);
            return lines;
        } catch (RejectedPackException e) {
            throw e.rejection();
        }
    }

    @Override
    public int sweep() throws LedgerException {
        return database.write(recovery::sweep);
    }

    @Override
    public LedgerCheck check() throws LedgerException {
        return database.read(Checkup::of);
    }

    /** For tests: what happens every few seconds. */
    void beat() {
        pulse.beat();
    }

    @Override
    public void close() {
        pulse.close();
        try {
            database.write(transaction -> {
                recovery.leave(transaction);
                return true;
            });
        } catch (LedgerException e) {
            LOG.warn("What this service holds comes back after the lease. error={}", e.getMessage());
        }
        database.close();
    }
}
