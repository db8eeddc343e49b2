package oriel.licensing.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The packs that a ledger holds. Their whole text is kept, so that the signature can be checked again. */
final class Packs {

    private final Pools pools;
    private final Journal journal;

    Packs(Pools pools, Journal journal) {
        this.pools = pools;
        this.journal = journal;
    }

    /** What is kept of a pack. */
    record Kept(String id, String signer, Instant imported, String content) {

        static Kept read(ResultSet row) throws SQLException {
            return new Kept(
                    row.getString("id"),
                    row.getString("signer"),
                    Instant.ofEpochMilli(row.getLong("imported")),
                    row.getString("content"));
        }
    }

    static List<Kept> all(Transaction transaction) throws SQLException {
        return transaction.list(Kept::read, "select * from pack order by imported, rowid");
    }

    /** Imports a pack whose signature was checked. */
    PackImport add(Transaction transaction, PackFile file, String content) throws SQLException {
        LicensePack pack = file.pack();
        String text = content.replace("\r\n", "\n").strip();
        Instant now = Instant.ofEpochMilli(transaction.now());
        Optional<Kept> kept = transaction.first(Kept::read, "select * from pack where id = ?", pack.id());
        if (kept.isPresent()) {
            if (!kept.get().content().equals(text)) {
                throw new RejectedPackException(
                        PackException.Fault.DUPLICATE,
                        "another licence pack was imported already by the id " + pack.id());
            }
            return new PackImport(pack, file.signer(), kept.get().imported(), names(pack), false);
        }
        check(transaction, pack, now);
        keep(transaction, file, text, now);
        journal.write(
                transaction,
                JournalEvent.PACK_IMPORTED,
                "",
                "pack " + pack.id() + " of " + pack.vendor() + ", signed by " + file.signer());
        return new PackImport(pack, file.signer(), now, names(pack), true);
    }

    private static void check(Transaction transaction, LicensePack pack, Instant now) throws SQLException {
        if (pack.expires().isPresent() && !pack.expires().get().isAfter(now)) {
            throw new RejectedPackException(
                    PackException.Fault.EXPIRED,
                    "the licence pack " + pack.id() + " has expired on "
                            + pack.expires().get());
        }
        String id = id(transaction);
        if (pack.ledger().isPresent() && !pack.ledger().get().equals(id)) {
            throw new RejectedPackException(
                    PackException.Fault.OTHER_HOST,
                    "the licence pack " + pack.id() + " was sold to ledger "
                            + pack.ledger().get() + ", this one is " + id);
        }
        for (String name : names(pack)) {
            if (Pools.find(transaction, name).isPresent()) {
                throw new RejectedPackException(PackException.Fault.DUPLICATE, "there is a pool " + name + " already");
            }
        }
    }

    /** Writes a pack and its pools down. */
    void keep(Transaction transaction, PackFile file, String text, Instant imported) throws SQLException {
        LicensePack pack = file.pack();
        transaction.update(
                "insert into pack(id, signer, imported, content) values (?, ?, ?, ?)",
                pack.id(),
                file.signer(),
                imported.toEpochMilli(),
                text);
        for (PoolSettings pool : pack.pools()) {
            pools.put(transaction, inLedger(pack, pool, List.of()), pack.id());
        }
    }

    /** A pack's pool as it is in the ledger. */
    static PoolSettings inLedger(LicensePack pack, PoolSettings pool, List<Reservation> reservations) {
        return new PoolSettings(
                pack.id() + "." + pool.name(),
                pool.kind(),
                pool.size(),
                pool.validity(),
                pool.temporaries(),
                reservations,
                pack.expires());
    }

    static List<String> names(LicensePack pack) {
        return pack.pools().stream().map(pool -> pack.id() + "." + pool.name()).toList();
    }

    static String id(Transaction transaction) throws SQLException {
        return transaction
                .first(row -> row.getString(1), "select id from ledger")
                .orElseThrow();
    }
}
