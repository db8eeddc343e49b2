package oriel.service;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.protocol.ProtocolProvider;
import oriel.identity.Authentication;
import oriel.licensing.LicensingPolicy;

/**
 * The service: starts the listeners, runs the sequences of every connection, owns the sessions. All methods may be called
 * from any thread.
 */
public final class RemoteDesktopService implements AutoCloseable {

    /**
     * Assembles a service; nothing runs yet.
     *
     * @param configuration  what it is told
     * @param protocols      the providers listeners may name
     * @param desktops       the kinds of desktop; one of them is named by the configuration
     * @param authentication decides who somebody is
     * @param licensing      decides about licences
     * @param clock          tells the time
     */
    public RemoteDesktopService(
            ServiceConfiguration configuration,
            List<ProtocolProvider> protocols,
            List<DesktopProvider> desktops,
            Authentication authentication,
            LicensingPolicy licensing,
            Clock clock) {}

    /** Runs the start sequence. When it returns, every listener listens or is down with a reason. Once per service. */
    public void start() {}

    /** Runs the stop sequence: nobody new, everybody disconnected, sessions ended, providers released. */
    @Override
    public void close() {}

    /**
     * The listeners, in the order of the configuration.
     *
     * @return their states
     */
    public List<ListenerStatus> listeners() {
        return List.of();
    }

    /**
     * The sessions, by number.
     *
     * @return their states; figures of the client are asked of the provider and may take until the notice deadline
     */
    public List<SessionStatus> sessions() {
        return List.of();
    }

    /**
     * Takes the client of a session away; the session stays.
     *
     * @param sessionId number of the session
     * @return whether there is such a session with a client
     */
    public boolean disconnect(int sessionId) {
        return false;
    }

    /**
     * Logs the user of a session off and ends the session.
     *
     * @param sessionId number of the session
     * @return whether there is such a session
     */
    public boolean logoff(int sessionId) {
        return false;
    }

    /**
     * Shows a message box in a session.
     *
     * @param sessionId number of the session
     * @param title     title of the box
     * @param text      its text
     * @param timeout   how long it stays at most; zero = until it is answered
     * @return whether there is such a session with a desktop
     */
    public boolean message(int sessionId, String title, String text, Duration timeout) {
        return false;
    }

    /**
     * Turns drain on or off: in drain no new sessions are made, users still come back to theirs.
     *
     * @param on whether to drain
     */
    public void drain(boolean on) {}

    /**
     * Whether the service drains.
     *
     * @return the state of drain
     */
    public boolean draining() {
        return false;
    }

    /**
     * Puts another policy in force. Time limits act at once, the rest on the next connection.
     *
     * @param policy the policy
     */
    public void changePolicy(Policy policy) {}

    /**
     * Traces of live connections and of the last that ended since the service started, newest first. Older ones are in the
     * trace directory: {@link TraceDirectory}.
     *
     * @return the traces
     */
    public List<Trace> traces() {
        return List.of();
    }

    /**
     * Hears of every call from now on.
     *
     * @param listener hears of calls
     * @return close it to hear nothing more
     */
    public Subscription followTraces(TraceListener listener) {
        return () -> {};
    }

    /**
     * Hears of every session event from now on.
     *
     * @param listener hears of events
     * @return close it to hear nothing more
     */
    public Subscription followSessions(SessionListener listener) {
        return () -> {};
    }
}
