package oriel.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.SessionEvent;
import oriel.contract.protocol.SessionId;

/**
 * Tells everybody who wants to know what happens to sessions. Each listener is told by a thread of its own, in order, so
 * that one that does not come back holds up nobody else; one that falls far behind loses the oldest events.
 */
final class SessionEvents {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEvents.class);
    private static final int BACKLOG = 1000;

    private record Event(SessionId session, SessionEvent event) {}

    private final List<Teller> tellers = new CopyOnWriteArrayList<>();

    void happened(Session session, SessionEvent event) {
        for (Teller teller : tellers) {
            teller.tell(new Event(session.session(), event));
        }
    }

    Subscription follow(SessionListener listener) {
        var teller = new Teller(listener);
        tellers.add(teller);
        return () -> {
            tellers.remove(teller);
            teller.thread.interrupt();
        };
    }

    /** Ends it: everybody hears what has happened so far, within that time, and nothing afterwards. */
    void close(Duration limit) {
        tellers.forEach(Teller::end);
        long until = System.nanoTime() + limit.toNanos();
        for (Teller teller : tellers) {
            Waiting.join(teller.thread, Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            teller.thread.interrupt();
        }
        tellers.clear();
    }

    private static final class Teller {
        /** What is to be told; an empty entry ends it. */
        private final BlockingQueue<Optional<Event>> events = new LinkedBlockingQueue<>(BACKLOG);

        private final SessionListener listener;
        private final Thread thread;

        Teller(SessionListener listener) {
            this.listener = listener;
            this.thread = Thread.ofVirtual().name("session-events").unstarted(this::run);
            thread.start();
        }

        void tell(Event event) {
            enqueue(Optional.of(event));
        }

        void end() {
            enqueue(Optional.empty());
        }

        private void enqueue(Optional<Event> entry) {
            while (!events.offer(entry)) {
                events.poll();
            }
        }

        private void run() {
            try {
                for (var next = events.take(); next.isPresent(); next = events.take()) {
                    tellListener(next.get());
                }
            } catch (InterruptedException e) {
                LOG.debug("A listener of session events is told no more");
            }
        }

        private void tellListener(Event next) {
            try {
                listener.sessionChanged(next.session, next.event);
            } catch (RuntimeException e) {
                LOG.warn("A listener of session events has failed: {}", e.toString());
            }
        }
    }
}
