package oriel.contract.protocol;

import java.util.Optional;

/**
 * A connection that can hand over a serialized credential ({@code IWRdsProtocolConnection2}; page
 * <em>IWRdsProtocolConnection2 (wtsprotocol.h)</em>, Windows build 26100). Optional.
 */
public interface ProtocolConnection2 extends ProtocolConnection {

    /**
     * {@code GetSerializedUserCredential}: an opaque credential for single sign-on, asked before
     * {@link #getUserCredentials()} (Q39).
     *
     * @return the credential, owned by the service, which wipes it; empty = none
     * @throws ProtocolException as if the interface were absent
     */
    Optional<SerializedUserCredential> getSerializedUserCredential() throws ProtocolException;
}
