package oriel.helper.privileged;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.HelperSettings;
import oriel.helper.protocol.ToHelper;
import oriel.wire.Octets;
import oriel.xsession.SessionEnd;
import oriel.xsession.SessionFigures;
import oriel.xsession.SessionLimits;
import oriel.xsession.SessionOrder;
import oriel.xsession.StartFailedException;
import oriel.xsession.XSession;

/** The X11 sessions that run. */
final class Sessions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private record Running(XSession session, PamSession pam, Grant grant) {}

    private final HelperSettings settings;
    private final PamServices.Choice service;
    private final Semaphore pamPlaces;
    private final Semaphore places;
    private final Grants grants;
    private final SessionHost host;
    private final FrontEnd frontEnd;
    private final Map<Integer, Running> running = new ConcurrentHashMap<>();

    /** Sessions that are being started; true = nobody wants them any more. */
    private final Map<Integer, Boolean> starting = new ConcurrentHashMap<>();

    Sessions(
            HelperSettings settings,
            PamServices.Choice service,
            Semaphore pamPlaces,
            Grants grants,
            SessionHost host,
            FrontEnd frontEnd) {
        this.settings = settings;
        this.service = service;
        this.pamPlaces = pamPlaces;
        this.places = new Semaphore(settings.sessions().most());
        this.grants = grants;
        this.host = host;
        this.frontEnd = frontEnd;
    }

    /** Starts a session for somebody who has the right to one. */
    void start(ToHelper.StartSession message) throws IOException, InterruptedException {
        Optional<Grant> grant = grants.take(message.order().account());
        if (grant.isEmpty()) {
            LOG.warn(
                    "A session was asked for as '{}', who has not logged on.",
                    message.order().account());
            throw new IOException("this user has not logged on a short while ago");
        }
        if (!places.tryAcquire()) {
            grant.get().discard();
            throw new IOException("no more than " + settings.sessions().most() + " sessions may run at once");
        }
        boolean started = false;
        starting.put(message.id(), false);
        try {
            start(message.id(), message.order(), grant.get());
            started = true;
        } finally {
            if (!started) {
                places.release();
            }
            if (Boolean.TRUE.equals(starting.remove(message.id()))) {
                stop(message.id());
            }
        }
    }

    private void start(int id, SessionOrder order, Grant grant) throws IOException, InterruptedException {
        Accounts.require(grant, settings);
        PamSession pam = PamSession.open(grant, service, pamPlaces);
        boolean started = false;
        try {
            var watch = new Watch(id);
            XSession session = host.start(capped(order, grant.account()), pam.environment(), watch::ended);
            running.put(id, new Running(session, pam, grant));
            started = true;
            LOG.info("Session {} of {} runs on display :{}.", order.number(), grant.account(), session.display());
            frontEnd.send(started(id, session));
            watch.told();
        } catch (StartFailedException e) {
            grants.add(grant.again(), settings.sessions().freshStart());
            LOG.warn("Session {} of {} did not start: {}.", order.number(), grant.account(), e.getMessage());
            frontEnd.send(new FromHelper.Failed(id, String.valueOf(e.getMessage()), e.tail()));
            throw new ToldException();
        } finally {
            if (!started) {
                pam.close();
            }
        }
    }

    /** The front end hears that a session has started before it hears that it has ended. */
    private final class Watch {

        private final int id;
        private boolean told;
        private Optional<SessionEnd> end = Optional.empty();

        Watch(int id) {
            this.id = id;
        }

        synchronized void ended(SessionEnd how) {
            end = Optional.of(how);
            if (told) {
                over(id, how);
            }
        }

        synchronized void told() {
            told = true;
            end.ifPresent(how -> over(id, how));
        }
    }

    private void over(int id, SessionEnd end) {
        Running gone = running.remove(id);
        if (gone == null) {
            return;
        }
        close(gone);
        if (!end.orderly()) {
            grants.add(gone.grant.again(), settings.sessions().freshStart());
        }
        frontEnd.send(new FromHelper.SessionEnded(id, end.orderly(), end.reason(), end.tail()));
    }

    private void close(Running gone) {
        gone.pam.close();
        places.release();
    }

    private SessionOrder capped(SessionOrder order, String account) {
        SessionLimits most = settings.sessions().limits();
        SessionLimits asked = order.limits();
        var limits = new SessionLimits(
                (int) lesser(asked.processor(), most.processor()), lesser(asked.memory(), most.memory()), (int)
                        lesser(asked.processes(), most.processes()));
        return new SessionOrder(
                order.number(),
                account,
                order.screen(),
                order.desktop(),
                order.program(),
                order.keyboard(),
                order.locale(),
                order.timeZone(),
                limits,
                order.sound());
    }

    /** The lesser of two limits, where 0 is none. */
    private static long lesser(long asked, long most) {
        return asked == 0 ? most : most == 0 ? asked : Math.min(asked, most);
    }

    private static FromHelper started(int id, XSession session) {
        return new FromHelper.SessionStarted(
                id,
                session.display(),
                session.socket().toString(),
                Octets.of(session.cookie()),
                session.uid(),
                session.desktop(),
                session.sound().map(Object::toString).orElse(""),
                session.log().toString());
    }

    /** What a session uses; one that has ended meanwhile uses nothing. */
    void figures(int id) {
        Running found = running.get(id);
        if (found == null) {
            frontEnd.send(new FromHelper.Figures(id, 0, 0, 0));
            return;
        }
        SessionFigures figures = found.session.figures();
        frontEnd.send(new FromHelper.Figures(
                id,
                Math.max(0, figures.processes()),
                Math.max(0, figures.memory()),
                Math.max(0, figures.processor().toMillis())));
    }

    /** Ends a session. */
    void stop(int id) {
        if (starting.computeIfPresent(id, (_, _) -> true) != null) {
            return; // it is ended as soon as it has started
        }
        Running found = running.remove(id);
        if (found != null) {
            found.session.stop();
            close(found);
        }
        frontEnd.send(new FromHelper.Over(id));
    }

    /** Ends all sessions, together. */
    @Override
    public void close() {
        endAll();
    }

    /** Ends everything, side by side. */
    void endAll() {
        Threads.all(
                running.keySet().stream().<Runnable>map(id -> () -> stop(id)).toList());
    }
}
