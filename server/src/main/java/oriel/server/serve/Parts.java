package oriel.server.serve;

import java.util.List;
import java.util.ServiceLoader;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.protocol.ProtocolProvider;
import oriel.desktop.embedded.EmbeddedDesktopProvider;

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
                ServiceLoader.load(ModuleLayer.boot(), ProtocolProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                ServiceLoader.load(ModuleLayer.boot(), DesktopProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /** Draws a logon screen for nobody, so that the first client does not wait for what is loaded and compiled meanwhile. */
    void warmUp() {
        if (desktops.stream().anyMatch(EmbeddedDesktopProvider.class::isInstance)) {
            Thread.ofPlatform().daemon().name("warm-up").start(Parts::draw);
        }
    }

    private static void draw() {
        try {
            EmbeddedDesktopProvider.warmUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
