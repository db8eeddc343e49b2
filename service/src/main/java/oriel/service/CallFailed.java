package oriel.service;

import oriel.contract.protocol.HResult;

/** A call of a provider has failed, in whatever way. */
final class CallFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int result;

    CallFailed(HResult result, String reason) {
        super(reason, null, false, false);
        this.result = result.value();
    }

    HResult result() {
        return new HResult(result);
    }

    /** What went wrong, one clause. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
