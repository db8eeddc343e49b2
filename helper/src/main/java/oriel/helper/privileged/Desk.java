package oriel.helper.privileged;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.helper.protocol.FrameStream;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.HelperSettings;
import oriel.helper.protocol.ToHelper;
import oriel.xsession.StartFailedException;

/**
 * Where the front end's messages arrive. Anything that the protocol does not allow ends the channel, and with it everything
 * that was started over it: a front end that says such things is not ours any more.
 */
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /** Attempts to log on that are checked at once, and exchanges of any kind. */
    private static final int MOST_ATTEMPTS = 200;

    private static final int MOST_EXCHANGES = 2048;
    private static final int MOST_PAM = 4096;
    private static final long PATIENCE_SECONDS = 10;

    private final InputStream in;
    private final FrontEnd frontEnd;
    private final SessionHost.Maker maker;
    private final Map<Integer, Dialogue> dialogues = new ConcurrentHashMap<>();
    private final Map<Integer, Thread> exchanges = new ConcurrentHashMap<>();
    private final Semaphore attempts = new Semaphore(MOST_ATTEMPTS);
    private final Semaphore pamPlaces = new Semaphore(MOST_PAM);
    private volatile Runnable clearing = () -> {};
    private int newest;

    Desk(InputStream in, OutputStream out, SessionHost.Maker maker) {
        this.in = in;
        this.frontEnd = new FrontEnd(out);
        this.maker = maker;
    }

    /** Serves the front end until it is gone. */
    void serve() {
        try {
            if (next().orElse(null) instanceof ToHelper.Hello(int version, var settings)) {
                serve(version, settings);
            } else {
                LOG.error("The front end did not begin with a greeting; the helper ends.");
            }
        } catch (IOException e) {
            LOG.error("The front end said what it must not; the helper ends: {}.", e.getMessage());
        }
    }

    private Optional<ToHelper> next() throws IOException {
        return FrameStream.read(in, ToHelper::decode);
    }

    private void serve(int version, HelperSettings settings) throws IOException {
        if (version != ToHelper.VERSION) {
            throw new IOException("version " + version + " of the protocol in place of " + ToHelper.VERSION);
        }
        PamServices.Choice service = PamServices.choose(settings.service());
        var notes = new ArrayList<>(service.notes());
        SessionHost host = host(settings, notes);
        var doorkeeper = new Doorkeeper(settings, service.name(), pamPlaces);
        try (var grants = new Grants();
                var sessions = new Sessions(settings, service, pamPlaces, grants, host, frontEnd);
                var seats = new Seats(settings, service, pamPlaces, grants, frontEnd)) {
            clearing = () -> {
                sessions.endAll();
                seats.endAll();
            };
            frontEnd.send(new FromHelper.Welcome(ToHelper.VERSION, service.name(), notes));
            try {
                for (var message = next(); message.isPresent(); message = next()) {
                    handle(message.get(), settings, doorkeeper, grants, sessions, seats);
                }
                LOG.info("The front end is gone; the helper ends.");
            } finally {
                breakOff();
            }
        } finally {
            awaitPam();
        }
    }

    /** Where no X11 sessions can be started there are the other kinds still. */
    private SessionHost host(HelperSettings settings, List<String> notes) {
        try {
            return maker.make(settings);
        } catch (IOException e) {
            notes.add("no Linux desktop can be started: " + e.getMessage());
            return (_, _, _) -> {
                throw new StartFailedException(String.valueOf(e.getMessage()), List.of());
            };
        }
    }

    /** What has been begun ends, and what it had made by then can be ended with the rest. */
    private void breakOff() {
        dialogues.values().forEach(Dialogue::cancel);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<Thread> begun = List.copyOf(exchanges.values());
        begun.forEach(Thread::interrupt);
        try {
            for (Thread exchange : begun) {
                exchange.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sessions of PAM's are closed when every transaction is. */
    private void awaitPam() {
        try {
            if (!pamPlaces.tryAcquire(MOST_PAM, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Modules of PAM hang; the helper ends without them.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends everything that was started, for a helper that was told to end. */
    void clear() {
        clearing.run();
    }

    private void handle(
            ToHelper message,
            HelperSettings settings,
            Doorkeeper doorkeeper,
            Grants grants,
            Sessions sessions,
            Seats seats)
            throws IOException {
        switch (message) {
            case ToHelper.Hello(var _, var _) -> throw new IOException("a second greeting");
            case ToHelper.Authenticate authenticate -> authenticate(authenticate, settings, doorkeeper, grants);
            case ToHelper.Answer(int id, var answer) -> require(dialogue(id).map(each -> each.answer(answer)));
            case ToHelper.Seen(int id) -> require(dialogue(id).map(Dialogue::seen));
            case ToHelper.Cancel(int id) -> cancel(id);
            case ToHelper.StartSession start -> begin(start.id(), () -> sessions.start(start));
            case ToHelper.AskFigures(int id) -> beside(id, () -> sessions.figures(id));
            case ToHelper.StopSession(int id) -> beside(id, () -> sessions.stop(id));
            case ToHelper.OpenSeat open -> begin(open.id(), () -> seats.open(open));
            case ToHelper.StartTerminal start -> begin(start.id(), () -> seats.start(start));
            case ToHelper.HangUp(int id, boolean kill) -> seats.hangUp(id, kill);
            case ToHelper.CloseSeat(int id) -> beside(id, () -> seats.close(id));
        }
    }

    /** An attempt that is over already may be spoken of still: the messages have crossed. */
    private Optional<Dialogue> dialogue(int id) throws IOException {
        if (id > newest) {
            throw new IOException("exchange " + id + " was not begun");
        }
        return Optional.ofNullable(dialogues.get(id));
    }

    private static void require(Optional<Boolean> expected) throws IOException {
        if (!expected.orElse(true)) {
            throw new IOException("an answer without a question");
        }
    }

    private void fresh(int id) throws IOException {
        if (id <= newest) {
            throw new IOException("exchange " + id + " was begun before");
        }
        newest = id;
    }

    private void authenticate(
            ToHelper.Authenticate message, HelperSettings settings, Doorkeeper doorkeeper, Grants grants)
            throws IOException {
        fresh(message.id());
        if (!attempts.tryAcquire()) {
            message.password().wipe();
            refuseBusy(message.id());
            return;
        }
        var dialogue = new Dialogue(message.id(), message.password().characters(), frontEnd);
        dialogues.put(message.id(), dialogue);
        Thread.ofVirtual().start(() -> {
            try {
                var verdict = doorkeeper.check(
                        message.userName(), message.password().characters(), message.origin(), dialogue);
                dialogue.end();
                dialogues.remove(message.id());
                answer(message.id(), verdict, settings, grants, dialogue);
            } finally {
                dialogues.remove(message.id());
                attempts.release();
            }
        });
    }

    private void refuseBusy(int id) {
        frontEnd.send(
                new FromHelper.Refused(id, new oriel.identity.Refusal.Unavailable("too many people log on at once")));
    }

    private void answer(int id, Doorkeeper.Verdict verdict, HelperSettings settings, Grants grants, Dialogue dialogue) {
        switch (verdict) {
            case Doorkeeper.Verdict.Admitted(var grant) -> {
                if (dialogue.cancelled()) {
                    grant.discard();
                    return;
                }
                grants.add(grant, settings.sessions().grant());
                LOG.info("'{}' has logged on.", grant.identity().userName());
                frontEnd.send(new FromHelper.Authenticated(id, grant.identity()));
            }
            case Doorkeeper.Verdict.Refused(var refusal) -> frontEnd.send(new FromHelper.Refused(id, refusal));
        }
    }

    private void cancel(int id) throws IOException {
        dialogue(id).ifPresent(Dialogue::cancel);
        Thread exchange = exchanges.get(id);
        if (exchange != null) {
            exchange.interrupt();
        }
    }

    private void begin(int id, Exchange exchange) throws IOException {
        fresh(id);
        run(id, exchange);
    }

    private void beside(int id, Exchange exchange) throws IOException {
        if (id > newest) {
            throw new IOException("exchange " + id + " was not begun");
        }
        run(id, exchange);
    }

    private void run(int id, Exchange exchange) throws IOException {
        if (exchanges.size() >= MOST_EXCHANGES) {
            throw new IOException("more than " + MOST_EXCHANGES + " exchanges at once");
        }
        Thread thread = Thread.ofVirtual().unstarted(() -> {
            try {
                exchange.run();
            } catch (ToldException e) {
                LOG.trace("Told.", e);
            } catch (IOException e) {
                frontEnd.send(new FromHelper.Failed(id, String.valueOf(e.getMessage()), List.of()));
            } catch (InterruptedException e) {
                frontEnd.send(new FromHelper.Failed(id, "nobody waits for it any more", List.of()));
            } catch (RuntimeException e) {
                LOG.error("Exchange {} failed.", id, e);
                frontEnd.send(new FromHelper.Failed(id, "the helper has failed: " + e, List.of()));
            } finally {
                exchanges.remove(id, Thread.currentThread());
            }
        });
        exchanges.put(id, thread);
        thread.start();
    }
}
