package oriel.xsession;

import java.util.List;

/**
 * How a session has ended.
 *
 * @param orderly whether its user wanted it, e.g. logged off in the desktop's menu
 * @param reason  what happened, a lower-case clause for the user and the log, e.g. {@code the X server was killed (signal 9)}
 * @param tail    the last lines of the session's log, oldest first
 */
public record SessionEnd(boolean orderly, String reason, List<String> tail) {

    /** Copies the lines. */
    public SessionEnd {
        tail = List.copyOf(tail);
    }
}
