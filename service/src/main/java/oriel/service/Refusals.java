package oriel.service;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs refused clients, at most one line in a while, so that a flood of them does not become a flood of lines. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final long QUIET = Duration.ofSeconds(1).toNanos();

    private final String listener;
    private long lastLine = System.nanoTime() - QUIET; // guarded by this
    private int unsaid; // guarded by this

    Refusals(String listener) {
        this.listener = listener;
    }

    synchronized void refused(String address, String reason) {
        long now = System.nanoTime();
        if (now - lastLine < QUIET) {
            unsaid++;
            return;
        }
        LOG.warn("A client from {} was refused on listener {}: {} ({} more unsaid)", address, listener, reason, unsaid);
        lastLine = now;
        unsaid = 0;
    }
}
