package oriel.contract.protocol;

/** Version of the listener settings ({@code WRDS_LISTENER_SETTING_LEVEL}). */
public enum ListenerSettingLevel {
    /** None. */
    INVALID(0),
    /** Structure version 1. */
    LEVEL_1(1);

    private final int value;

    ListenerSettingLevel(int value) {
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
