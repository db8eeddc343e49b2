package oriel.contract.desktop;

import java.util.List;

/** What a desktop may ask of the session it belongs to. All methods may be called from any thread and return at once. */
public interface SessionHost {

    /**
     * Facts about the session as they are now.
     *
     * @return a snapshot
     */
    SessionInformation information();

    /** Locks the session: the logon screen covers the desktop until its user has typed the password. */
    void lock();

    /** Takes the client away; the session stays. */
    void disconnect();

    /** Logs the user off and ends the session. */
    void logoff();

    /**
     * The desktop's lock keys stand like this now, though nobody has pressed one: the client may follow.
     *
     * @param locks the lock keys
     */
    default void locksChanged(KeyboardLocks locks) {
        // a host without a client
    }

    /**
     * The desktop has ended by itself.
     *
     * @param reason why, for the user and the log; empty = it ended as it should, and the session ends with it
     */
    void desktopEnded(String reason);

    /**
     * The desktop has ended by mishap; its user is told and offered a fresh one.
     *
     * @param reason why, for the user and the log; not empty
     * @param tail   the last lines of the session's log, at most {@value DesktopFailedException#LONGEST_TAIL}
     */
    default void desktopEnded(String reason, List<String> tail) {
        desktopEnded(reason);
    }
}
