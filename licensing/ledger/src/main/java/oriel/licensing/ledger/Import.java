package oriel.licensing.ledger;

import java.io.IOException;
import java.io.Reader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what {@link Export} has written, into an empty ledger. */
final class Import {

    private final Transaction transaction;
    private final Reader in;
    private final Collection<VendorKey> trusted;
    private final Pools pools;
    private final Packs packs;
    private final Journal journal;
    private final Map<String, PoolSettings> sold = new HashMap<>();
    private final Set<Serial> leftBehind = new HashSet<>();

    Import(
            Transaction transaction,
            Reader in,
            Collection<VendorKey> trusted,
            Pools pools,
            Packs packs,
            Journal journal) {
        this.transaction = transaction;
        this.in = in;
        this.trusted = trusted;
        this.pools = pools;
        this.packs = packs;
        this.journal = journal;
    }

    long run() throws SQLException, LedgerException {
        if (transaction.exists("select 1 from license") || transaction.exists("select 1 from pack")) {
            throw new LedgerException("only an empty ledger can be filled: this one has licences or packs");
        }
        transaction.update("delete from reservation");
        transaction.update("delete from pool");
        transaction.update("delete from journal");
        LineDigest digest = new LineDigest();
        while (true) {
            String text = line();
            try {
                JsonLine line = JsonLine.parse(text);
                if (line.text("line").equals("end")) {
                    if (line.number("lines") != digest.lines()
                            || !line.text("sha256").equals(digest.sum())) {
                        throw new MalformedLineException("the file was changed or is not whole");
                    }
                    return finish(digest.lines());
                }
                digest.add(text);
                take(line, digest.lines() == 1);
            } catch (MalformedLineException | IllegalArgumentException e) {
                throw new LedgerException("line " + (digest.lines() + 1) + ": " + e.getMessage(), e);
            }
        }
    }

    private void take(JsonLine line, boolean first) throws SQLException, MalformedLineException {
        String what = line.text("line");
        if (first != what.equals("ledger")) {
            throw new MalformedLineException("the file does not begin as an export of a ledger does");
        }
        switch (what) {
            case "ledger" -> ledger(line);
            case "pack" -> pack(line);
            case "pool" -> pool(line);
            case "reservation" -> reservation(line);
            case "license" -> license(line);
            case "journal" -> entry(line);
            default -> throw new MalformedLineException("'" + what + "' is not known here");
        }
    }

    private void ledger(JsonLine line) throws SQLException, MalformedLineException {
        if (line.number("format") != Export.FORMAT) {
            throw new MalformedLineException("the export is of a format that this program does not know");
        }
        transaction.update(
                "update ledger set id = ?, grace_started = ?, grace_ended = ?",
                line.text("id"),
                line.momentIfAny("grace-started").map(Instant::toEpochMilli).orElse(null),
                line.momentIfAny("grace-ended").map(Instant::toEpochMilli).orElse(null));
    }

    private void pack(JsonLine line) throws SQLException, MalformedLineException {
        String content = line.text("content");
        PackFile file = verified(content);
        packs.keep(transaction, file, content, line.moment("imported"));
        for (PoolSettings pool : file.pack().pools()) {
            PoolSettings known = Packs.inLedger(file.pack(), pool, List.of());
            sold.put(known.name(), known);
        }
    }

    private PackFile verified(String content) {
        try {
            return PackFile.read(content, trusted);
        } catch (PackException e) {
            throw new RejectedPackException(e);
        }
    }

    private void pool(JsonLine line) throws SQLException, MalformedLineException {
        String name = line.text("pool");
        Optional<String> pack = line.textIfAny("pack");
        // What a vendor has sold is what the vendor's signature says, whatever stands here.
        PoolSettings settings = pack.isPresent() ? sold.get(name) : settings(line, name);
        if (settings == null) {
            throw new MalformedLineException("pool " + name + " is in no licence pack of this export");
        }
        if (pack.isEmpty()) {
            pools.put(transaction, settings, null);
        }
        transaction.update("update pool set open = ? where name = ?", line.truth("open") ? 1 : 0, name);
    }

    private static PoolSettings settings(JsonLine line, String name) throws MalformedLineException {
        return new PoolSettings(
                name,
                kind(line),
                count(line.countIfAny("size")),
                Duration.ofSeconds(line.number("validity-seconds")),
                count(line.countIfAny("temporaries")),
                List.of(),
                line.momentIfAny("ends"));
    }

    private void reservation(JsonLine line) throws SQLException, MalformedLineException {
        Reservation reservation = new Reservation(line.text("group"), line.count("count"));
        transaction.update(
                "insert into reservation(pool, grp, count) values (?, ?, ?)",
                line.text("pool"),
                reservation.group(),
                reservation.count());
    }

    private void license(JsonLine line) throws SQLException, MalformedLineException {
        LicenseState state = word(LicenseState.values(), LicenseState::word, line.text("state"));
        Holder holder = Licenses.holder(kind(line), line.text("holder"), line.text("name"), line.text("machine"));
        boolean stays = state == LicenseState.PENDING || (state.live() && holder instanceof Holder.Seat);
        Serial serial = Serial.parse(line.text("serial"));
        License license = new License(
                serial,
                line.text("pool"),
                holder,
                line.truth("temporary"),
                (int) line.number("version"),
                stays ? LicenseState.RETURNED : state,
                line.moment("issued"),
                line.momentIfAny("expires"),
                line.moment("seen"),
                line.textIfAny("user"),
                line.truth("proven"),
                line.textIfAny("group"));
        Licenses.add(transaction, license, null, null);
        line.momentIfAny("ended")
                .ifPresent(ended -> transaction.atEnd(() -> transaction.update(
                        "update license set ended = ? where serial = ?", ended.toEpochMilli(), serial.value())));
        if (stays) {
            leftBehind.add(serial);
        }
    }

    private void entry(JsonLine line) throws SQLException, MalformedLineException {
        Optional<String> serial = line.textIfAny("serial");
        Optional<String> state = line.textIfAny("state");
        Journal.add(
                transaction,
                new JournalEntry(
                        0,
                        line.moment("at"),
                        word(JournalEvent.values(), JournalEvent::word, line.text("event")),
                        line.text("pool"),
                        serial.map(Serial::parse),
                        state.isEmpty()
                                ? Optional.empty()
                                : Optional.of(word(LicenseState.values(), LicenseState::word, state.get())),
                        line.text("user"),
                        line.text("device"),
                        line.text("machine"),
                        line.text("detail"),
                        line.count("used"),
                        line.count("times")));
    }

    private long finish(long lines) throws SQLException {
        for (Serial serial : leftBehind) {
            License license = Licenses.find(transaction, serial).orElseThrow();
            journal.write(transaction, JournalEvent.RECLAIMED, license, "it stayed behind when the ledger moved");
        }
        journal.write(transaction, JournalEvent.IMPORTED, "", lines + " lines");
        return lines + 1;
    }

    /** The next line; a file that has no more is not whole. */
    private String line() throws LedgerException {
        StringBuilder line = new StringBuilder();
        for (int c = read(); c != '\n'; c = read()) {
            if (c < 0) {
                throw new LedgerException("the export is not whole: it ends before its last line");
            }
            if (line.length() == JsonLine.LONGEST) {
                throw new LedgerException("a line of the export is too long");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private int read() throws LedgerException {
        try {
            return in.read();
        } catch (IOException e) {
            throw new LedgerException("the export cannot be read: " + e.getMessage(), e);
        }
    }

    private static LicenseKind kind(JsonLine line) throws MalformedLineException {
        return word(LicenseKind.values(), LicenseKind::word, line.text("kind"));
    }

    /** Names the word of a constant. */
    private interface Word<E> {
        String of(E constant);
    }

    private static <E> E word(E[] constants, Word<E> word, String text) throws MalformedLineException {
        return Arrays.stream(constants)
                .filter(constant -> word.of(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new MalformedLineException("'" + text + "' is not known here"));
    }

    private static OptionalInt count(OptionalLong number) {
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }
}
