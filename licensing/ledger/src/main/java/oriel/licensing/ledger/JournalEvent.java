package oriel.licensing.ledger;

import java.util.Locale;

/** What can happen in a ledger. The order is the one in the file. */
public enum JournalEvent {
    /** A licence was granted: pending for a device, active for a user, taken for a seat. */
    GRANTED,
    /** A device's first licence has reached it. */
    DELIVERED,
    /** Somebody has logged on with a licence. */
    USED,
    /** A licence was replaced by one of the same kind that lasts longer. */
    RENEWED,
    /** A temporary licence was replaced by a permanent one, or one for an older version by one for a newer. */
    UPGRADED,
    /** Nothing was granted, or a client was sent away. */
    REFUSED,
    /** A licence's time was over. */
    EXPIRED,
    /** An administrator took a licence away. */
    REVOKED,
    /** An administrator gave a revoked licence back. */
    REINSTATED,
    /** A licence was given back or replaced. */
    RETURNED,
    /** A pending licence was not delivered in time, or the process that granted it, or held the seat, is gone. */
    RECLAIMED,
    /** A licence came from another ledger. */
    IMPORTED,
    /** A pool was made, changed or closed. */
    POOL_CHANGED,
    /** A pack was imported. */
    PACK_IMPORTED,
    /** The host was used for the first time. */
    GRACE_STARTED,
    /** The first permanent licence ended the grace period. */
    GRACE_ENDED,
    /** A pool reached one of the thresholds. */
    THRESHOLD;

    /**
     * The event's name in reports.
     *
     * @return e.g. {@code granted}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
