package oriel.contract.protocol;

/** Version of the connection settings ({@code WRDS_CONNECTION_SETTING_LEVEL}). */
public enum ConnectionSettingLevel {
    /** None. */
    INVALID(0),
    /** Structure version 1. */
    LEVEL_1(1);

    private final int value;

    ConnectionSettingLevel(int value) {
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
