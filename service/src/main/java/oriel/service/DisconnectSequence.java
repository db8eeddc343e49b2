package oriel.service;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.ErrorInfo;

/**
 * The disconnect sequence (sequences.md, section 5): PreDisconnect, DisconnectNotify, Close, each only if the connection
 * has come far enough (section 5.4). Where a provider does not come back from one of these calls, another thread runs the
 * sequence again: what was begun is not begun twice.
 */
final class DisconnectSequence {

    private enum Step {
        PROCESSES,
        SET_ERROR_INFO,
        PRE_DISCONNECT,
        DETACH,
        DISCONNECT_NOTIFY,
        CLOSE,
        LEAVE
    }

    private final ServiceParts service;
    private final ClientConnection connection;
    private final Set<Step> begun = EnumSet.noneOf(Step.class); // guarded by itself
    private volatile @Nullable Thread runner;

    DisconnectSequence(ServiceParts service, ClientConnection connection) {
        this.service = service;
        this.connection = connection;
    }

    /** Whether every step has begun; each run begins one at least. */
    boolean isDone() {
        synchronized (begun) {
            return begun.contains(Step.LEAVE);
        }
    }

    boolean runsOn(Thread thread) {
        return runner == thread;
    }

    void run() {
        runner = Thread.currentThread();
        Ending ending = connection.ending().orElse(Ending.BROKEN);
        Reached reached = connection.state().reached();
        GuardedConnection calls = connection.calls();
        connection.state().leaves(service.deadlines().notice());

        if (ending.kind() == Ending.Kind.LOGGED_OFF && once(Step.PROCESSES)) {
            connection.claimed().forEach(service.sessions()::end); // the user's processes end first (section 5.3)
        }
        if (tellsClient(ending, reached) && once(Step.SET_ERROR_INFO)) {
            calls.setErrorInfo(ending.error());
        }
        if (reached.atLeast(Reached.CONNECTED) && once(Step.PRE_DISCONNECT)) {
            calls.preDisconnect(ending.error());
        }
        if (once(Step.DETACH)) {
            connection.claimed().forEach(session -> session.detach(connection)); // its endpoints are void
        }
        if (reached.atLeast(Reached.SESSION_NAMED) && once(Step.DISCONNECT_NOTIFY)) {
            calls.disconnectNotify();
        }
        if (once(Step.CLOSE)) {
            calls.close();
        }
        if (once(Step.LEAVE)) {
            connection.claimed().forEach(session -> leave(session, ending));
            connection.closed();
        }
    }

    private boolean once(Step step) {
        synchronized (begun) {
            return begun.add(step);
        }
    }

    private static boolean tellsClient(Ending ending, Reached reached) {
        return ending.clientReachable() && !ending.error().equals(ErrorInfo.NONE) && reached.atLeast(Reached.ACCEPTED);
    }

    /** What becomes of the session: it waits for its user; without a user, or where policy says so, it ends. */
    private void leave(Session session, Ending ending) {
        boolean resetBroken = session.settings()
                .map(service.policy()::over)
                .map(ConnectionSettings::resetBroken)
                .orElse(false);
        if (session.holder().isPresent()) {
            return; // somebody else has taken it over meanwhile
        }
        if (session.desktop().isEmpty() || ending.endsSession(resetBroken)) {
            service.sessions().end(session);
        }
    }
}
