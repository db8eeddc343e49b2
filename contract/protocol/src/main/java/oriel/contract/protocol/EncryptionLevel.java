package oriel.contract.protocol;

/**
 * Values of {@code EncryptionLevel} (MS-TSTS; MS-RDPBCGR 5.3.1): how a link without TLS is protected. The pages of the
 * contract give no values; any other number may occur and is carried as it is.
 */
public final class EncryptionLevel {

    /** Only what the client sends is encrypted. */
    public static final int LOW = 1;
    /** Both directions, with the strongest key the client knows. */
    public static final int CLIENT_COMPATIBLE = 2;
    /** Both directions, with the strongest key the server knows. */
    public static final int HIGH = 3;
    /** Both directions, with methods of FIPS 140-1. */
    public static final int FIPS = 4;

    private EncryptionLevel() {}
}
