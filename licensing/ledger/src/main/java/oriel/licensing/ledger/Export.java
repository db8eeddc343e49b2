package oriel.licensing.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Writes a ledger down: a {@link JsonLine} for each thing, and a last one by which damage shows. */
final class Export {

    static final int FORMAT = 1;

    private final Transaction transaction;
    private final Writer out;
    private final LineDigest digest = new LineDigest();

    Export(Transaction transaction, Writer out) {
        this.transaction = transaction;
        this.out = out;
    }

    /** Writes everything; a fault of the writer comes unchecked, because it happens between the rows. */
    long run() throws SQLException {
        transaction.each(
                row -> write(new JsonLine()
                        .put("line", "ledger")
                        .put("format", FORMAT)
                        .put("id", row.getString("id"))
                        .put("exported", Instant.ofEpochMilli(transaction.now()).toString())
                        .put("grace-started", Licenses.moment(row, "grace_started"))
                        .put("grace-ended", Licenses.moment(row, "grace_ended"))),
                "select * from ledger");
        for (Packs.Kept pack : Packs.all(transaction)) {
            write(new JsonLine()
                    .put("line", "pack")
                    .put("imported", pack.imported().toString())
                    .put("content", pack.content()));
        }
        for (Pool pool : Pools.all(transaction)) {
            write(pool(pool));
            for (Reservation reservation : pool.settings().reservations()) {
                write(new JsonLine()
                        .put("line", "reservation")
                        .put("pool", pool.settings().name())
                        .put("group", reservation.group())
                        .put("count", reservation.count()));
            }
        }
        transaction.each(
                row -> write(license(Licenses.license(row), Licenses.moment(row, "ended"))),
                "select * from license order by serial");
        transaction.each(row -> write(entry(Journal.entry(row))), "select * from journal order by number");
        long lines = digest.lines();
        String sum = digest.sum();
        put(new JsonLine()
                .put("line", "end")
                .put("lines", lines)
                .put("sha256", sum)
                .toString());
        return lines + 1;
    }

    private static JsonLine pool(Pool pool) {
        PoolSettings settings = pool.settings();
        JsonLine line = new JsonLine()
                .put("line", "pool")
                .put("pool", settings.name())
                .put("kind", settings.kind().word());
        settings.size().ifPresent(size -> line.put("size", size));
        line.put("validity-seconds", settings.validity().toSeconds());
        settings.temporaries().ifPresent(count -> line.put("temporaries", count));
        return line.put("ends", settings.ends()).put("pack", pool.pack()).put("open", pool.open());
    }

    private static JsonLine license(License license, Optional<Instant> ended) {
        return new JsonLine()
                .put("line", "license")
                .put("serial", license.serial().toString())
                .put("pool", license.pool())
                .put("kind", license.holder().kind().word())
                .put("holder", license.holder().key())
                .put("name", Licenses.name(license.holder()))
                .put("machine", Licenses.machine(license.holder()))
                .put("temporary", license.temporary())
                .put("version", license.version())
                .put("state", license.state().word())
                .put("issued", license.issued().toString())
                .put("expires", license.expires())
                .put("seen", license.lastSeen().toString())
                .put("user", license.user())
                .put("proven", license.proven())
                .put("group", license.group())
                .put("ended", ended);
    }

    private static JsonLine entry(JournalEntry entry) {
        return new JsonLine()
                .put("line", "journal")
                .put("at", entry.at().toString())
                .put("event", entry.event().word())
                .put("pool", entry.pool())
                .put("serial", entry.serial())
                .put("state", entry.state().map(LicenseState::word))
                .put("user", entry.user())
                .put("device", entry.device())
                .put("machine", entry.machine())
                .put("detail", entry.detail())
                .put("used", entry.used())
                .put("times", entry.times());
    }

    private Void write(JsonLine line) {
        String text = line.toString();
        digest.add(text);
        return put(text);
    }

    @SuppressWarnings("NullAway") // there is no other Void
    private Void put(String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }
}
