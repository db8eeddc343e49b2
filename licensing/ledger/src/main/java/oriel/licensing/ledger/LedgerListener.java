package oriel.licensing.ledger;

/**
 * Hears of what a ledger does, so that logs, metrics and consoles can show it. Called after the transaction, on the thread that made it and outside of all locks; it
 * should be quick, and what it throws is logged and forgotten.
 */
public interface LedgerListener {

    /** Hears nothing. */
    LedgerListener NONE = new LedgerListener() {};

    /**
     * A pool has filled up to a threshold. Told once each time a threshold is crossed upwards, by the process that crossed it.
     *
     * @param pool    the pool, as it is now
     * @param percent the highest threshold that was crossed
     */
    default void thresholdCrossed(Pool pool, int percent) {}

    /**
     * A line was written into the journal by this process.
     *
     * @param entry the line
     */
    default void recorded(JournalEntry entry) {}

    /**
     * A seat of this process is gone while its connection lives: it was revoked, or this process slept so long that others thought it dead
     * and took it. The connection should be ended.
     *
     * @param seat what it was
     */
    default void seatLost(License seat) {}
}
