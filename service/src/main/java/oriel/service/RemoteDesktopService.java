package oriel.service;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopStatus;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolProvider;
import oriel.contract.protocol.ProviderEnvironment;
import oriel.contract.protocol.RcmDrainState;
import oriel.contract.protocol.RcmServiceState;
import oriel.identity.Authentication;
import oriel.identity.Identity;
import oriel.licensing.LicensingPolicies;

/**
 * The service: starts the listeners, runs the sequences of every connection, owns the sessions. All methods may be called
 * from any thread.
 */
public final class RemoteDesktopService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteDesktopService.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration CHECK_LIMITS = Duration.ofSeconds(5);

    private final ServiceParts parts;
    private final List<ProtocolProvider> protocols;
    private final Map<String, ListenerEntry> listeners;
    private final List<GuardedManager> managers = new CopyOnWriteArrayList<>();
    private final ConnectionTrace startTrace;
    private final TimeLimits timeLimits;
    private @Nullable Thread limitsThread; // guarded by this
    private boolean started; // guarded by this
    private boolean closed; // guarded by this

    /**
     * Assembles a service; nothing listens yet.
     *
     * @param configuration  what it is told
     * @param protocols      the providers listeners may name
     * @param desktops       the kinds of desktop; one of them is named by the configuration
     * @param authentication decides who somebody is
     * @param licensing      decides about licences
     * @param clock          tells the time
     * @throws IllegalArgumentException if the configuration names a desktop that is not there, or two listeners alike
     */
    public RemoteDesktopService(
            ServiceConfiguration configuration,
            List<ProtocolProvider> protocols,
            List<DesktopProvider> desktops,
            Authentication authentication,
            LicensingPolicies licensing,
            Clock clock) {
        DesktopProvider desktop = desktops.stream()
                .filter(candidate -> candidate.name().equals(configuration.desktop()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no desktop is named " + configuration.desktop()));
        var events = new SessionEvents();
        this.parts = new ServiceParts(
                configuration,
                clock,
                authentication,
                licensing,
                desktop,
                new PolicySettings(configuration.policy()),
                new Admission(configuration.limits()),
                new Sessions(clock, events, configuration.deadlines().teardown()),
                events,
                new Traces(configuration.traceDirectory().map(TraceDirectory::new)),
                new Watchdog(configuration.deadlines()));
        this.protocols = List.copyOf(protocols);
        this.startTrace = new ConnectionTrace("0", 0, "", "", clock.instant(), parts.traces()::called);
        this.timeLimits = new TimeLimits(parts);
        var lastConnection = new AtomicInteger();
        this.listeners = configuration.listeners().stream()
                .collect(Collectors.toMap(
                        ListenerConfiguration::name,
                        entry -> new ListenerEntry(parts, entry, lastConnection, FIRST_RETRY),
                        (one, _) -> {
                            throw new IllegalArgumentException("two listeners are named "
                                    + one.configuration().name());
                        },
                        LinkedHashMap::new));
    }

    /**
     * Runs the start sequence of every provider that a listener names, all at once. When it returns, every listener listens
     * or is down with a reason. Once per service.
     */
    public void start() {
        synchronized (this) {
            if (started) {
                throw new IllegalStateException("the service was started before");
            }
            started = true;
            limitsThread = Thread.ofVirtual().name("time-limits").start(this::checkLimits);
        }
        Map<String, List<ListenerEntry>> byProvider = listeners.values().stream()
                .filter(listener -> listener.configuration().enabled())
                .collect(Collectors.groupingBy(
                        listener -> listener.configuration().provider(), LinkedHashMap::new, Collectors.toList()));
        List<Thread> starting = new ArrayList<>();
        byProvider.forEach((name, its) ->
                starting.add(Thread.ofVirtual().name("start-" + name).start(() -> start(name, its))));
        starting.forEach(RemoteDesktopService::join);
        Thread.ofVirtual().name("warm-up").start(ClientViews::warmUp);
    }

    private void start(String name, List<ListenerEntry> its) {
        Optional<ProtocolProvider> provider = protocols.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (provider.isEmpty()) {
            its.forEach(listener -> listener.down("no provider is named " + name));
            return;
        }
        var gate = parts.gate(startTrace, new ProviderHarm(name));
        new StartSequence(parts, environment(), gate).run(provider.get(), its, manager -> {
            managers.add(manager);
            parts.events().follow(manager::notifySessionStateChange);
        });
    }

    /** Every step of it has a deadline, so it ends. */
    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProviderEnvironment environment() {
        return new ProviderEnvironment() {
            @Override
            public String hostName() {
                return parts.configuration().hostName();
            }

            @Override
            public ListenerConfiguration listener(String name) throws ProtocolException {
                ListenerEntry entry = listeners.get(name);
                if (entry == null) {
                    throw new ProtocolException(HResult.E_NOT_FOUND, "no listener is named " + name);
                }
                return entry.configuration();
            }
        };
    }

    private void checkLimits() {
        try {
            while (true) {
                Thread.sleep(CHECK_LIMITS);
                timeLimits.check();
            }
        } catch (InterruptedException e) {
            LOG.debug("Time limits are not checked any more");
        }
    }

    /** Looks at the time limits now, instead of in a few seconds. */
    void checkLimitsNow() {
        timeLimits.check();
    }

    /** Runs the stop sequence: nobody new, everybody disconnected, sessions ended, providers released. Twice is no error. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (limitsThread != null) {
                limitsThread.interrupt();
            }
        }
        new StopSequence(parts).run(managers, listeners.values());
        parts.traces().close();
        parts.watchdog().close();
    }

    /**
     * The listeners, in the order of the configuration.
     *
     * @return their states
     */
    public List<ListenerStatus> listeners() {
        return listeners.values().stream().map(ListenerEntry::status).toList();
    }

    /**
     * The sessions, by number.
     *
     * @return their states; figures of the client are asked of the provider and may take until the notice deadline
     */
    public List<SessionStatus> sessions() {
        List<Session> all = parts.sessions().all();
        all.forEach(
                session -> session.holder().ifPresent(holder -> holder.figures().latest())); // asked all at once
        return all.stream().map(this::status).toList();
    }

    private SessionStatus status(Session session) {
        Optional<ClientConnection> holder = session.holder();
        var figures = holder.filter(connection -> connection.state().reached().atLeast(Reached.CONNECTED))
                .map(connection -> connection.figures().await(parts.deadlines().notice()))
                .orElse(ClientFigures.Figures.NONE);
        Client client = session.client();
        DesktopStatus programs = session.desktop().map(Desktop::status).orElse(DesktopStatus.NOTHING_KNOWN);
        return new SessionStatus(
                session.number(),
                session.session().sessionUniqueGuid(),
                session.user().map(Identity::userName).orElse(""),
                session.user().map(Identity::domain).orElse(""),
                session.state(),
                session.locked(),
                holder.isPresent() ? client.data().protocolName() : "",
                programs.name().isEmpty() ? parts.desktops().name() : programs.name(),
                client.text(),
                holder.map(ClientConnection::id).orElse(""),
                session.startedAt(),
                session.logonAt(),
                session.connectedAt(),
                session.disconnectedAt(),
                figures.idle(),
                figures.status().output().bytes(),
                figures.status().input().bytes(),
                client.view().size(),
                programs);
    }

    /**
     * Takes the client of a session away; the session stays.
     *
     * @param sessionId number of the session
     * @return whether there is such a session with a client
     */
    public boolean disconnect(int sessionId) {
        return parts.sessions()
                .find(sessionId)
                .flatMap(Session::holder)
                .map(holder -> end(holder, Ending.of(Ending.Kind.DISCONNECTED, ErrorInfo.DISCONNECTED_BY_ADMIN)))
                .isPresent();
    }

    /** Ends a connection and waits until it is closed; one that takes its time closes later. */
    private ClientConnection end(ClientConnection connection, Ending why) {
        connection.end(why);
        if (!connection.state().awaitClosed(parts.deadlines().teardown())) {
            LOG.warn("Connection {} is not closed yet", connection.id());
        }
        return connection;
    }

    /**
     * Logs the user of a session off and ends the session.
     *
     * @param sessionId number of the session
     * @return whether there is such a session
     */
    public boolean logoff(int sessionId) {
        Optional<Session> session = parts.sessions().find(sessionId);
        session.ifPresent(found -> found.holder()
                .ifPresent(holder -> end(holder, Ending.of(Ending.Kind.LOGGED_OFF, ErrorInfo.LOGGED_OFF_BY_ADMIN))));
        session.ifPresent(parts.sessions()::end); // where no client was attached, or it did not let go in time
        return session.isPresent();
    }

    /**
     * Shows a message box in a session.
     *
     * @param sessionId number of the session
     * @param title     title of the box
     * @param text      its text
     * @param timeout   how long it stays at most; zero = until it is answered
     * @return whether there is such a session with a desktop
     */
    public boolean message(int sessionId, String title, String text, Duration timeout) {
        var desktop = parts.sessions().find(sessionId).flatMap(Session::desktop);
        desktop.ifPresent(to -> to.message(title, text, timeout));
        return desktop.isPresent();
    }

    /**
     * Turns drain on or off: in drain no new sessions are made, users still come back to theirs.
     *
     * @param on whether to drain
     */
    public void drain(boolean on) {
        if (parts.admission().draining() != on) {
            parts.admission().drain(on);
            LOG.info("Drain is {}", on ? "on: no new sessions" : "off");
            RcmDrainState drain = on ? RcmDrainState.IN_DRAIN : RcmDrainState.NOT_IN_DRAIN;
            managers.forEach(manager -> manager.notifyServiceStateChange(RcmServiceState.NONE, drain));
        }
    }

    /**
     * Whether the service drains.
     *
     * @return the state of drain
     */
    public boolean draining() {
        return parts.admission().draining();
    }

    /**
     * Puts another policy in force. Time limits act at once, the rest on the next connection.
     *
     * @param policy the policy
     */
    public void changePolicy(Policy policy) {
        parts.policy().change(policy);
        managers.forEach(manager -> manager.notifySettingsChange(policy.machine()));
    }

    /**
     * Traces of live connections and of the last that ended since the service started, newest first. Older ones are in the
     * trace directory: {@link TraceDirectory}.
     *
     * @return the traces
     */
    public List<Trace> traces() {
        return parts.traces().all();
    }

    /**
     * The calls between the service and the managers and listeners: start, notices, stop.
     *
     * @return a trace with the id {@code 0}
     */
    public Trace startTrace() {
        return startTrace.snapshot();
    }

    /**
     * Hears of every call from now on.
     *
     * @param listener hears of calls
     * @return close it to hear nothing more
     */
    public Subscription followTraces(TraceListener listener) {
        return parts.traces().follow(listener);
    }

    /**
     * Hears of every session event from now on.
     *
     * @param listener hears of events
     * @return close it to hear nothing more
     */
    public Subscription followSessions(SessionListener listener) {
        return parts.events().follow(listener);
    }
}
