package oriel.contract.protocol;

/**
 * The courier of licence packets between service and client ({@code IWRdsProtocolLicenseConnection}; page
 * <em>IWRdsProtocolLicenseConnection (wtsprotocol.h)</em>). It understands none of them. Implemented by the provider,
 * given by {@code GetLicenseConnection}, called by the service on the thread of the connection sequence; the service
 * lets go of it after {@code ProtocolComplete}. The picture shows each call once; in truth sending and requesting
 * alternate as the exchange needs it (Q5).
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
     * {@code SendClientLicense}, step 10: takes a packet from the service to the client. Returns once it was handed to
     * the transport.
     *
     * @param packet one whole licence message, preamble first, without any framing of the wire; lent for the call
     * @throws ProtocolException licensing fails
     */
    void sendClientLicense(byte[] packet) throws ProtocolException;

    /**
     * {@code RequestClientLicense}, step 9: waits for the client's next packet, until the setup timer interrupts the
     * thread. The reserved inputs and the size query of the original have no counterpart (Q29).
     *
     * @return one whole licence message, preamble first; empty array = this protocol carries none
     * @throws ProtocolException licensing fails
     */
    byte[] requestClientLicense() throws ProtocolException;

    /**
     * {@code ProtocolComplete}, step 11: the last of the four. If no terminal packet was forwarded before success, the
     * provider tells its client "valid client" itself (Q46).
     *
     * @param outcome 1 = the exchange succeeded, anything else = it failed
     * @throws ProtocolException the service logs it and goes on
     */
    void protocolComplete(int outcome) throws ProtocolException;
}
