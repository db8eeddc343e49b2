package oriel.service;

import oriel.contract.protocol.HResult;

/** A call of a provider has failed, in whatever way. */
final class CallFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int result;
    private final boolean stuck;

    CallFailed(HResult result, String reason) {
        this(result, reason, false);
    }

    private CallFailed(HResult result, String reason, boolean stuck) {
        super(reason, null, false, false);
        this.result = result.value();
        this.stuck = stuck;
    }

    /** The call has not come back; nobody knows what it has done. */
    static CallFailed stuck(String call) {
        return new CallFailed(HResult.E_TIMEOUT, call + " does not come back", true);
    }

    /** Whether the call may still be under way. */
    boolean isStuck() {
        return stuck;
    }

    HResult result() {
        return new HResult(result);
    }

    /** What went wrong, one clause. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
