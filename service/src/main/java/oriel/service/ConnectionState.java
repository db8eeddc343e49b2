package oriel.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection stands, and where others leave word for it: that the provider is ready, that it shall end, that
 * somebody wants something of it. Its own thread waits here; the lock is held for a few assignments at a time.
 */
final class ConnectionState {

    /** What somebody else wants of a connection that serves. */
    sealed interface Wish {
        /** The desktop shall be covered until its user has typed the password. */
        record Lock() implements Wish {}

        /** The desktop has ended unexpectedly; the last lines of its log say more. */
        record DesktopEnded(String reason, List<String> tail) implements Wish {}
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // All of the following are guarded by the lock.
    private Reached reached = Reached.ANNOUNCED;
    private boolean ready;
    private boolean leaving;
    private boolean closed;
    private int queries;
    private @Nullable Ending ending;
    private @Nullable Watched waiting;
    private @Nullable Wish wish;

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
     * Waits for {@code OnReady} or the end.
     *
     * @return false if neither has come in that time
     */
    boolean awaitReady(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (!ready && ending == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return ready || ending != null;
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

    Optional<Ending> ending() {
        lock.lock();
        try {
            return Optional.ofNullable(ending);
        } finally {
            lock.unlock();
        }
    }

    /** The connection's thread is about to wait for this; the end of the connection interrupts it. */
    void waitsFor(Watched watched) {
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

    /** Waits until somebody wants something, for as long as it takes; empty = the connection has ended. */
    Optional<Wish> awaitWish() {
        lock.lock();
        try {
            while (wish == null && ending == null) {
                changed.awaitUninterruptibly();
            }
            Optional<Wish> wanted = ending == null ? Optional.ofNullable(wish) : Optional.empty();
            wish = null;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** It has come so far. */
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

    /**
     * Somebody wants to ask the provider something that may be asked at any time.
     *
     * @return whether it may be asked now; then {@link #answered()} must follow
     */
    boolean asks() {
        lock.lock();
        try {
            boolean allowed = reached.atLeast(Reached.CONNECTED) && !leaving;
            queries += allowed ? 1 : 0;
            return allowed;
        } finally {
            lock.unlock();
        }
    }

    void answered() {
        lock.lock();
        try {
            queries--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The disconnect sequence begins: nothing is asked any more; what was asked is answered, or has had that time. */
    void leaves(Duration limit) {
        lock.lock();
        try {
            leaving = true;
            long left = limit.toNanos();
            while (queries > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is called on the connection any more. */
    void closed() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the connection is closed, at most so long. */
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
}
