package oriel.contract.protocol;

/** A call across the contract has failed. Carries the numeric result of the original API; messages hold no secrets. */
public class ProtocolException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int result;

    /**
     * Makes a failure.
     *
     * @param result which failure; negative as every failed {@code HRESULT}
     * @param message what went wrong, one lower-case clause
     */
    public ProtocolException(HResult result, String message) {
        super(message);
        this.result = result.value();
    }

    /**
     * Makes a failure with its cause.
     *
     * @param result which failure
     * @param message what went wrong, one lower-case clause
     * @param cause what led to it
     */
    public ProtocolException(HResult result, String message, Throwable cause) {
        super(message, cause);
        this.result = result.value();
    }

    /**
     * Which failure it is.
     *
     * @return the result of the call
     */
    public HResult result() {
        return new HResult(result);
    }
}
