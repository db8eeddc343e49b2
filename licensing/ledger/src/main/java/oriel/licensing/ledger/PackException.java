package oriel.licensing.ledger;

import java.io.Serial;

/** A pack, or a key for packs, is not accepted. */
public final class PackException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Fault {
        /** It is not a pack, or one of a later version. */
        UNREADABLE,
        /** No vendor that is trusted has signed it. */
        UNTRUSTED,
        /** It was changed after it was signed. */
        TAMPERED,
        /** Another pack of that name was imported already. */
        DUPLICATE,
        /** Its time is over. */
        EXPIRED,
        /** It was sold to another host. */
        OTHER_HOST,
        /** The key cannot be read. */
        BAD_KEY
    }

    private final Fault fault;

    /**
     * Makes one.
     *
     * @param fault   why it is not accepted
     * @param message the same with particulars, one clause
     */
    public PackException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /**
     * Makes one.
     *
     * @param fault   why it is not accepted
     * @param message the same with particulars, one clause
     * @param cause   what it came from
     */
    public PackException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /**
     * Why it is not accepted.
     *
     * @return the kind of fault
     */
    public Fault fault() {
        return fault;
    }
}
