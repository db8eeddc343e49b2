package oriel.contract.protocol;

/**
 * A protocol that can be plugged into the service: what the class id in a listener's registration names on Windows
 * (page <em>Registering the Protocol Manager</em>). Found with {@link java.util.ServiceLoader}.
 */
public interface ProtocolProvider {

    /**
     * The name by which listener entries choose this provider.
     *
     * @return a word in lower case, e.g. {@code rdp}
     */
    String name();

    /**
     * Makes the manager; called once, however many listeners name this provider.
     *
     * @param environment what the service lends the provider for its whole life
     * @return a fresh manager, to be initialised by the service
     * @throws ProtocolException if the provider cannot work here; its listeners are skipped
     */
    ProtocolManager activate(ProviderEnvironment environment) throws ProtocolException;
}
