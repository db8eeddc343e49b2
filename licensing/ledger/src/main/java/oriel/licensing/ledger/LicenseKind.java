package oriel.licensing.ledger;

import java.util.Arrays;
import java.util.Optional;

/** What a licence is for. */
public enum LicenseKind {
    /** A device, known by its hardware id; the client keeps the licence. */
    PER_DEVICE("per-device"),
    /** A user, on whatever device; nothing is kept by the client. */
    PER_USER("per-user"),
    /** A connection, while it lives. */
    CONCURRENT("concurrent");

    private final String word;

    LicenseKind(String word) {
        this.word = word;
    }

    /**
     * The kind's name in configuration, packs and reports.
     *
     * @return e.g. {@code per-device}
     */
    public String word() {
        return word;
    }

    /**
     * The kind with a name.
     *
     * @param word e.g. {@code per-device}
     * @return the kind; empty = there is none of that name
     */
    public static Optional<LicenseKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
