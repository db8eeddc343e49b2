package oriel.licensing.ledger;

import java.io.IOException;
import java.io.Serial;

/**
 * The ledger cannot answer: its file is broken, locked for too long, or the disk is full. To a policy this is the licence
 * server that cannot be reached (licensing.md, section 7.2). What the ledger refuses is an answer and no exception.
 */
public final class LedgerException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what cannot be done and why, one clause
     * @param cause   what it came from
     */
    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Makes one.
     *
     * @param message what cannot be done and why, one clause
     */
    public LedgerException(String message) {
        super(message);
    }
}
