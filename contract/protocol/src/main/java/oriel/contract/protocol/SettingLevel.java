package oriel.contract.protocol;

/** Version of the policy settings ({@code WRDS_SETTING_LEVEL}). */
public enum SettingLevel {
    /** None. */
    INVALID(0),
    /** Structure version 1. */
    LEVEL_1(1);

    private final int value;

    SettingLevel(int value) {
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
