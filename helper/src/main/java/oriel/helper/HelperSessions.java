package oriel.helper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.ToHelper;
import oriel.xsession.SessionEnd;
import oriel.xsession.SessionFigures;
import oriel.xsession.SessionOrder;
import oriel.xsession.SessionStarter;
import oriel.xsession.SessionWatch;
import oriel.xsession.StartFailedException;
import oriel.xsession.XSession;

/** Has the helper start X11 sessions. */
final class HelperSessions implements SessionStarter {

    private static final Logger LOG = LoggerFactory.getLogger(HelperSessions.class);
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration FIGURES = Duration.ofSeconds(5);

    private final Line line;

    HelperSessions(Line line) {
        this.line = line;
    }

    @Override
    public XSession start(SessionOrder order, SessionWatch watch) throws StartFailedException, InterruptedException {
        var session = new Session(line, watch);
        boolean running = false;
        try {
            session.id = line.begin(id -> new ToHelper.StartSession(id, order), session::hear);
            session.facts = session.started.get(START.toMillis(), TimeUnit.MILLISECONDS);
            running = true;
            return session;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StartFailedException failure) {
                throw new StartFailedException(String.valueOf(failure.getMessage()), failure.tail());
            }
            throw new StartFailedException(String.valueOf(e.getCause()), List.of());
        } catch (TimeoutException e) {
            throw new StartFailedException("the helper did not start it within " + START.toSeconds() + " s", List.of());
        } catch (IOException e) {
            throw new StartFailedException(String.valueOf(e.getMessage()), List.of());
        } finally {
            if (!running && session.id > 0) {
                line.tell(new ToHelper.Cancel(session.id));
                line.tell(new ToHelper.StopSession(session.id));
                line.forget(session.id);
            }
        }
    }

    private static final class Session implements XSession {

        private static final SessionFigures NOTHING = new SessionFigures(0, 0, Duration.ZERO);

        private final Line line;
        private final SessionWatch watch;
        private final CompletableFuture<FromHelper.SessionStarted> started = new CompletableFuture<>();
        private final CompletableFuture<Boolean> over = new CompletableFuture<>();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final Object asking = new Object();
        private volatile CompletableFuture<SessionFigures> figures = new CompletableFuture<>();
        private int id;
        private FromHelper.@Nullable SessionStarted facts;

        Session(Line line, SessionWatch watch) {
            this.line = line;
            this.watch = watch;
        }

        /** What the helper says; on the thread that reads from it. */
        void hear(FromHelper message) {
            switch (message) {
                case FromHelper.SessionStarted now -> started.complete(now);
                case FromHelper.Figures(var _, int processes, long memory, long processor) ->
                    figures.complete(new SessionFigures(processes, memory, Duration.ofMillis(processor)));
                case FromHelper.SessionEnded(var _, boolean orderly, String reason, var tail) ->
                    end(new SessionEnd(orderly, reason, tail));
                case FromHelper.Over(var _) -> over.complete(true);
                case FromHelper.Failed(var _, String reason, var tail) -> {
                    if (!started.completeExceptionally(new StartFailedException(reason, tail))) {
                        end(new SessionEnd(false, reason, tail));
                    }
                }
                case FromHelper other ->
                    LOG.warn(
                            "The helper said {} of a session.", other.getClass().getSimpleName());
            }
        }

        private void end(SessionEnd how) {
            over.complete(true);
            figures.complete(NOTHING);
            line.forget(id);
            if (ended.compareAndSet(false, true)) {
                // Not on this thread: whoever hears of it may ask the helper something.
                Thread.ofVirtual().start(() -> watch.ended(how));
            }
        }

        private FromHelper.SessionStarted facts() {
            FromHelper.SessionStarted known = facts;
            if (known == null) {
                throw new IllegalStateException("not started");
            }
            return known;
        }

        @Override
        public int display() {
            return facts().display();
        }

        @Override
        public Path socket() {
            return Path.of(facts().socket());
        }

        @Override
        public byte[] cookie() {
            return facts().cookie().toArray();
        }

        @Override
        public int uid() {
            return facts().uid();
        }

        @Override
        public String desktop() {
            return facts().desktop();
        }

        @Override
        public Optional<Path> sound() {
            String sound = facts().sound();
            return sound.isEmpty() ? Optional.empty() : Optional.of(Path.of(sound));
        }

        @Override
        public Path log() {
            return Path.of(facts().log());
        }

        @Override
        public SessionFigures figures() {
            synchronized (asking) {
                if (ended.get()) {
                    return NOTHING;
                }
                var asked = new CompletableFuture<SessionFigures>();
                figures = asked;
                try {
                    line.send(new ToHelper.AskFigures(id));
                    return asked.get(FIGURES.toMillis(), TimeUnit.MILLISECONDS);
                } catch (IOException | ExecutionException | TimeoutException e) {
                    LOG.debug("What session uses is not known: {}.", e.getMessage());
                    return NOTHING;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return NOTHING;
                }
            }
        }

        @Override
        public void stop() {
            ended.set(true);
            try {
                line.send(new ToHelper.StopSession(id));
                over.get(STOP.toMillis(), TimeUnit.MILLISECONDS);
            } catch (IOException | ExecutionException | TimeoutException e) {
                LOG.warn("Whether display :{} has ended is not known: {}.", display(), e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                line.forget(id);
            }
        }
    }
}
