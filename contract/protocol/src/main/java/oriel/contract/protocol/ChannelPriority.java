package oriel.contract.protocol;

/** Priority of a virtual channel, in the values of the channel-open API (Q35: the page gives it no unit). */
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
     * The number of the channel-open API.
     *
     * @return 0, 2, 4 or 6
     */
    public int value() {
        return value;
    }
}
