package oriel.xsession;

import java.io.Serial;
import java.util.List;

/** A session could not be started. */
public final class StartFailedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<String> tail; // never sent anywhere

    /**
     * Makes the failure.
     *
     * @param message what went wrong, a lower-case clause for the user and the log
     * @param tail    the last lines of the session's log, oldest first, possibly none
     */
    public StartFailedException(String message, List<String> tail) {
        super(message);
        this.tail = List.copyOf(tail);
    }

    /**
     * The last lines of the session's log.
     *
     * @return lines, oldest first
     */
    public List<String> tail() {
        return tail;
    }
}
