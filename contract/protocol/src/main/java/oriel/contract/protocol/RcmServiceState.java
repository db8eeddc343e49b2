package oriel.contract.protocol;

/** Whether the service starts or stops ({@code WTS_RCM_SERVICE_STATE}). */
public enum RcmServiceState {
    /** No change. */
    NONE(0),
    /** Starting. */
    START(1),
    /** Stopping. */
    STOP(2);

    private final int value;

    RcmServiceState(int value) {
        this.value = value;
    }

    /**
     * The number of the original.
     *
     * @return its value in {@code wtsdefs.h}
     */
    public int value() {
        return value;
    }
}
