package oriel.helper;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
    private final FromHelper.Welcome welcome;
    private volatile boolean closing;

    private Helper(Process process, Line line, FromHelper.Welcome welcome) {
        this.process = process;
        this.line = line;
        this.welcome = welcome;
    }

    /**
     * Starts the helper. Takes root.
     *
     * @param settings what root's configuration says
     * @return the helper, ready
     * @throws IOException          if it cannot be started
     * @throws InterruptedException if the thread was interrupted
     */
    public static Helper start(HelperSettings settings) throws IOException, InterruptedException {
        Process process = HelperProcess.start();
        var line = new Line(process.getInputStream(), process.getOutputStream());
        boolean ready = false;
        try {
            line.send(new ToHelper.Hello(ToHelper.VERSION, settings));
            var welcome = line.welcome().get(START.toMillis(), TimeUnit.MILLISECONDS);
            if (welcome.version() != ToHelper.VERSION) {
                throw new IOException("the helper speaks version " + welcome.version() + " of the protocol");
            }
            ready = true;
            var helper = new Helper(process, line, welcome);
            line.whenGone(helper::ended);
            return helper;
        } catch (ExecutionException e) {
            throw new IOException("the helper did not start: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException("the helper did not start within " + START.toSeconds() + " s", e);
        } finally {
            if (!ready) {
                line.close();
                process.destroy();
            }
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

    /**
     * What the administrator should know, e.g. that the rules of PAM are not installed.
     *
     * @return a clause each
     */
    public List<String> notes() {
        return welcome.notes();
    }

    /**
     * Whose rules of PAM apply.
     *
     * @return name of the PAM service; empty = there is no PAM
     */
    public String pamService() {
        return welcome.service();
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
