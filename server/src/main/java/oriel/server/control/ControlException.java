package oriel.server.control;

/** A request was not fulfilled. The message is one clause for the person who asked. */
public final class ControlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ControlCode code;

    /**
     * Says why.
     *
     * @param code    what kind of failure it is
     * @param message one clause
     */
    public ControlException(ControlCode code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * What kind of failure it is.
     *
     * @return the kind
     */
    public ControlCode code() {
        return code;
    }
}
