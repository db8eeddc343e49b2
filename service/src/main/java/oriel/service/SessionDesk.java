package oriel.service;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.SessionHost;
import oriel.contract.desktop.SessionInformation;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.SessionEvent;
import oriel.identity.Identity;

/** What a desktop may ask of its session. Returns at once: whatever takes time is done by the connection's own thread. */
final class SessionDesk implements SessionHost {

    private static final Logger LOG = LoggerFactory.getLogger(SessionDesk.class);

    private final ServiceParts service;
    private final Session session;

    SessionDesk(ServiceParts service, Session session) {
        this.service = service;
        this.session = session;
    }

    @Override
    public SessionInformation information() {
        Optional<ClientConnection> connection = session.holder();
        var figures = connection.map(to -> to.figures().latest()).orElse(ClientFigures.Figures.NONE);
        var trace = connection.map(to -> to.trace().snapshot());
        return new SessionInformation(
                session.number(),
                session.user().map(Identity::userName).orElse(""),
                session.state().toString(),
                service.configuration().hostName(),
                session.startedAt(),
                session.connectedAt().orElse(session.startedAt()),
                connection.isPresent() ? session.client().data().protocolName() : "",
                connection.isPresent() ? session.client().text() : "",
                figures.codec(),
                figures.security(),
                figures.roundTrip(),
                figures.status().output().wdFrames(),
                figures.status().output().bytes(),
                figures.status().input().bytes(),
                trace.map(SessionDesk::calls).orElse(List.of()));
    }

    private static List<SessionInformation.Call> calls(Trace trace) {
        return trace.calls().stream()
                .map(call -> new SessionInformation.Call(
                        call.at(), call.from(), call.to(), call.call(), call.result(), call.micros()))
                .toList();
    }

    @Override
    public void lock() {
        if (session.lock(true)) {
            service.events().happened(session, SessionEvent.LOCK);
            session.holder().ifPresent(to -> to.state().wish(new ConnectionState.Wish.Lock()));
        }
    }

    @Override
    public void disconnect() {
        session.holder().ifPresent(to -> to.end(Ending.of(Ending.Kind.DISCONNECTED, ErrorInfo.DISCONNECTED_BY_USER)));
    }

    @Override
    public void logoff() {
        end(Ending.of(Ending.Kind.LOGGED_OFF, ErrorInfo.LOGGED_OFF_BY_USER));
    }

    @Override
    public void locksChanged(KeyboardLocks locks) {
        if (session.open()) {
            session.attachment().ifPresent(attachment -> attachment.show(locks));
        }
    }

    @Override
    public void desktopEnded(String reason) {
        if (reason.isEmpty()) {
            logoff();
        } else {
            desktopEnded(reason, List.of());
        }
    }

    /** Whoever is not there is told when they come back. */
    @Override
    public void desktopEnded(String reason, List<String> tail) {
        LOG.warn("The desktop of session {} has ended: {}", session.number(), reason);
        var how = new ConnectionState.Wish.DesktopEnded(reason, List.copyOf(tail));
        session.failed(how);
        session.holder().ifPresent(to -> to.state().wish(how));
    }

    /** Ends the session: with its connection if there is one, else on a thread of its own. */
    private void end(Ending ending) {
        session.holder()
                .ifPresentOrElse(
                        to -> to.end(ending),
                        () -> Thread.ofVirtual()
                                .name("logoff")
                                .start(() -> service.sessions().end(session)));
    }
}
