package oriel.contract.protocol;

/** Whether a policy value counts ({@code WRDS_SETTING_STATUS}). */
public enum SettingStatus {
    /** The setting has no meaning here. */
    NOT_APPLICABLE(-1),
    /** Switched off by policy: the built-in default is forced. */
    DISABLED(0),
    /** The value counts. */
    ENABLED(1),
    /** Policy says nothing: lower levels choose. */
    NOT_CONFIGURED(2);

    private final int value;

    SettingStatus(int value) {
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
