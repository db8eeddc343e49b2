package oriel.server.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.ProtocolProvider;
import oriel.licensing.LicensingPolicies;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.config.Configuration;
import oriel.server.config.Suggestion;
import oriel.server.home.HostName;
import oriel.service.RemoteDesktopService;

/** Puts the service together from its parts and what the configuration says. */
final class Assembly {

    private final Parts parts;
    private final ServiceSettings settings;
    private final Configuration configuration;
    private final Powers powers;
    private final LicensingPolicies licensing;
    private final Clock clock;

    Assembly(
            Parts parts,
            ServiceSettings settings,
            Configuration configuration,
            Powers powers,
            LicensingPolicies licensing,
            Clock clock) {
        this.parts = parts;
        this.settings = settings;
        this.configuration = configuration;
        this.powers = powers;
        this.licensing = licensing;
        this.clock = clock;
    }

    /** Makes the service; nothing of it runs yet. */
    RemoteDesktopService service() throws CommandException, IOException {
        List<ProtocolProvider> protocols = parts.protocols();
        DesktopProvider desktops = new DesktopChoice(parts, configuration, powers).provider();
        List<ListenerConfiguration> listeners = new ArrayList<>();
        for (ListenerConfiguration listener : settings.listeners()) {
            checkProvider(
                    listener, protocols.stream().map(ProtocolProvider::name).toList());
            listeners.add(withPort(listener));
        }
        return new RemoteDesktopService(
                settings.service(HostName.plain(), desktops.name(), listeners),
                protocols,
                List.of(desktops),
                powers.authentication(),
                licensing,
                clock);
    }

    private static void checkProvider(ListenerConfiguration listener, List<String> names) throws CommandException {
        if (listener.enabled() && !names.contains(listener.provider())) {
            throw new CommandException(
                    ExitCode.CONFIGURATION,
                    "listener " + listener.name() + ": there is no protocol provider '" + listener.provider() + "'"
                            + Suggestion.clause(listener.provider(), names));
        }
    }

    /** Port 0 becomes a free port here, so that everybody can be told which. */
    private static ListenerConfiguration withPort(ListenerConfiguration listener) throws IOException {
        String address = listener.text("address", "");
        if (!address.endsWith(":0")) {
            return listener;
        }
        String host = address.substring(0, address.length() - 2);
        try (var probe = new ServerSocket()) {
            String literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            probe.bind(new InetSocketAddress(InetAddress.getByName(literal), 0));
            Map<String, String> values = new HashMap<>(listener.values());
            values.put("address", host + ":" + probe.getLocalPort());
            return new ListenerConfiguration(listener.name(), listener.provider(), listener.enabled(), values);
        }
    }
}
