package oriel.contract.protocol;

/**
 * The courier of licence packets between service and client ({@code IWRdsProtocolLicenseConnection}). It
 * understands none of them.
 */
public interface ProtocolLicenseConnection {

    /**
     * {@code RequestLicensingCapabilities}, step 8, the first of the four.
     *
     * @return how this client can be licensed
     * @throws ProtocolException licensing fails
     */
    LicenseCapabilities requestLicensingCapabilities() throws ProtocolException;

    /**
     * {@code SendClientLicense}: takes a packet from the service to the client. Returns once it was handed
     * to the transport.
     *
     * @param packet one whole licence message, preamble first, without any framing of the wire; lent for
     * the call
     * @throws ProtocolException licensing fails
     */
    void sendClientLicense(byte[] packet) throws ProtocolException;

    /**
     * {@code RequestClientLicense}: waits for the client's next packet. The reserved inputs and the size
     * query of the original have no counterpart (Q29).
     *
     * @return one whole licence message, preamble first; empty array = this protocol carries none
     * @throws ProtocolException licensing fails
     */
    byte[] requestClientLicense() throws ProtocolException;

    /**
     * {@code ProtocolComplete}: the last of the four. If no terminal packet was forwarded before success,
     * the provider tells its client "valid client" itself (Q46).
     *
     * @param outcome 1 = the exchange succeeded, anything else = it failed
     * @throws ProtocolException the service logs it and goes on
     */
    void protocolComplete(int outcome) throws ProtocolException;
}
