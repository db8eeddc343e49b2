package oriel.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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

    /** What somebody else wants of a connection that serves. */
    sealed interface Wish {
        /** The desktop shall be covered until its user has typed the password. */
        record Lock() implements Wish {}

        /** The desktop has ended unexpectedly. */
        record DesktopEnded(String reason) implements Wish {}
    }

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

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // All of the following are guarded by the lock.
    private Reached reached = Reached.ANNOUNCED;
    private boolean ready;
    private boolean closed;
    private boolean known;
    private @Nullable Ending ending;
    private @Nullable Watched waiting;
    private @Nullable Wish wish;
    private final Deque<Session> claimed = new ArrayDeque<>(2);

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
        this.figures = new ClientFigures(calls);
        this.setupEnds = System.nanoTime() + service.deadlines().setup().toNanos();
        this.thread = Thread.ofVirtual().name("connection-" + trace.id()).unstarted(this::run);
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
            LOG.debug("Connection {} leaves its sequence", trace.id());
        } catch (Abandoned e) {
            LOG.warn("Connection {}: {} came back after its thread was abandoned", trace.id(), e.getMessage());
            return;
        } catch (RuntimeException e) {
            LOG.error("Connection {}: the service itself has failed", trace.id(), e);
            end(Ending.failed(ErrorInfo.LOGON_PROCESS_ENDED, "the service itself has failed: " + e));
        }
        disconnect();
    }

    /** Runs the disconnect sequence, or what another thread left of it. */
    private void disconnect() {
        try {
            disconnect.run();
        } catch (Abandoned e) {
            LOG.warn("Connection {}: {} came back after its thread was abandoned", trace.id(), e.getMessage());
        }
    }

    @Override
    public void stuck(String call, Thread stuckThread) {
        end(Ending.failed(ErrorInfo.SERVER_DENIED_CONNECTION, call + " does not come back"));
        if (stuckThread == thread || disconnect.runsOn(stuckThread)) {
            Thread.ofVirtual().name("connection-" + trace.id()).start(this::disconnect);
        }
    }

    @Override
    public void brokeContract(String reason) {
        end(Ending.failed(ErrorInfo.SERVER_DENIED_CONNECTION, "the provider broke the contract: " + reason));
    }

    // What others tell.

    /** {@code OnReady} has come. */
    void ready() {
        lock.lock();
        try {
            ready = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The connection shall end. The first reason counts; what the connection waits for is interrupted.
     *
     * @return whether this was the first
     */
    boolean end(Ending why) {
        lock.lock();
        try {
            if (ending != null) {
                return false;
            }
            ending = why;
            changed.signalAll();
            if (waiting != null) {
                waiting.interrupt();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody wants something of the connection when it serves. */
    void wish(Wish wanted) {
        lock.lock();
        try {
            wish = wanted;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    // What the sequences wait for.

    /** Leaves the sequence if the connection has ended. */
    void goOn() throws ConnectionEnded {
        if (ending().isPresent()) {
            throw new ConnectionEnded();
        }
    }

    /** Waits for {@code OnReady}, within the setup deadline (Q22). */
    void awaitReady() throws ConnectionEnded {
        lock.lock();
        try {
            long left = setupEnds - System.nanoTime();
            while (!ready && ending == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (!ready && ending == null) {
                ending = Ending.failed(ErrorInfo.NONE, "OnReady did not come in time");
            }
        } catch (InterruptedException e) {
            end(Ending.failed(ErrorInfo.NONE, "the wait for OnReady was interrupted"));
        } finally {
            lock.unlock();
        }
        goOn();
    }

    /** Waits until somebody wants something, for as long as it takes. */
    Wish awaitWish() throws ConnectionEnded {
        lock.lock();
        try {
            while (wish == null && ending == null) {
                changed.awaitUninterruptibly();
            }
            if (ending != null || wish == null) {
                throw new ConnectionEnded();
            }
            Wish wanted = wish;
            wish = null;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the connection is closed and has left its session; returns after that time in any case. */
    boolean awaitClosed(Duration limit) {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
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
            begun(watched);
            return Optional.of(wait.run());
        } catch (InterruptedException e) {
            return Optional.empty(); // by the watchdog or by the end of the connection, never by others
        } finally {
            service.watchdog().forget(watched);
        }
    }

    /** This is what the end of the connection interrupts. */
    void begun(Watched watched) {
        lock.lock();
        try {
            waiting = watched;
            if (ending != null) {
                watched.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What is left of the setup deadline, a moment at least. */
    Duration setupLeft() {
        return Duration.ofNanos(Math.max(1, setupEnds - System.nanoTime()));
    }

    /** A deadline, cut to the setup deadline as long as the client does not see a session. */
    Duration limit(Duration deadline) {
        Duration left = setupLeft();
        return reached().atLeast(Reached.CONNECTED) || deadline.compareTo(left) < 0 ? deadline : left;
    }

    // What has become of it.

    void reached(Reached now) {
        lock.lock();
        try {
            reached = now;
        } finally {
            lock.unlock();
        }
    }

    Reached reached() {
        lock.lock();
        try {
            return reached;
        } finally {
            lock.unlock();
        }
    }

    Optional<Ending> ending() {
        lock.lock();
        try {
            return Optional.ofNullable(ending);
        } finally {
            lock.unlock();
        }
    }

    /** The session it has claimed last. */
    Optional<Session> session() {
        lock.lock();
        try {
            return Optional.ofNullable(claimed.peekLast());
        } finally {
            lock.unlock();
        }
    }

    /** All sessions it has claimed and not left: two for a moment, while arbitration moves it. */
    List<Session> claimed() {
        lock.lock();
        try {
            return List.copyOf(claimed);
        } finally {
            lock.unlock();
        }
    }

    /** It has claimed a session. */
    void claimed(Session session) {
        trace.session(session.number());
        lock.lock();
        try {
            claimed.addLast(session);
        } finally {
            lock.unlock();
        }
    }

    /** It has left a session for another one. */
    void left(Session session) {
        lock.lock();
        try {
            claimed.remove(session);
        } finally {
            lock.unlock();
        }
    }

    /** Somebody has logged on: the client's address is no stranger any more. */
    void known() {
        lock.lock();
        try {
            if (known) {
                return;
            }
            known = true;
        } finally {
            lock.unlock();
        }
        service.admission().known(address);
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
        service.admission().leave(this);
        listener.left();
        trace.end(service.clock().instant(), failed ? Trace.Outcome.FAILED : Trace.Outcome.ENDED, why.text());
        service.traces().end(trace);
        if (failed) {
            LOG.warn("Connection {} from {} has failed: {}", trace.id(), address, why.text());
        } else {
            LOG.info("Connection {} has ended: {}", trace.id(), why.text());
        }
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A call has failed whose failure changes nothing. */
    void log(String call, CallFailed failure) {
        if (ending().isEmpty()) {
            LOG.warn("Connection {}: {} failed: {} ({})", trace.id(), call, failure.reason(), failure.result());
        } else {
            LOG.debug("Connection {}: {} failed: {} ({})", trace.id(), call, failure.reason(), failure.result());
        }
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
