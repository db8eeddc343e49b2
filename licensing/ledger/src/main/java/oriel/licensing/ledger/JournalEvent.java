package oriel.licensing.ledger;

import java.util.Locale;

/** What can happen in a ledger. */
public enum JournalEvent {
    /** A licence was granted: pending for a device, active for a user, taken for a seat. */
    GRANTED(1),
    /** A device's first licence has reached it. */
    DELIVERED(2),
    /** Somebody has logged on with a licence. */
    USED(3),
    /** A licence was replaced by one of the same kind that lasts longer. */
    RENEWED(4),
    /** A temporary licence was replaced by a permanent one, or one for an older version by one for a newer. */
    UPGRADED(5),
    /** Nothing was granted, or a client was sent away. */
    REFUSED(6),
    /** A licence's time was over. */
    EXPIRED(7),
    /** An administrator took a licence away. */
    REVOKED(8),
    /** An administrator gave a revoked licence back. */
    REINSTATED(9),
    /** A licence was given back or replaced. */
    RETURNED(10),
    /** A pending licence was not delivered in time, or the process that granted it, or held the seat, is gone. */
    RECLAIMED(11),
    /** A licence came from another ledger. */
    IMPORTED(12),
    /** A pool was made, changed or closed. */
    POOL_CHANGED(13),
    /** A pack was imported. */
    PACK_IMPORTED(14),
    /** The host was used for the first time. */
    GRACE_STARTED(15),
    /** The first permanent licence ended the grace period. */
    GRACE_ENDED(16),
    /** A pool reached one of the thresholds. */
    THRESHOLD(17),
    /** Somebody was admitted without a licence. */
    ADMITTED(18);

    private final int code;

    JournalEvent(int code) {
        this.code = code;
    }

    /** Its number in the file. */
    int code() {
        return code;
    }

    static JournalEvent of(int code) {
        for (JournalEvent event : values()) {
            if (event.code == code) {
                return event;
            }
        }
        throw new IllegalArgumentException("no event has the number " + code);
    }

    /**
     * The event's name in reports.
     *
     * @return e.g. {@code granted}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
