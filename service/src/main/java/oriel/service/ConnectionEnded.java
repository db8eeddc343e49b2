package oriel.service;

/** Leaves the sequence of a connection that has ended; why is said by {@link ClientConnection#ending()}. */
final class ConnectionEnded extends Exception {
    private static final long serialVersionUID = 1L;

    ConnectionEnded() {
        super("the connection has ended", null, false, false);
    }
}
