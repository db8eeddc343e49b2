package oriel.server.serve;

import java.util.List;
import java.util.ServiceLoader;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.protocol.ProtocolProvider;

/**
 * What the service can be put together from.
 *
 * @param protocols what listeners may name
 * @param desktops  what users may get
 */
record Parts(List<ProtocolProvider> protocols, List<DesktopProvider> desktops) {

    Parts {
        protocols = List.copyOf(protocols);
        desktops = List.copyOf(desktops);
    }

    /** What is on the module path. */
    static Parts found() {
        return new Parts(
                ServiceLoader.load(ProtocolProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                ServiceLoader.load(DesktopProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }
}
