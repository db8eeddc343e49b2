package oriel.rdp.transport;

/** The connection with the client is over; says who ended it and why. */
public final class ConnectionEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Who ended a connection. */
    public enum Ender {
        /** The client went away as the protocol asks. */
        CLIENT,
        /** We ended it. */
        SERVER,
        /** The transport failed. */
        NETWORK
    }

    private final Ender ender;

    /**
     * Makes the exception.
     *
     * @param ender  who ended the connection
     * @param reason why, one lower-case clause
     */
    public ConnectionEndedException(Ender ender, String reason) {
        super(reason);
        this.ender = ender;
    }

    /**
     * Makes the exception with its cause.
     *
     * @param ender  who ended the connection
     * @param reason why, one lower-case clause
     * @param cause  what led to it
     */
    public ConnectionEndedException(Ender ender, String reason, Throwable cause) {
        super(reason, cause);
        this.ender = ender;
    }

    /**
     * Who ended the connection.
     *
     * @return client, server or network
     */
    public Ender ender() {
        return ender;
    }

    /**
     * Why the connection is over.
     *
     * @return one lower-case clause
     */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
