package oriel.helper;

import java.io.IOException;
import java.io.Serial;

/** The helper has ended, does not answer in time, or says what it must not. */
public final class HelperGoneException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    HelperGoneException(String message) {
        super(message);
    }
}
