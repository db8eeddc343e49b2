package oriel.xsession;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session whose processes we have started. Ends once, by itself or by {@link #stop}. */
final class RunningSession implements XSession {

    private static final Logger LOG = LoggerFactory.getLogger(RunningSession.class);

    /** How long a desktop that was asked to end may take, and then all that it leaves. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final Duration GRACE_OF_REST = Duration.ofSeconds(1);

    /** An end as early as this is a failure, whatever the status says. */
    private static final Duration TOO_EARLY = Duration.ofSeconds(3);

    /** A desktop dies with its X server, and may be seen to before it. */
    private static final long SAME_TIME = 300;

    private final Parts parts;
    private final Runnable clear;
    private final SessionWatch watch;
    private final long started = System.nanoTime();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private boolean stopping;

    /**
     * What a session consists of.
     *
     * @param number  number of the session
     * @param name    name of its desktop
     * @param uid     its user
     * @param display its display
     * @param cookie  what opens its X server
     * @param unit    its processes
     * @param log     what they say
     * @param file    the file with that
     * @param sound   where they can be heard
     * @param server  its X server
     * @param desktop its desktop
     */
    record Parts(
            int number,
            String name,
            int uid,
            int display,
            byte[] cookie,
            Unit unit,
            SessionLog log,
            Path file,
            Optional<Path> sound,
            Process server,
            Process desktop) {}

    /**
     * Makes the session.
     *
     * @param clear kills what is left of it and clears all that it had
     */
    RunningSession(Parts parts, Runnable clear, SessionWatch watch) {
        this.parts = parts;
        this.clear = clear;
        this.watch = watch;
    }

    Unit unit() {
        return parts.unit();
    }

    /** From now on its end is seen. */
    void guard() {
        CompletableFuture<Void> _ = CompletableFuture.anyOf(
                        parts.server().onExit(), parts.desktop().onExit())
                .thenRunAsync(
                        this::ended,
                        runnable -> Thread.ofVirtual()
                                .name("session " + parts.number() + " ends")
                                .start(runnable));
    }

    private void ended() {
        Duration lived = Duration.ofNanos(System.nanoTime() - started);
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        parts.server()
                .onExit()
                .completeOnTimeout(parts.server(), SAME_TIME, TimeUnit.MILLISECONDS)
                .join();
        SessionEnd end = judge(lived);
        endRest(parts.unit());
        finish();
        LOG.info("Session {} has ended by itself: {}.", parts.number(), end.reason());
        watch.ended(end);
    }

    private SessionEnd judge(Duration lived) {
        List<String> tail = parts.log().tail();
        if (!parts.server().isAlive()) {
            return new SessionEnd(false, "the X server " + ExitStatus.of(parts.server()), tail);
        }
        if (parts.desktop().exitValue() != 0) {
            return new SessionEnd(false, parts.name() + " " + ExitStatus.of(parts.desktop()), tail);
        }
        return lived.compareTo(TOO_EARLY) < 0
                ? new SessionEnd(false, parts.name() + " ended as soon as it was started", tail)
                : new SessionEnd(true, parts.name() + " was ended by its user", tail);
    }

    private void finish() {
        try {
            clear.run();
        } finally {
            gone.complete(null);
        }
    }

    @Override
    public void stop() {
        boolean first;
        synchronized (this) {
            first = !stopping;
            stopping = true;
        }
        if (first) {
            askToEnd(parts.desktop(), parts.unit());
            finish();
        }
        gone.join();
    }

    /** First the desktop, which saves and ends what is its own; then the rest, the X server among it. */
    private static void askToEnd(Process desktop, Unit unit) {
        desktop.destroy();
        desktop.onExit()
                .completeOnTimeout(desktop, GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        endRest(unit);
    }

    private static void endRest(Unit unit) {
        unit.terminate();
        unit.isEmptyWithin(GRACE_OF_REST);
    }

    @Override
    public int display() {
        return parts.display();
    }

    @Override
    public Path socket() {
        return Displays.socket(parts.display());
    }

    @Override
    public byte[] cookie() {
        return parts.cookie().clone();
    }

    @Override
    public int uid() {
        return parts.uid();
    }

    @Override
    public String desktop() {
        return parts.name();
    }

    @Override
    public Optional<Path> sound() {
        return parts.sound();
    }

    @Override
    public Path log() {
        return parts.file();
    }

    @Override
    public SessionFigures figures() {
        return parts.unit().figures();
    }
}
