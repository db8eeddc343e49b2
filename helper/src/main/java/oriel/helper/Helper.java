package oriel.helper;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.HelperSettings;
import oriel.helper.protocol.ToHelper;
import oriel.identity.Authentication;
import oriel.xsession.SessionStarter;

/**
 * The privileged helper, for the front end. Started by root before {@link Privileges#drop}; from then on it is the only way
 * to check a password of the system or to start anything as somebody. Safe to use from many threads.
 *
 * <p>When the helper ends, so does everything that was started through it: authentications are refused as unavailable, watches
 * of sessions hear of their end, and {@link #gone} says why.
 */
public final class Helper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Helper.class);
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Process process;
    private final Line line;
    private volatile boolean closing;

    private Helper(Process process, Line line) {
        this.process = process;
        this.line = line;
    }

    /**
     * Starts the helper. Takes root. It takes a while until the helper is ready, see {@link #awaitReady}; whoever asks it
     * something meanwhile waits for the answer, and nobody needs to be root any more.
     *
     * @param settings what root's configuration says
     * @return the helper
     * @throws IOException          if its process cannot be started
     * @throws InterruptedException if the thread was interrupted
     */
    public static Helper start(HelperSettings settings) throws IOException, InterruptedException {
        Process process = HelperProcess.start();
        var line = new Line(process.getInputStream(), process.getOutputStream());
        line.send(new ToHelper.Hello(ToHelper.VERSION, settings));
        var helper = new Helper(process, line);
        line.whenGone(helper::ended);
        return helper;
    }

    /**
     * Waits until the helper is ready.
     *
     * @throws IOException          if it cannot start
     * @throws InterruptedException if the thread was interrupted
     */
    public void awaitReady() throws IOException, InterruptedException {
        try {
            var welcome = line.welcome().get(START.toMillis(), TimeUnit.MILLISECONDS);
            if (welcome.version() != ToHelper.VERSION) {
                throw new IOException("the helper speaks version " + welcome.version() + " of the protocol");
            }
        } catch (ExecutionException e) {
            throw new IOException("the helper did not start: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException("the helper did not start within " + START.toSeconds() + " s", e);
        }
    }

    private void ended(String why) {
        if (!closing) {
            LOG.error("Nobody can log on, and sessions of Linux users are gone: {}. Restart Oriel.", why);
        }
    }

    /**
     * Checks passwords: of Oriel's own users, and of Linux accounts through PAM.
     *
     * @return the check
     */
    public Authentication authentication() {
        return new HelperAuthentication(line);
    }

    /**
     * Starts X11 sessions of users who have just logged on.
     *
     * @return the starter; {@code account} of its orders is the name of the identity that has logged on
     */
    public SessionStarter sessions() {
        return new HelperSessions(line);
    }

    /**
     * Runs programs of users who have just logged on, on terminals of ours.
     *
     * @return the terminals
     */
    public Terminals terminals() {
        return new Terminals(line);
    }

    private Optional<FromHelper.Welcome> welcomed() {
        var welcome = line.welcome();
        return welcome.state() == Future.State.SUCCESS ? Optional.of(welcome.resultNow()) : Optional.empty();
    }

    /**
     * What the administrator should know, e.g. that the rules of PAM are not installed.
     *
     * @return a clause each; none before the helper is ready
     */
    public List<String> notes() {
        return welcomed().map(FromHelper.Welcome::notes).orElse(List.of());
    }

    /**
     * Whose rules of PAM apply.
     *
     * @return name of the PAM service; empty = there is no PAM, or the helper is not ready
     */
    public String pamService() {
        return welcomed().map(FromHelper.Welcome::service).orElse("");
    }

    /**
     * Completes when the helper is gone, with a clause that says why.
     *
     * @return the end
     */
    public CompletableFuture<String> gone() {
        return line.gone().copy();
    }

    /**
     * The helper's process.
     *
     * @return its id
     */
    public long pid() {
        return process.pid();
    }

    /** Ends the helper and everything it has started. Closing twice is no error. */
    @Override
    public void close() {
        closing = true;
        line.close();
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The helper, process {}, has not ended within {} s.", process.pid(), STOP.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
