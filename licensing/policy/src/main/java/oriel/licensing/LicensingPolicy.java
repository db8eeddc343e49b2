package oriel.licensing;

import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;

/**
 * Decides whether a client may use this host, and what packets it gets. Called between {@code
 * RequestLicensingCapabilities} and {@code ProtocolComplete}, both of which are the service's (sequences.md, section 3.1).
 * Safe to call from many threads.
 */
public interface LicensingPolicy {

    /**
     * The name by which configuration and logs know this policy.
     *
     * @return a word, e.g. {@code none}
     */
    String name();

    /**
     * Runs the exchange of licence packets with one client.
     *
     * @param request who asks
     * @param courier carries the packets; may only be used for {@code SendClientLicense} and {@code
     *     RequestClientLicense}, and only during the call
     * @return how it went
     * @throws ProtocolException if a packet could not be carried
     */
    LicenseOutcome license(LicenseRequest request, ProtocolLicenseConnection courier) throws ProtocolException;
}
