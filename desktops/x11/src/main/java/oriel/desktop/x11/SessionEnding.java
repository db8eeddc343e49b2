package oriel.desktop.x11;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.DesktopFailedException;
import oriel.contract.desktop.SessionHost;
import oriel.xsession.SessionEnd;
import oriel.xsession.SessionWatch;

/**
 * Tells the service once that a desktop has ended, and how. While the desktop is still being started an end is kept for whoever starts it;
 * after the service has closed it nothing is told any more.
 */
final class SessionEnding implements SessionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEnding.class);

    private enum State {
        STARTING,
        RUNNING,
        OVER
    }

    private final SessionHost host;
    private State state = State.STARTING;
    private @Nullable SessionEnd early;

    SessionEnding(SessionHost host) {
        this.host = host;
    }

    @Override
    public void ended(SessionEnd end) {
        synchronized (this) {
            if (state == State.OVER) {
                return;
            }
            if (state == State.STARTING) {
                early = end;
                return;
            }
            state = State.OVER;
        }
        if (end.orderly()) {
            host.desktopEnded("");
        } else {
            host.desktopEnded(end.reason(), tail(end.tail()));
        }
    }

    /** The desktop runs: from now on its end is told to the service. */
    synchronized void started() throws DesktopFailedException {
        SessionEnd end = early;
        if (end != null) {
            state = State.OVER;
            String reason = end.orderly() ? "the desktop ended as soon as it was started" : end.reason();
            throw new DesktopFailedException(reason, end.tail());
        }
        state = State.RUNNING;
    }

    /** Why the start failed, if the session's own end tells more than what was noticed. */
    synchronized @Nullable SessionEnd early() {
        return early;
    }

    /** Whether the end was told, or nobody wants to hear of it. */
    synchronized boolean isOver() {
        return state == State.OVER;
    }

    /** The service has ended the desktop itself. */
    synchronized void close() {
        if (state == State.RUNNING) {
            LOG.debug("The desktop is closed.");
        }
        state = State.OVER;
    }

    private static List<String> tail(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - DesktopFailedException.LONGEST_TAIL), lines.size());
    }
}
