package oriel.contract.protocol;

/**
 * What happened to a session, as {@code NotifySessionStateChange} carries it (Q17). Any number may occur; providers
 * ignore those they do not know.
 *
 * @param code the number
 */
public record SessionEvent(int code) {

    /** Attached to the console. */
    public static final SessionEvent CONSOLE_CONNECT = new SessionEvent(1);
    /** Detached from the console. */
    public static final SessionEvent CONSOLE_DISCONNECT = new SessionEvent(2);
    /** Attached to a remote client. */
    public static final SessionEvent REMOTE_CONNECT = new SessionEvent(3);
    /** Detached from the remote client. */
    public static final SessionEvent REMOTE_DISCONNECT = new SessionEvent(4);
    /** User logged on. */
    public static final SessionEvent LOGON = new SessionEvent(5);
    /** User logged off. */
    public static final SessionEvent LOGOFF = new SessionEvent(6);
    /** Locked. */
    public static final SessionEvent LOCK = new SessionEvent(7);
    /** Unlocked. */
    public static final SessionEvent UNLOCK = new SessionEvent(8);
    /** Remote-control state changed. */
    public static final SessionEvent REMOTE_CONTROL = new SessionEvent(9);
}
