package oriel.service;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The traces of live connections and of the last that ended; takes them to the trace directory on a thread of its own. */
final class Traces implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Traces.class);

    /** How long the writer rests after each trace. */
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private final Map<String, ConnectionTrace> live = new ConcurrentHashMap<>();
    private final Deque<Trace> ended = new ArrayDeque<>(); // newest first; guarded by itself
    private final List<TraceListener> followers = new CopyOnWriteArrayList<>();
    private final Optional<TraceDirectory> directory;
    /** What the writer has yet to write, oldest first; guarded by itself. */
    private final SequencedMap<String, ConnectionTrace> unwritten = new LinkedHashMap<>();

    private final Optional<Thread> writer;
    private boolean closed; // guarded by unwritten

    Traces(Optional<TraceDirectory> directory) {
        this.directory = directory;
        this.writer =
                directory.map(to -> Thread.ofVirtual().name("trace-writer").start(() -> writeTo(to)));
    }

    ConnectionTrace begin(String id, int connectionId, String listener, String provider, Instant at) {
        var trace = new ConnectionTrace(id, connectionId, listener, provider, at, this::called);
        live.put(id, trace);
        return trace;
    }

    /** Keeps what is known of a live connection, so that it survives this process. */
    void save(ConnectionTrace trace) {
        enqueue(trace);
    }

    /** A connection has ended, its trace is complete. */
    void end(ConnectionTrace connection) {
        Trace trace = connection.snapshot();
        synchronized (ended) {
            ended.addFirst(trace);
            if (ended.size() > TraceDirectory.KEPT) {
                ended.removeLast();
            }
        }
        live.remove(trace.id());
        tell(follower -> follower.ended(trace));
        enqueue(connection);
    }

    List<Trace> all() {
        List<Trace> traces = new ArrayList<>();
        live.values().forEach(trace -> traces.add(trace.snapshot()));
        synchronized (ended) {
            traces.addAll(ended);
        }
        traces.sort(Comparator.comparing(Trace::startedAt)
                .thenComparing(Trace::connectionId)
                .reversed());
        return traces;
    }

    Subscription follow(TraceListener listener) {
        followers.add(listener);
        return () -> followers.remove(listener);
    }

    void called(String id, TracedCall call) {
        tell(follower -> follower.called(id, call));
    }

    /** A follower that throws must not reach the connection it follows. */
    private void tell(Consumer<TraceListener> news) {
        for (TraceListener follower : followers) {
            try {
                news.accept(follower);
            } catch (RuntimeException e) {
                LOG.warn("A follower of traces has failed: {}", e.toString());
            }
        }
    }

    /** When more ends than can be written, the oldest are given up: only the newest would be kept anyway. */
    private void enqueue(ConnectionTrace trace) {
        if (directory.isEmpty()) {
            return;
        }
        synchronized (unwritten) {
            unwritten.putLast(trace.id(), trace);
            if (unwritten.size() > TraceDirectory.KEPT) {
                unwritten.pollFirstEntry();
            }
            unwritten.notifyAll();
        }
    }

    private void writeTo(TraceDirectory to) {
        try {
            for (var next = next(); next.isPresent(); next = next()) {
                write(next.get().snapshot(), to);
            }
        } catch (InterruptedException e) {
            LOG.warn("Traces are not kept any more: the writer was interrupted");
        }
    }

    /** The next trace to write; empty = closed, and nothing is left. Takes it slowly, so that a flood is not written whole. */
    private Optional<ConnectionTrace> next() throws InterruptedException {
        synchronized (unwritten) {
            long pauseUntil = System.nanoTime() + PAUSE;
            while (!closed && (unwritten.isEmpty() || System.nanoTime() < pauseUntil)) {
                if (unwritten.isEmpty()) {
                    unwritten.wait();
                } else {
                    TimeUnit.NANOSECONDS.timedWait(unwritten, pauseUntil - System.nanoTime());
                }
            }
            return Optional.ofNullable(unwritten.pollFirstEntry()).map(Map.Entry::getValue);
        }
    }

    private static void write(Trace trace, TraceDirectory to) {
        try {
            to.write(trace);
        } catch (IOException e) {
            LOG.warn("The trace of connection {} could not be kept: {}", trace.id(), e.toString());
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        synchronized (unwritten) {
            closed = true;
            unwritten.notifyAll();
        }
        writer.ifPresent(thread -> Waiting.join(thread, Duration.ofSeconds(2)));
    }
}
