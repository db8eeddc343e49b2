package oriel.contract.protocol;

/** Priority of a virtual channel (Q35). */
public enum ChannelPriority {
    /** Low. */
    LOW(0),
    /** Medium. */
    MEDIUM(2),
    /** High. */
    HIGH(4),
    /** Real time. */
    REAL(6);

    private final int value;

    ChannelPriority(int value) {
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
