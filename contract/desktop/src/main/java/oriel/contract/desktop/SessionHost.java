package oriel.contract.desktop;

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
     * The desktop has ended by itself.
     *
     * @param reason why, for the user and the log; empty = it ended as it should, and the session ends with it
     */
    void desktopEnded(String reason);
}
