package oriel.contract.protocol;

/** What the service lends a provider for its whole life. Safe to call from anywhere, also from within service calls. */
public interface ProviderEnvironment {

    /**
     * Name of this host, for show and for certificates.
     *
     * @return the name, without domain
     */
    String hostName();

    /**
     * The registration entry of a listener (page <em>Registering the Protocol Manager</em>).
     *
     * @param name name of the listener entry
     * @return the entry as configured now
     * @throws ProtocolException if no entry has that name
     */
    ListenerConfiguration listener(String name) throws ProtocolException;
}
