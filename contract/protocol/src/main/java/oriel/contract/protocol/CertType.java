package oriel.contract.protocol;

/** Type of the server certificate the client has already seen ({@code WTS_CERT_TYPE}; Q28). */
public enum CertType {
    /** None. */
    INVALID(0),
    /** Proprietary certificate ({@code WTS_CERT_TYPE_PROPRIETORY} in the header). */
    PROPRIETARY(1),
    /** X.509. */
    X509(2);

    private final int value;

    CertType(int value) {
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
