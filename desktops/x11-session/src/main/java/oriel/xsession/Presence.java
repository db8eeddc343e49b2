package oriel.xsession;

import java.util.HashMap;
import java.util.Map;

/** Who has sessions, counted from before the first process of a session starts. */
final class Presence {

    private final Map<Integer, Integer> sessions = new HashMap<>();

    synchronized void comes(int uid) {
        sessions.merge(uid, 1, Integer::sum);
    }

    /** One session less; true = it was this user's last. */
    synchronized boolean leaves(int uid) {
        return sessions.computeIfPresent(uid, (user, count) -> count > 1 ? count - 1 : null) == null;
    }
}
