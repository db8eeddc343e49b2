package oriel.service;

/** States of a session ({@code WTS_CONNECTSTATE_CLASS}; administration.md, section 1), as far as Oriel's sessions take them. */
public enum SessionState {
    /** A user is logged on, a client is attached: after {@code LogonNotify}. */
    ACTIVE("Active"),
    /** A client is attached, nobody is logged on: after {@code ConnectNotify}. */
    CONNECTED("Connected"),
    /** Being attached to a client: between {@code NotifySessionId} and {@code ConnectNotify}. */
    CONNECT_QUERY("ConnectQuery"),
    /** A user is logged on, no client is attached: after {@code DisconnectNotify}. */
    DISCONNECTED("Disconnected"),
    /** Being ended. */
    RESET("Reset"),
    /** Being created: before {@code NotifySessionId}. */
    INIT("Init");

    private final String text;

    SessionState(String text) {
        this.text = text;
    }

    /** The name in the words of the administrative surface, e.g. {@code ConnectQuery}. */
    @Override
    public String toString() {
        return text;
    }
}
