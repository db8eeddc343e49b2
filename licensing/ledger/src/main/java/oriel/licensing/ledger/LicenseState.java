package oriel.licensing.ledger;

/** Where a licence is in its life: pending, active, and then one of three ends. The order is the one in the file. */
public enum LicenseState {
    /** Granted, but not known to have reached the client. Counts. */
    PENDING,
    /** In its holder's hands. Counts. */
    ACTIVE,
    /** Its time is over. */
    EXPIRED,
    /** An administrator took it away; its holder gets no other until it is reinstated. */
    REVOKED,
    /** Given back, replaced by a newer one, or reclaimed because it was never delivered. */
    RETURNED;

    /**
     * Whether such a licence takes a place in its pool.
     *
     * @return whether it is pending or active
     */
    public boolean live() {
        return this == PENDING || this == ACTIVE;
    }

    /**
     * The state's name in reports.
     *
     * @return e.g. {@code active}
     */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
