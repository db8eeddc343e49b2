package oriel.contract.protocol;

import java.util.Optional;

/**
 * A connection that can hand over a serialized credential ({@code IWRdsProtocolConnection2}).
 */
public interface ProtocolConnection2 extends ProtocolConnection {

    /**
     * {@code GetSerializedUserCredential}: an opaque credential for single sign-on, asked before {@link
     * #getUserCredentials()} (Q39).
     *
     * @return the credential, owned by the service; empty = none
     * @throws ProtocolException treated like empty
     */
    Optional<SerializedUserCredential> getSerializedUserCredential() throws ProtocolException;
}
