package oriel.contract.protocol;

/** Whether the service takes new sessions ({@code WTS_RCM_DRAIN_STATE}). */
public enum RcmDrainState {
    /** No change. */
    NONE(0),
    /** No new sessions; reconnection allowed. */
    IN_DRAIN(1),
    /** Everything allowed. */
    NOT_IN_DRAIN(2);

    private final int value;

    RcmDrainState(int value) {
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
