package oriel.licensing.ledger;

import java.util.Locale;

/** Where a licence is in its life: pending, active, and then one of three ends. */
public enum LicenseState {
    /** Granted, but not known to have reached the client. Counts. */
    PENDING(0),
    /** In its holder's hands. Counts. */
    ACTIVE(1),
    /** Its time is over. */
    EXPIRED(2),
    /** An administrator took it away; its holder gets no other until it is reinstated. */
    REVOKED(3),
    /** Given back, replaced by a newer one, or reclaimed because it was never delivered. */
    RETURNED(4);

    private final int code;

    LicenseState(int code) {
        this.code = code;
    }

    /** Its number in the file. */
    int code() {
        return code;
    }

    static LicenseState of(int code) {
        for (LicenseState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state has the number " + code);
    }

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
        return name().toLowerCase(Locale.ROOT);
    }
}
