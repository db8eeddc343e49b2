package oriel.contract.protocol;

/** Whose policy it is ({@code WRDS_SETTING_TYPE}). */
public enum SettingType {
    /** None. */
    INVALID(0),
    /** Machine group policy. */
    MACHINE(1),
    /** User group policy. */
    USER(2),
    /** Account record. */
    SAM(3);

    private final int value;

    SettingType(int value) {
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
