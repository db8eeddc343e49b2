package oriel.licensing.ledger;

import java.time.Duration;
import java.util.Optional;

/**
 * Who holds which licence: what a policy asks. The built-in one is {@link SqliteLedger}; embedders can bring their own, e.g. on
 * the database of their product. Every method is one transaction: it happened as a whole or not at all, and when it returns
 * it is on the disk. Safe to call from many threads and, with the same ledger behind it, from many processes.
 *
 * <p>A device's licence is granted <em>pending</em>, becomes active with {@link #delivered}, and comes back by itself when that
 * call does not follow in time. A client that cannot keep a licence is told so by the policy, which calls {@code delivered} at once.
 * Users' licences and seats are active at once; a seat comes back with {@link #release} or when the process that took it is gone.
 */
public interface LicenseLedger extends AutoCloseable {

    /**
     * Grants a licence, if there is one. Never more holders than a pool has licences; a holder that is counted in a pool already is not
     * counted again, whatever it asks for: a device that lost its licence, a renewal, a newer version. For a device, a new licence
     * replaces the one it had once it is delivered; the old one stays good until then. A holder that has a permanent licence gets a
     * permanent one, and a second temporary licence ends when the first one would have.
     *
     * @param request what is asked for
     * @return a licence, or why not
     * @throws LedgerException if the ledger cannot answer
     */
    Claim claim(LedgerRequest request) throws LedgerException;

    /**
     * Says that a pending licence has reached its client. Saying it twice changes nothing.
     *
     * @param serial of the licence
     * @return the licence, now active; empty = it was not pending any more: it was reclaimed because too much time had passed, or revoked
     * @throws LedgerException if the ledger cannot answer
     */
    Optional<License> delivered(Serial serial) throws LedgerException;

    /**
     * Gives a licence back: a pending one that could not be delivered, the seat of a connection that ended, what a holder does not need
     * any more. What is not live, or not known, stays as it is.
     *
     * @param serial of the licence
     * @throws LedgerException if the ledger cannot answer
     */
    void release(Serial serial) throws LedgerException;

    /**
     * Says that a user has logged on with a licence. A temporary licence with which somebody has logged on is proven: its device may have
     * a permanent one next time.
     *
     * @param serial of a live licence; what is not live stays as it is
     * @param user   who
     * @throws LedgerException if the ledger cannot answer
     */
    void loggedOn(Serial serial, String user) throws LedgerException;

    /**
     * The licence with a number.
     *
     * @param serial the number
     * @return the licence, whatever its state; empty = not one of this ledger
     * @throws LedgerException if the ledger cannot answer
     */
    Optional<License> find(Serial serial) throws LedgerException;

    /**
     * The licence that a holder has in its hands.
     *
     * @param holder who
     * @return an active licence that has not expired; a permanent one before a temporary one
     * @throws LedgerException if the ledger cannot answer
     */
    Optional<License> heldBy(Holder holder) throws LedgerException;

    /**
     * The grace period of this host; the first call begins it.
     *
     * @param length how long it is to be
     * @return when it began, ends or ended
     * @throws LedgerException if the ledger cannot answer
     */
    GracePeriod grace(Duration length) throws LedgerException;

    /**
     * Writes down that somebody was sent away: because {@link #claim} gave nothing, or for another reason.
     *
     * @param holder who
     * @param pool   the pool that had nothing left; empty text = none
     * @param detail why, one clause
     * @throws LedgerException if the ledger cannot answer
     */
    void refused(Holder holder, String pool, String detail) throws LedgerException;

    /**
     * Writes down that somebody was admitted without a licence, e.g. in the grace period.
     *
     * @param holder who
     * @param pool   the pool that had nothing left; empty text = none
     * @param detail why, one clause
     * @throws LedgerException if the ledger cannot answer
     */
    void admitted(Holder holder, String pool, String detail) throws LedgerException;

    /** Gives back what this process holds and lets go of the ledger. */
    @Override
    void close();
}
