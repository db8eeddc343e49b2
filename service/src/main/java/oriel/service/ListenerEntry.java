package oriel.service;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ListenerConfiguration;
import oriel.contract.protocol.ListenerSettings;
import oriel.contract.protocol.ProtocolConnection;
import oriel.contract.protocol.ProtocolConnectionCallback;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolListenerCallback;

/**
 * What the service keeps of one listener (manager-and-listener.md, section 5): its state, its limit, how many connections
 * came through it. Takes the announcements of its clients. A listener that cannot be started is tried again, ever more
 * seldom.
 */
final class ListenerEntry implements ProtocolListenerCallback {

    private static final Logger LOG = LoggerFactory.getLogger(ListenerEntry.class);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final ServiceParts service;
    private final ListenerConfiguration configuration;
    private final AtomicInteger lastConnection;
    private final Duration firstRetry;
    private final Refusals refusals;

    /** Whether StartListen may have left something to stop. */
    private volatile boolean hasStarted;

    // All of the following are guarded by this.
    private ListenerStatus.State state = ListenerStatus.State.IDLE;
    private String reason = "";
    private long limit = ListenerSettings.NO_LIMIT;
    private int connections;
    private boolean stopped;
    private @Nullable GuardedListener listener;
    private @Nullable Thread retrying;

    /**
     * Makes an entry that does not listen.
     *
     * @param lastConnection gives connections their numbers, for all listeners
     * @param firstRetry     how long to wait before a failed start is tried again for the first time
     */
    ListenerEntry(
            ServiceParts service,
            ListenerConfiguration configuration,
            AtomicInteger lastConnection,
            Duration firstRetry) {
        this.service = service;
        this.configuration = configuration;
        this.lastConnection = lastConnection;
        this.firstRetry = firstRetry;
        this.refusals = new Refusals(configuration.name());
    }

    ListenerConfiguration configuration() {
        return configuration;
    }

    /** The listener cannot be started, and trying again would not help. */
    synchronized void down(String why) {
        state = ListenerStatus.State.DOWN;
        reason = why;
        LOG.warn("Listener {} is down: {}", configuration.name(), why);
    }

    /** GetSettings, StartListen; when that fails, again and again. */
    void start(GuardedListener created) {
        ListenerSettings settings = created.getSettings();
        synchronized (this) {
            listener = created;
            limit = settings.maxProtocolListenerConnectionCount();
        }
        if (!tryToListen(created)) {
            retry(created);
        }
    }

    /** Whether there is nothing left to try: it listens, or hangs in the attempt. */
    private boolean tryToListen(GuardedListener created) {
        try {
            created.startListen(this);
        } catch (CallFailed e) {
            down("StartListen failed: " + e.reason());
            hasStarted = e.isStuck();
            return e.isStuck();
        }
        synchronized (this) {
            state = ListenerStatus.State.LISTENING;
            reason = "";
        }
        hasStarted = true;
        LOG.info("Listener {} listens", configuration.name());
        return true;
    }

    private synchronized void retry(GuardedListener created) {
        if (!stopped) {
            retrying = Thread.ofVirtual().name("retry-" + configuration.name()).start(() -> keepTrying(created));
        }
    }

    private void keepTrying(GuardedListener created) {
        Duration pause = firstRetry;
        try {
            do {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_RETRY) < 0 ? pause.multipliedBy(2) : LONGEST_RETRY;
            } while (!isStopped() && !tryToListen(created));
        } catch (InterruptedException e) {
            LOG.debug("Listener {} is not tried any more", configuration.name());
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** StopListen. Live connections are left alone (Q41). */
    void stop() {
        GuardedListener created;
        Thread trying;
        synchronized (this) {
            stopped = true;
            created = hasStarted ? listener : null;
            trying = retrying;
            state = ListenerStatus.State.IDLE;
            reason = "";
        }
        if (trying != null) {
            trying.interrupt();
        }
        if (created != null) {
            created.stopListen();
        }
    }

    @Override
    public ProtocolConnectionCallback onConnected(ProtocolConnection connection, ConnectionSettings proposed)
            throws ProtocolException {
        Instant at = service.clock().instant();
        long start = System.nanoTime();
        try {
            Gate.refuseFromInside("OnConnected");
            admit(proposed.clientAddress());
        } catch (ProtocolException e) {
            refusals.refused(proposed.clientAddress(), String.valueOf(e.getMessage()));
            throw e;
        }
        var announced = announce(connection, proposed);
        var callback = announced.callback();
        long micros = (System.nanoTime() - start) / 1000;
        announced
                .trace()
                .add(new TracedCall(
                        at, "OnConnected", Party.LISTENER, Party.SERVICE, HResult.S_OK.toString(), micros, ""));
        announced.start();
        return callback;
    }

    private void admit(String address) throws ProtocolException {
        synchronized (this) {
            if (stopped) {
                throw new ProtocolException(HResult.E_ABORT, "the listener stops");
            }
            if (connections >= limit) {
                throw new ProtocolException(
                        HResult.E_TOO_MANY, "the listener has " + connections + " connections already");
            }
            connections++;
        }
        try {
            service.admission().admit(address);
        } catch (ProtocolException e) {
            left();
            throw e;
        }
    }

    private ClientConnection announce(ProtocolConnection connection, ConnectionSettings proposed) {
        int number = lastConnection.incrementAndGet();
        int random = ThreadLocalRandom.current().nextInt(0x1000000); // tells services apart, is no secret
        String id = number + "-" + HexFormat.of().toHexDigits(random, 6);
        var trace = service.traces()
                .begin(
                        id,
                        number,
                        configuration.name(),
                        configuration.provider(),
                        service.clock().instant());
        trace.client(proposed.clientAddress());
        var announced = new ClientConnection(service, number, this, trace, connection, proposed);
        service.admission().enter(announced);
        Correlation.of(
                        id,
                        () -> LOG.info(
                                "A connection from {} on listener {}", proposed.clientAddress(), configuration.name()))
                .run();
        return announced;
    }

    /** A connection that came through this listener is closed. */
    synchronized void left() {
        connections--;
    }

    synchronized ListenerStatus status() {
        return new ListenerStatus(
                configuration.name(),
                configuration.provider(),
                state,
                configuration.text("address", ""),
                reason,
                connections);
    }
}
