package oriel.licensing.ledger;

import java.io.IOException;
import java.io.Serial;

/** A line of a pack or an export is not what it should be. */
final class MalformedLineException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    MalformedLineException(String message) {
        super(message);
    }
}
