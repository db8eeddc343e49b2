package oriel.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ProtocolManager;
import oriel.contract.protocol.ProtocolProvider;
import oriel.contract.protocol.ProviderEnvironment;
import oriel.contract.protocol.RcmDrainState;
import oriel.contract.protocol.RcmServiceState;

/**
 * The start sequence of one provider (sequences.md, section 1): activate, Initialize, CreateListener, StartListen. What
 * fails takes down the listeners that depend on it and nothing else.
 */
final class StartSequence {

    private static final Logger LOG = LoggerFactory.getLogger(StartSequence.class);

    private final ServiceParts service;
    private final ProviderEnvironment environment;
    private final Gate gate;

    StartSequence(ServiceParts service, ProviderEnvironment environment, Gate gate) {
        this.service = service;
        this.environment = environment;
        this.gate = gate;
    }

    /**
     * Runs it.
     *
     * @param provider  the provider
     * @param listeners its listeners, at least one
     * @param ready     hears of the manager once it is initialised, before any client can come
     */
    void run(ProtocolProvider provider, List<ListenerEntry> listeners, Consumer<GuardedManager> ready) {
        activate(provider, listeners)
                .flatMap(manager -> initialize(manager, listeners))
                .ifPresent(manager -> {
                    ready.accept(manager);
                    service.sessions().all().forEach(session -> manager.notifySessionOfServiceStart(session.session()));
                    for (ListenerEntry listener : listeners) {
                        createListener(manager, listener).ifPresent(listener::start); // GetSettings, StartListen
                    }
                    manager.notifyServiceStateChange(RcmServiceState.START, RcmDrainState.NONE);
                });
    }

    private Optional<GuardedManager> activate(ProtocolProvider provider, List<ListenerEntry> listeners) {
        try {
            ProtocolManager manager = gate.callApart(
                    new Gate.Call(
                            "Provider",
                            "Activate",
                            provider.name(),
                            service.deadlines().call()),
                    () -> provider.activate(environment));
            return Optional.of(new GuardedManager(provider.name(), manager, gate, service.deadlines()));
        } catch (CallFailed e) {
            listeners.forEach(listener -> listener.down("the provider cannot be activated: " + e.reason()));
            return Optional.empty();
        }
    }

    private Optional<GuardedManager> initialize(GuardedManager manager, List<ListenerEntry> listeners) {
        try {
            manager.initialize(service.policy(), service.policy().policy().machine());
            return Optional.of(manager);
        } catch (CallFailed e) {
            listeners.forEach(listener -> listener.down("Initialize failed: " + e.reason()));
            return Optional.empty();
        }
    }

    private static Optional<GuardedListener> createListener(GuardedManager manager, ListenerEntry listener) {
        String name = listener.configuration().name();
        try {
            return Optional.of(manager.createListener(name));
        } catch (CallFailed e) {
            LOG.debug("Listener {} was not created", name);
            listener.down("CreateListener failed: " + e.reason());
            return Optional.empty();
        }
    }
}
