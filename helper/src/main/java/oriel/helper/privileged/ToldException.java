package oriel.helper.privileged;

import java.io.IOException;
import java.io.Serial;

/** An exchange failed, and the front end knows why already. */
final class ToldException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    ToldException() {
        super("the front end has been told");
    }
}
