package oriel.service;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the calls of one connection. Bounded: the first and the last calls are kept; queries that come again and again
 * (figures for session lists) are kept once each, with how often they were asked. Safe to use from many threads.
 */
final class ConnectionTrace {

    private static final int FIRST = 150;
    private static final int LAST = 150;
    private static final int DIFFERENT_QUERIES = 50;
    private static final Set<String> QUERIES = Set.of("GetProtocolStatus", "GetLastInputTime", "QueryProperty");

    /** Hears of what is added. */
    interface Follower {
        void called(String id, TracedCall call);
    }

    private record Asked(TracedCall first, int times) {}

    private final String id;
    private final int connectionId;
    private final String listener;
    private final String provider;
    private final Instant startedAt;
    private final Follower follower;

    // All of the following are guarded by this.
    private final List<TracedCall> first = new ArrayList<>(32);
    private final Deque<TracedCall> last = new ArrayDeque<>();
    private final Map<String, Asked> queries = new LinkedHashMap<>();
    private String client = "";
    private String user = "";
    private int sessionId;
    private Optional<Instant> endedAt = Optional.empty();
    private Trace.Outcome outcome = Trace.Outcome.OPEN;
    private String reason = "";

    ConnectionTrace(
            String id, int connectionId, String listener, String provider, Instant startedAt, Follower follower) {
        this.id = id;
        this.connectionId = connectionId;
        this.listener = listener;
        this.provider = provider;
        this.startedAt = startedAt;
        this.follower = follower;
    }

    String id() {
        return id;
    }

    void add(TracedCall call) {
        if (keep(call)) {
            follower.called(id, call);
        }
    }

    private synchronized boolean keep(TracedCall call) {
        if (QUERIES.contains(call.call())) {
            String key = call.call() + ' ' + call.note() + ' ' + call.result();
            Asked asked = queries.get(key);
            if (asked == null && queries.size() == DIFFERENT_QUERIES) {
                return false;
            }
            queries.put(key, asked == null ? new Asked(call, 1) : new Asked(asked.first, asked.times + 1));
            return asked == null;
        }
        if (first.size() < FIRST) {
            first.add(call);
        } else {
            if (last.size() == LAST) {
                last.removeFirst();
            }
            last.addLast(call);
        }
        return true;
    }

    synchronized void client(String text) {
        client = text;
    }

    synchronized void user(String name) {
        user = name;
    }

    synchronized void session(int number) {
        sessionId = number;
    }

    synchronized void end(Instant at, Trace.Outcome how, String why) {
        endedAt = Optional.of(at);
        outcome = how;
        reason = why;
    }

    /** What was collected so far. */
    synchronized Trace snapshot() {
        List<TracedCall> calls = new ArrayList<>(first.size() + last.size() + queries.size());
        calls.addAll(first);
        calls.addAll(last);
        queries.values().forEach(asked -> calls.add(counted(asked)));
        if (!queries.isEmpty()) {
            calls.sort(Comparator.comparing(TracedCall::at)); // stable: calls of one instant keep their order
        }
        return new Trace(
                id,
                connectionId,
                listener,
                provider,
                client,
                user,
                sessionId,
                startedAt,
                endedAt,
                outcome,
                reason,
                calls);
    }

    private static TracedCall counted(Asked asked) {
        TracedCall call = asked.first;
        if (asked.times == 1) {
            return call;
        }
        String note = (call.note() + " (asked " + asked.times + " times)").strip();
        return new TracedCall(call.at(), call.call(), call.from(), call.to(), call.result(), call.micros(), note);
    }
}
