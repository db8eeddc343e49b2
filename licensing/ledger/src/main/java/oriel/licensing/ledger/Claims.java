package oriel.licensing.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Grants licences. The count that decides, and the row that uses the place, are in one transaction which has had the write lock since its
 * beginning: nobody can come between them.
 */
final class Claims {

    /** A user's licence is renewed when this much of it is left (licensing.md, section 7.1: seven days). */
    private static final Duration RENEWAL = Duration.ofDays(7);

    private final Journal journal;
    private final Thresholds thresholds;
    private final String owner;
    private final Duration delivery;

    Claims(Journal journal, Thresholds thresholds, String owner, Duration delivery) {
        this.journal = journal;
        this.thresholds = thresholds;
        this.owner = owner;
        this.delivery = delivery;
    }

    Claim claim(Transaction transaction, LedgerRequest request) throws SQLException {
        Holder holder = request.holder();
        if (Licenses.revoked(transaction, holder)) {
            return new Claim.Refused(Refusal.REVOKED, "", "the licence was revoked");
        }
        List<License> active = Licenses.active(transaction, holder);
        List<Pool> candidates = Pools.candidates(transaction, request);
        boolean hasPermanent = active.stream().anyMatch(license -> !license.temporary());
        if (request.temporary().isPresent() && !hasPermanent && !(holder instanceof Holder.Seat)) {
            return temporary(transaction, request, active, candidates);
        }
        Optional<License> kept = keep(transaction, request, active);
        if (kept.isPresent()) {
            return new Claim.Granted(kept.get(), false);
        }
        if (candidates.isEmpty()) {
            return noPool(holder);
        }
        Optional<Pools.Place> place = Pools.place(transaction, candidates, request);
        if (place.isEmpty()) {
            return new Claim.Refused(
                    Refusal.POOL_EMPTY,
                    candidates.getFirst().settings().name(),
                    "all " + holder.kind().word() + " licences of " + names(candidates) + " are taken");
        }
        Instant expires = end(
                transaction, place.get().pool(), place.get().pool().settings().validity());
        return grant(transaction, request, place.get(), false, expires, active);
    }

    private Claim temporary(Transaction transaction, LedgerRequest request, List<License> active, List<Pool> candidates)
            throws SQLException {
        Holder holder = request.holder();
        if (active.isEmpty() && Licenses.hadTemporary(transaction, holder)) {
            return new Claim.Refused(Refusal.TEMPORARY_USED, "", "the temporary licence has expired");
        }
        if (candidates.isEmpty()) {
            return noPool(holder);
        }
        Optional<Pools.Place> place = Pools.temporaryPlace(transaction, candidates, holder);
        if (place.isEmpty()) {
            return new Claim.Refused(
                    Refusal.POOL_EMPTY,
                    candidates.getFirst().settings().name(),
                    "all temporary licences of " + names(candidates) + " are taken");
        }
        Instant wanted =
                end(transaction, place.get().pool(), request.temporary().orElseThrow());
        // A client that loses its temporary licence again and again does not live on it for ever.
        Instant expires = active.stream()
                .flatMap(license -> license.expires().stream())
                .min(Instant::compareTo)
                .filter(first -> first.isBefore(wanted))
                .orElse(wanted);
        return grant(transaction, request, place.get(), true, expires, active);
    }

    /** What need not be made anew: licences that nobody carries about, and that still last a while. */
    private Optional<License> keep(Transaction transaction, LedgerRequest request, List<License> active)
            throws SQLException {
        if (request.holder() instanceof Holder.Device) {
            return Optional.empty();
        }
        Instant soon = Instant.ofEpochMilli(transaction.now()).plus(RENEWAL);
        Optional<License> kept = active.stream()
                .filter(license -> !license.temporary() && license.version() >= request.version())
                .filter(license -> request.pools().isEmpty() || request.pools().contains(license.pool()))
                .filter(license ->
                        license.expires().map(end -> end.isAfter(soon)).orElse(true))
                .findFirst();
        if (kept.isPresent()) {
            transaction.update(
                    "update license set seen = ? where serial = ?",
                    transaction.now(),
                    kept.get().serial().value());
        }
        return kept;
    }

    private Claim grant(
            Transaction transaction,
            LedgerRequest request,
            Pools.Place place,
            boolean temporary,
            Instant expires,
            List<License> active)
            throws SQLException {
        Holder holder = request.holder();
        boolean pending = holder instanceof Holder.Device;
        boolean seat = holder instanceof Holder.Seat;
        Instant now = Instant.ofEpochMilli(transaction.now());
        boolean proven = active.stream().anyMatch(License::proven);
        License license = Licenses.add(
                transaction,
                new License(
                        Licenses.freshSerial(transaction),
                        place.pool().settings().name(),
                        holder,
                        temporary,
                        request.version(),
                        pending ? LicenseState.PENDING : LicenseState.ACTIVE,
                        now,
                        seat ? Optional.empty() : Optional.of(expires),
                        now,
                        active.stream().flatMap(old -> old.user().stream()).findFirst(),
                        proven,
                        place.group()),
                pending || seat ? owner : null,
                pending ? now.plus(delivery).toEpochMilli() : null);
        if (pending || seat) {
            alive(transaction);
        }
        journal.write(transaction, JournalEvent.GRANTED, license, temporary ? "temporary" : "");
        thresholds.watch(transaction, license.pool());
        if (!pending) {
            inHand(transaction, license);
        }
        return new Claim.Granted(license, true);
    }

    /** A pending licence has arrived. */
    Optional<License> delivered(Transaction transaction, License license) throws SQLException {
        if (license.state() == LicenseState.ACTIVE) {
            return Optional.of(license);
        }
        if (license.state() != LicenseState.PENDING) {
            return Optional.empty();
        }
        License active = Licenses.move(transaction, license, LicenseState.ACTIVE);
        inHand(transaction, active);
        return Optional.of(active);
    }

    /** A licence is in its holder's hands: it replaces the older ones, and the first permanent one ends the grace period. */
    private void inHand(Transaction transaction, License license) throws SQLException {
        Optional<License> before = Optional.empty();
        for (License old : Licenses.active(transaction, license.holder())) {
            if (!old.serial().equals(license.serial())) {
                before = before.or(() -> Optional.of(old));
                License returned = Licenses.move(transaction, old, LicenseState.RETURNED);
                journal.write(transaction, JournalEvent.RETURNED, returned, "replaced by " + license.serial());
                thresholds.watch(transaction, old.pool());
            }
        }
        if (before.isPresent()) {
            boolean better = (before.get().temporary() && !license.temporary())
                    || before.get().version() < license.version();
            journal.write(
                    transaction,
                    better ? JournalEvent.UPGRADED : JournalEvent.RENEWED,
                    license,
                    "replaces " + before.get().serial());
        } else if (license.holder() instanceof Holder.Device) {
            journal.write(transaction, JournalEvent.DELIVERED, license, license.temporary() ? "temporary" : "");
        }
        if (!license.temporary()) {
            endGrace(transaction);
        }
    }

    private void endGrace(Transaction transaction) throws SQLException {
        int ended = transaction.update(
                "update ledger set grace_ended = ?, grace_started = coalesce(grace_started, ?) where grace_ended is null",
                transaction.now(),
                transaction.now());
        if (ended > 0) {
            journal.write(transaction, JournalEvent.GRACE_ENDED, "", "the first permanent licence was granted");
        }
    }

    /** Says that this process lives. */
    void alive(Transaction transaction) throws SQLException {
        transaction.update("""
                insert into owner(id, pid, seen) values (?, ?, ?)
                on conflict(id) do update set seen = excluded.seen""", owner, ProcessHandle.current().pid(), transaction.now());
    }

    private static Instant end(Transaction transaction, Pool pool, Duration validity) {
        Instant end = Instant.ofEpochMilli(transaction.now()).plus(validity);
        return pool.settings().ends().filter(last -> last.isBefore(end)).orElse(end);
    }

    private static Claim noPool(Holder holder) {
        return new Claim.Refused(
                Refusal.NO_POOL, "", "there is no pool of " + holder.kind().word() + " licences");
    }

    private static String names(List<Pool> pools) {
        return (pools.size() == 1 ? "pool " : "pools ")
                + String.join(
                        ", ", pools.stream().map(pool -> pool.settings().name()).toList());
    }

    /** Takes a seat once more that was reclaimed though its connection lives. */
    boolean retake(Transaction transaction, License seat) throws SQLException {
        LedgerRequest request = LedgerRequest.permanent(seat.holder());
        @Nullable Pool pool = Pools.find(transaction, seat.pool()).orElse(null);
        if (pool == null || Pools.place(transaction, List.of(pool), request).isEmpty()) {
            return false;
        }
        transaction.update(
                "update license set state = 1, owner = ?, ended = null where serial = ?",
                owner,
                seat.serial().value());
        journal.write(
                transaction,
                JournalEvent.GRANTED,
                Licenses.find(transaction, seat.serial()).orElseThrow(),
                "its process lives after all");
        thresholds.watch(transaction, seat.pool());
        return true;
    }
}
