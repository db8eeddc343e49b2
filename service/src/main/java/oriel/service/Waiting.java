package oriel.service;

import java.time.Duration;

/** Waits of threads that have nothing else to be told than to give up waiting. */
final class Waiting {

    private Waiting() {}

    /** Waits for a thread to end, at most so long; an interrupt ends the wait and stays for the caller to see. */
    static void join(Thread thread, Duration limit) {
        try {
            thread.join(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
