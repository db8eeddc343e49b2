package oriel.service;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches everything that runs under a deadline, with one thread for all: a call costs an entry in a set, no timer and no
 * thread of its own. A deadline strikes up to one tick late. The thread is a real one, so that foreign code that spins
 * cannot starve it.
 */
final class Watchdog implements AutoCloseable {

    private static final long LONGEST_TICK = Duration.ofMillis(250).toNanos();
    private static final long SHORTEST_TICK = Duration.ofMillis(2).toNanos();

    private final Set<Watched> running = ConcurrentHashMap.newKeySet();
    private final long tick;
    private final Thread thread;
    private volatile boolean resting;
    private volatile boolean closed;

    Watchdog(Deadlines deadlines) {
        long shortest = Math.min(deadlines.grace().toNanos(), deadlines.notice().toNanos());
        tick = Math.clamp(shortest / 4, SHORTEST_TICK, LONGEST_TICK);
        thread = Thread.ofPlatform().daemon().name("watchdog").start(this::run);
    }

    void watch(Watched watched) {
        running.add(watched);
        if (resting) {
            LockSupport.unpark(thread);
        }
    }

    void forget(Watched watched) {
        running.remove(watched);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (!closed) {
            rest();
            LockSupport.parkNanos(this, tick);
            long now = System.nanoTime();
            running.forEach(watched -> watched.check(now));
        }
    }

    /** Sleeps while nothing is watched. */
    private void rest() {
        resting = true;
        while (running.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        resting = false;
    }
}
