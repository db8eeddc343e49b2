package oriel.rdp;

import oriel.contract.protocol.ProtocolManager;
import oriel.contract.protocol.ProtocolProvider;
import oriel.contract.protocol.ProviderEnvironment;

/** The Remote Desktop Protocol, as listener entries choose it with {@code rdp}. */
public final class RdpProvider implements ProtocolProvider {

    /** Makes the provider; the {@link java.util.ServiceLoader} needs this constructor. */
    public RdpProvider() {}

    @Override
    public String name() {
        return "rdp";
    }

    @Override
    public ProtocolManager activate(ProviderEnvironment environment) {
        return new RdpManager(environment, System::nanoTime);
    }
}
