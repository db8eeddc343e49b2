package oriel.service;

import org.slf4j.MDC;

/**
 * The correlation id of a connection, in the diagnostic context of every thread that works for it: all its log lines carry it,
 * those of providers and desktops too, and it is the id of its trace.
 */
final class Correlation {

    /** The name of the id in the diagnostic context. */
    private static final String KEY = "connection";

    private Correlation() {}

    /** The same work, done in the name of a connection; for a thread that does nothing else. */
    static Runnable of(String id, Runnable work) {
        return () -> {
            try (var _ = MDC.putCloseable(KEY, id)) {
                work.run();
            }
        };
    }
}
