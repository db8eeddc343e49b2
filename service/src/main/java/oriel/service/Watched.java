package oriel.service;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Foreign code that the present thread is about to run under a deadline. Whose time is up is interrupted; who does not even
 * heed that is abandoned: somebody else carries on in its place, and the thread, should it ever come back, finds out from
 * {@link #finish()} that it has nothing more to say.
 */
final class Watched {

    private enum State {
        RUNNING,
        INTERRUPTED,
        ABANDONED,
        DONE
    }

    private final String name;
    private final Thread thread = Thread.currentThread();
    private final long deadline;
    private final long grace;
    private final Runnable onAbandoned;

    // Guarded by this. An interrupt is only ever sent while the code runs, so none can hit what the thread does
    // afterwards.
    private State state = State.RUNNING;
    private boolean timedOut;
    private long abandonAt;
    private @Nullable String calledBack;

    /**
     * Begins now, on the present thread.
     *
     * @param name        what runs, for messages
     * @param limit       how long it may take
     * @param grace       how long it may go on after it was interrupted
     * @param onAbandoned carries on in place of the thread; runs on the watchdog's thread and returns at once
     */
    Watched(String name, Duration limit, Duration grace, Runnable onAbandoned) {
        this.name = name;
        this.deadline = System.nanoTime() + limit.toNanos();
        this.grace = grace.toNanos();
        this.onAbandoned = onAbandoned;
    }

    String name() {
        return name;
    }

    /** The result is not wanted any more: wakes the thread. */
    synchronized void interrupt() {
        if (state == State.RUNNING) {
            state = State.INTERRUPTED;
            abandonAt = System.nanoTime() + grace;
            thread.interrupt();
        }
    }

    /** Looks at the clock: interrupts or abandons what has had its time. */
    void check(long now) {
        if (expire(now)) {
            onAbandoned.run();
        }
    }

    private synchronized boolean expire(long now) {
        if (state == State.RUNNING && now - deadline >= 0) {
            timedOut = true;
            interrupt();
        } else if (state == State.INTERRUPTED && now - abandonAt >= 0) {
            state = State.ABANDONED;
            return true;
        }
        return false;
    }

    /** The foreign code has called the service back, which it must not. */
    synchronized void calledBack(String call) {
        calledBack = call;
    }

    /**
     * The foreign code has come back.
     *
     * @return false if its thread was abandoned meanwhile
     */
    synchronized boolean finish() {
        if (state == State.INTERRUPTED) {
            Thread.interrupted(); // it was meant for the foreign code alone
        }
        if (state == State.ABANDONED) {
            return false;
        }
        state = State.DONE;
        return true;
    }

    synchronized boolean timedOut() {
        return timedOut;
    }

    /** Which call of the service's was made from inside; null = none, as it should be. */
    synchronized @Nullable String calledBack() {
        return calledBack;
    }
}
