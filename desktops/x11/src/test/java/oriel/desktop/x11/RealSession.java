package oriel.desktop.x11;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.xsession.SessionEnd;
import oriel.xsession.SessionFigures;
import oriel.xsession.SessionOrder;
import oriel.xsession.SessionStarter;
import oriel.xsession.SessionWatch;
import oriel.xsession.XSession;

/** Sessions that are a real X server and nothing else. */
final class RealSession implements XSession {

    private final RealServer server;
    private final SessionWatch watch;

    private RealSession(RealServer server, SessionWatch watch) {
        this.server = server;
        this.watch = watch;
    }

    /** Starts such sessions and keeps what it was asked for and what it has started. */
    static final class Starter implements SessionStarter {
        private final RealServer.Kind kind;
        private @Nullable SessionOrder order;
        private @Nullable RealSession session;
        private boolean endsAtOnce;

        Starter(RealServer.Kind kind) {
            this.kind = kind;
        }

        /** What the last session was ordered with. */
        SessionOrder order() {
            return Objects.requireNonNull(order);
        }

        /** The last session. */
        RealSession session() {
            return Objects.requireNonNull(session);
        }

        /** Goes back to an earlier session. */
        void returnTo(RealSession earlier) {
            session = earlier;
        }

        /** Sessions end while they are being started. */
        void endAtOnce() {
            endsAtOnce = true;
        }

        @Override
        public RealSession start(SessionOrder wanted, SessionWatch watch) {
            order = wanted;
            SessionOrder.ScreenPlan plan = wanted.screen();
            var started = new RealSession(RealServer.start(kind, plan.largestWidth(), plan.largestHeight()), watch);
            session = started;
            if (endsAtOnce) {
                started.end(false);
            }
            return started;
        }
    }

    /** The session ends by itself. */
    void end(boolean orderly) {
        server.close();
        watch.ended(new SessionEnd(orderly, "the shell gave up", List.of("line 1", "line 2")));
    }

    RealServer server() {
        return server;
    }

    @Override
    public int display() {
        return server.display();
    }

    @Override
    public Path socket() {
        return server.socket();
    }

    @Override
    public byte[] cookie() {
        return server.cookie();
    }

    @Override
    public int uid() {
        return 0;
    }

    @Override
    public String desktop() {
        return "Nothing";
    }

    @Override
    public Optional<Path> sound() {
        return Optional.empty();
    }

    @Override
    public Path log() {
        return Path.of("/nowhere/log");
    }

    @Override
    public SessionFigures figures() {
        return new SessionFigures(1, 4096, Duration.ofMillis(7));
    }

    @Override
    public void stop() {
        server.close();
    }
}
