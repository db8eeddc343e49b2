package oriel.contract.desktop;

import java.io.IOException;
import java.io.Serial;
import java.util.List;

/** A desktop could not be started; the message and the last lines of its log are shown to the user. */
public class DesktopFailedException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    /** The most lines of a log that anybody is shown. */
    public static final int LONGEST_TAIL = 12;

    private final transient List<String> tail; // never sent anywhere

    /**
     * Makes the failure.
     *
     * @param message what went wrong, a lower-case clause
     * @param tail    the last lines of the session's log, oldest first; cut to {@value #LONGEST_TAIL}
     */
    public DesktopFailedException(String message, List<String> tail) {
        super(message);
        this.tail = List.copyOf(tail.subList(Math.max(0, tail.size() - LONGEST_TAIL), tail.size()));
    }

    /**
     * The last lines of the session's log.
     *
     * @return at most {@value #LONGEST_TAIL} lines, oldest first
     */
    public List<String> tail() {
        return tail;
    }
}
