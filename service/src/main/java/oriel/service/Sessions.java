package oriel.service;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.Desktop;
import oriel.contract.protocol.SessionEvent;
import oriel.contract.protocol.SessionId;
import oriel.identity.Identity;

/**
 * All sessions of this host. Numbers begin at 1 and are not given again while the service runs, so that an administrator
 * who types a number never hits a newer session.
 */
final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final Clock clock;
    private final SessionEvents events;
    private final Duration patience;
    private final AtomicInteger lastNumber = new AtomicInteger();
    private long lastEntry; // guarded by this
    private final ConcurrentNavigableMap<Integer, Session> byNumber = new ConcurrentSkipListMap<>();

    /** Makes an empty list; {@code patience} is how long the end of a desktop is waited for. */
    Sessions(Clock clock, SessionEvents events, Duration patience) {
        this.patience = patience;
        this.clock = clock;
        this.events = events;
    }

    /** Makes a session for a client; nobody is logged on to it. */
    Session create(Client client) {
        var id = new SessionId(UUID.randomUUID(), lastNumber.incrementAndGet());
        var session = new Session(id, clock, events, client);
        byNumber.put(session.number(), session);
        return session;
    }

    Optional<Session> find(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** The session of that number, unless the number meanwhile means another one (Q16). */
    Optional<Session> find(SessionId id) {
        return find(id.sessionId()).filter(session -> session.session().equals(id));
    }

    List<Session> all() {
        return List.copyOf(byNumber.values());
    }

    /**
     * A user has proved to be theirs what is in this session. Of two connections of one user that come here at once, the
     * second sees the session of the first, and the first never that of the second: else each would end the other.
     *
     * @return the other sessions of that user, the most recently left first
     */
    synchronized List<Session> enter(Session session, Identity user) {
        session.enter(user, ++lastEntry);
        return others(session, user);
    }

    /** The other sessions of a user who has entered one: those that were entered before, and those that have a desktop. */
    List<Session> others(Session session, Identity user) {
        return byNumber.values().stream()
                .filter(other -> other != session && !other.ended())
                .filter(other ->
                        other.entry() < session.entry() || other.desktop().isPresent())
                .filter(other -> other.user().filter(owner -> same(owner, user)).isPresent())
                .sorted(Comparator.comparing(
                                (Session other) -> other.disconnectedAt().orElse(other.startedAt()))
                        .reversed())
                .toList();
    }

    /** The sessions of a user with a desktop. */
    List<Session> of(String userName) {
        return byNumber.values().stream()
                .filter(session -> session.desktop().isPresent())
                .filter(session -> session.user()
                        .filter(owner -> owner.userName().equals(userName))
                        .isPresent())
                .toList();
    }

    private static boolean same(Identity one, Identity other) {
        return one.userName().equals(other.userName()) && one.domain().equalsIgnoreCase(other.domain());
    }

    /**
     * A user is about to stay in a session, which then counts.
     *
     * @return why there is no room; empty = the session stays
     */
    synchronized Optional<String> stay(Session session, Admission admission) {
        Optional<String> refusal = admission.refusal(staying());
        session.stay(refusal.isEmpty());
        return refusal;
    }

    /** How many sessions have a user who stays. */
    int staying() {
        return (int) byNumber.values().stream().filter(Session::staying).count();
    }

    /** Ends a session: first its desktop, then the session itself. Ending twice is no error. */
    void end(Session session) {
        if (!session.reset()) {
            return;
        }
        session.attachment().ifPresent(Attachment::cut);
        session.uncover();
        session.desktop().ifPresent(desktop -> close(session, desktop));
        byNumber.remove(session.number());
        if (session.desktop().isPresent()) {
            events.happened(session, SessionEvent.LOGOFF);
            LOG.info(
                    "Session {} of {} has ended",
                    session.number(),
                    session.user().map(Identity::userName).orElse("nobody"));
        }
    }

    /** What is left of a desktop that has ended goes away; the session stays. */
    void clear(Session session) {
        session.desktop().ifPresent(desktop -> close(session, desktop));
    }

    /** A desktop that takes its time to end, or never ends, must not keep its client waiting. */
    private void close(Session session, Desktop desktop) {
        Thread closing = Thread.ofVirtual().name("desktop-end").start(() -> closeNow(session, desktop));
        Waiting.join(closing, patience);
        if (closing.isAlive()) {
            LOG.warn("The desktop of session {} has not ended yet", session.number());
        }
    }

    private static void closeNow(Session session, Desktop desktop) {
        try {
            desktop.close();
        } catch (RuntimeException e) {
            LOG.warn("The desktop of session {} did not end as it should: {}", session.number(), e.toString());
        }
    }
}
