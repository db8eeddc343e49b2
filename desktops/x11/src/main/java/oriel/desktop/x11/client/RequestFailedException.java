package oriel.desktop.x11.client;

import java.io.IOException;
import java.io.Serial;

/** The X server answered a request with an error; the connection lives on. */
public final class RequestFailedException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient XError error;

    RequestFailedException(XError error) {
        super("the X server answered with " + error);
        this.error = error;
    }

    /** What the server said. */
    public XError error() {
        return error;
    }
}
