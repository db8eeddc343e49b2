package oriel.licensing.ledger;

import java.io.Serial;

/** Carries a {@link PackException} out of a transaction, which rolls back. */
final class RejectedPackException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final PackException rejection;

    RejectedPackException(PackException rejection) {
        super(rejection);
        this.rejection = rejection;
    }

    RejectedPackException(PackException.Fault fault, String message) {
        this(new PackException(fault, message));
    }

    PackException rejection() {
        return rejection;
    }
}
