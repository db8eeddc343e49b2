package oriel.helper.privileged;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Who has logged on a short while ago. A right is used once, and is over after its time. Thread-safe. */
final class Grants implements AutoCloseable {

    /** More logons of one user than this, none of them used, and the oldest is forgotten. */
    private static final int MOST_OF_ONE = 4;

    private final Map<String, Deque<Grant>> held = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("grants").factory());

    /** Somebody has the right for a while. */
    void add(Grant grant, Duration time) {
        String user = grant.identity().userName();
        synchronized (this) {
            Deque<Grant> theirs = held.computeIfAbsent(user, _ -> new ArrayDeque<>());
            theirs.addLast(grant);
            if (theirs.size() > MOST_OF_ONE) {
                theirs.removeFirst().discard();
            }
        }
        var _ = timer.schedule(() -> expire(user, grant), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void expire(String user, Grant grant) {
        Deque<Grant> theirs = held.get(user);
        if (theirs == null) {
            return;
        }
        // Compared as objects: equal rights of later logons stay.
        for (var each = theirs.iterator(); each.hasNext(); ) {
            if (isSame(each.next(), grant)) {
                each.remove();
                grant.discard();
            }
        }
        if (theirs.isEmpty()) {
            held.remove(user);
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Grant one, Grant other) {
        return one == other;
    }

    /** Uses the newest right of a user. */
    synchronized Optional<Grant> take(String userName) {
        Deque<Grant> theirs = held.get(userName);
        if (theirs == null) {
            return Optional.empty();
        }
        Optional<Grant> newest = Optional.ofNullable(theirs.pollLast());
        if (theirs.isEmpty()) {
            held.remove(userName);
        }
        return newest;
    }

    /** Nobody has any right any more. */
    @Override
    public synchronized void close() {
        timer.shutdownNow();
        held.values().forEach(theirs -> theirs.forEach(Grant::discard));
        held.clear();
    }
}
