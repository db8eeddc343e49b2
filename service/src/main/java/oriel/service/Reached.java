package oriel.service;

/** How far a connection has come, as far as its end depends on it (sequences.md, section 5.4). */
enum Reached {
    /** {@code OnConnected}; also after {@code DisconnectNotify}, between two sessions. */
    ANNOUNCED,
    /** {@code AcceptConnection} has succeeded. */
    ACCEPTED,
    /** {@code NotifySessionId} was delivered. */
    SESSION_NAMED,
    /** {@code ConnectNotify} was delivered. */
    CONNECTED;

    boolean atLeast(Reached other) {
        return compareTo(other) >= 0;
    }
}
