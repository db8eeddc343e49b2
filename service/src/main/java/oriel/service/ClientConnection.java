package oriel.service;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.ProtocolConnection;
import oriel.contract.protocol.ProtocolConnectionCallback;

/**
 * The service's record of one connection. A virtual thread of its own runs its sequences from top to bottom; others never
 * act on it but tell it what they want: that it ends, that its session shall be locked. If a provider does not come back
 * from a call, that thread is abandoned and another one takes the connection down.
 */
final class ClientConnection implements Gate.Harm {

    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    /** Something of the service's or a desktop's that waits and heeds interrupts. */
    @FunctionalInterface
    interface Wait<T> {
        T run() throws InterruptedException;
    }

    private final ServiceParts service;
    private final int number;
    private final ListenerEntry listener;
    private final String address;
    private final ConnectionSettings proposed;
    private final ConnectionTrace trace;
    private final GuardedConnection calls;
    private final DisconnectSequence disconnect;
    private final ClientFigures figures;
    private final Thread thread;
    private final long setupEnds;

    private final ConnectionState state = new ConnectionState();
    private final AtomicBoolean known = new AtomicBoolean();
    private final AtomicReference<License> license = new AtomicReference<>(License.NONE);
    private final Deque<Session> claimed = new ConcurrentLinkedDeque<>();

    /** Records a connection; {@link #start()} sets it going. */
    ClientConnection(
            ServiceParts service,
            int number,
            ListenerEntry listener,
            ConnectionTrace trace,
            ProtocolConnection provided,
            ConnectionSettings proposed) {
        this.service = service;
        this.number = number;
        this.listener = listener;
        this.address = proposed.clientAddress();
        this.proposed = proposed;
        Arrays.fill(proposed.password(), '\0'); // passwords count where they are asked for (Q39), not here
        this.trace = trace;
        this.calls = new GuardedConnection(this, provided, service.gate(trace, this), service.deadlines());
        this.disconnect = new DisconnectSequence(service, this);
        this.figures = new ClientFigures(trace.id(), calls);
        this.setupEnds = System.nanoTime() + service.deadlines().setup().toNanos();
        this.thread =
                Thread.ofVirtual().name("connection-" + trace.id()).unstarted(Correlation.of(trace.id(), this::run));
    }

    void start() {
        thread.start();
    }

    ProtocolConnectionCallback callback() {
        return new ConnectionCallback(this, service.clock());
    }

    private void run() {
        try {
            new ConnectionSequence(service, this).run();
        } catch (ConnectionEnded e) {
            LOG.debug("The connection leaves its sequence");
        } catch (Abandoned e) {
            LOG.warn("{} came back after its thread was abandoned", e.getMessage());
            return;
        } catch (RuntimeException | Error e) {
            LOG.error("The service itself has failed", e);
            end(Ending.failed(ErrorInfo.LOGON_PROCESS_ENDED, "the service itself has failed: " + e));
        }
        disconnect();
    }

    /** Runs the disconnect sequence, or what another thread left of it; a step that fails does not keep the next from coming. */
    private void disconnect() {
        try {
            while (!disconnect.isDone()) {
                disconnectFurther();
            }
        } catch (Abandoned e) {
            LOG.warn("{} came back after its thread was abandoned", e.getMessage());
        }
    }

    private void disconnectFurther() {
        try {
            disconnect.run();
        } catch (Abandoned e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.error("A step of the disconnect sequence has failed", e);
        }
    }

    @Override
    public void stuck(String call, Thread stuckThread) {
        end(Ending.failed(ErrorInfo.SERVER_DENIED_CONNECTION, call + " does not come back"));
        if (stuckThread == thread || disconnect.runsOn(stuckThread)) {
            Thread.ofVirtual().name("connection-" + trace.id()).start(Correlation.of(trace.id(), this::disconnect));
        }
    }

    @Override
    public void brokeContract(String reason) {
        end(Ending.failed(ErrorInfo.SERVER_DENIED_CONNECTION, "the provider broke the contract: " + reason));
    }

    /** The connection shall end; the first reason counts. */
    void end(Ending why) {
        if (state.end(why)) {
            LOG.debug("Connection {} shall end: {}", trace.id(), why.text());
        }
    }

    Optional<Ending> ending() {
        return state.ending();
    }

    /** Leaves the sequence if the connection has ended. */
    void goOn() throws ConnectionEnded {
        if (state.ending().isPresent()) {
            throw new ConnectionEnded();
        }
    }

    /** Waits for {@code OnReady}, within the setup deadline (Q22). */
    void awaitReady() throws ConnectionEnded {
        try {
            if (!state.awaitReady(setupLeft())) {
                end(Ending.failed(ErrorInfo.NONE, "OnReady did not come in time"));
            }
        } catch (InterruptedException e) {
            end(Ending.failed(ErrorInfo.NONE, "the wait for OnReady was interrupted"));
        }
        goOn();
    }

    /** Waits until somebody wants something, for as long as it takes. */
    ConnectionState.Wish awaitWish() throws ConnectionEnded {
        return state.awaitWish().orElseThrow(ConnectionEnded::new);
    }

    /**
     * Runs something that waits for the user or takes long, and ends when the connection ends.
     *
     * @param what  what it is, for messages
     * @param limit how long it may take; then the connection ends with {@link ErrorInfo#LOGON_TIMEOUT}
     */
    <T> T await(String what, Duration limit, Wait<T> wait) throws ConnectionEnded {
        goOn();
        Thread waiter = Thread.currentThread();
        var watched = new Watched(what, limit, service.deadlines().grace(), () -> stuck(what, waiter));
        Optional<T> result = watch(watched, wait);
        if (!watched.finish()) {
            throw new Abandoned(what);
        }
        if (result.isEmpty()) {
            end(new Ending(Ending.Kind.TIME_LIMIT, ErrorInfo.LOGON_TIMEOUT, what + " took too long"));
        }
        goOn();
        return result.orElseThrow(ConnectionEnded::new);
    }

    private <T> Optional<T> watch(Watched watched, Wait<T> wait) {
        service.watchdog().watch(watched);
        try {
            state.waitsFor(watched);
            return Optional.of(wait.run());
        } catch (InterruptedException e) {
            return Optional.empty(); // by the watchdog or by the end of the connection, never by others
        } finally {
            service.watchdog().forget(watched);
        }
    }

    /** What is left of the setup deadline, a moment at least. */
    Duration setupLeft() {
        return Duration.ofNanos(Math.max(1, setupEnds - System.nanoTime()));
    }

    /** A deadline, cut to the setup deadline as long as the client does not see a session. */
    Duration limit(Duration deadline) {
        Duration left = setupLeft();
        return state.reached().atLeast(Reached.CONNECTED) || deadline.compareTo(left) < 0 ? deadline : left;
    }

    /** The session it has claimed last. */
    Optional<Session> session() {
        return Optional.ofNullable(claimed.peekLast());
    }

    /** All sessions it has claimed and not left: two for a moment, while arbitration moves it. */
    Collection<Session> claimed() {
        return claimed;
    }

    /** It has claimed a session. */
    void claimed(Session session) {
        trace.session(session.number());
        claimed.addLast(session);
    }

    /** It has left a session for another one. */
    void left(Session session) {
        claimed.remove(session);
    }

    /** Somebody has logged on: the client's address is no stranger any more. */
    void known() {
        if (known.compareAndSet(false, true)) {
            service.admission().known(address);
        }
    }

    /** Licensing has given it something, or a refusal; whatever it is goes when the connection goes. */
    void licensed(License given) {
        license.set(given);
    }

    License license() {
        return license.get();
    }

    /** Nothing more is called on it: forgets it everywhere. */
    void closed() {
        Ending why = ending().orElse(Ending.BROKEN);
        boolean failed = switch (why.kind()) {
            case FAILED, REFUSED -> true;
            case BROKEN -> session().flatMap(Session::user).isEmpty();
            case DISCONNECTED, TIME_LIMIT, LOGGED_OFF, STOPPED -> false;
        };
        known();
        license.get().close();
        service.admission().leave(this);
        listener.left();
        trace.end(service.clock().instant(), failed ? Trace.Outcome.FAILED : Trace.Outcome.ENDED, why.text());
        service.traces().end(trace);
        if (why.kind() == Ending.Kind.BROKEN) {
            LOG.debug(
                    "The connection from {} has ended: {}",
                    address,
                    why.text()); // its provider knows more, and has said it
        } else if (failed) {
            LOG.warn("The connection from {} has failed: {}", address, why.text());
        } else {
            LOG.info("The connection from {} has ended: {}", address, why.text());
        }
        state.closed();
    }

    /** A call has failed whose failure changes nothing. */
    void log(String call, CallFailed failure) {
        if (ending().isEmpty()) {
            LOG.warn("{} failed: {} ({})", call, failure.reason(), failure.result());
        } else {
            LOG.debug("{} failed: {} ({})", call, failure.reason(), failure.result());
        }
    }

    ConnectionState state() {
        return state;
    }

    int number() {
        return number;
    }

    String id() {
        return trace.id();
    }

    String address() {
        return address;
    }

    ListenerEntry listener() {
        return listener;
    }

    ConnectionSettings proposed() {
        return proposed;
    }

    ConnectionTrace trace() {
        return trace;
    }

    GuardedConnection calls() {
        return calls;
    }

    ClientFigures figures() {
        return figures;
    }
}
