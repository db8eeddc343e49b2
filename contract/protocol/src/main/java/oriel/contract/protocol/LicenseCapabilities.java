package oriel.contract.protocol;

/**
 * How a client can be licensed ({@code WTS_LICENSE_CAPABILITIES}; page of that name). {@code cbClientName} follows from
 * the name.
 *
 * @param keyExchangeAlg 1 RSA, 2 Diffie-Hellman
 * @param protocolVer version of the licence protocol, {@link #CURRENT_VERSION}
 * @param authenticateServer whether the client will check who the server is
 * @param certType the certificate the client has already seen (Q28)
 * @param clientName name of the client, at most 20 characters
 */
public record LicenseCapabilities(
        int keyExchangeAlg, int protocolVer, boolean authenticateServer, CertType certType, String clientName) {

    /** The current version of the licence protocol. */
    public static final int CURRENT_VERSION = 0x00010003;

    /** RSA key exchange. */
    public static final int KEY_EXCHANGE_ALG_RSA = 1;

    /** Checks the length of the name. */
    public LicenseCapabilities {
        Lengths.check("rgbClientName", clientName, WtsDefs.CLIENTNAME_LENGTH);
    }
}
