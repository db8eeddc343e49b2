package oriel.server.serve;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.licensing.ledger.PoolSettings;
import oriel.server.command.CommandException;
import oriel.server.config.Configuration;
import oriel.server.config.Keys;
import oriel.server.home.Home;
import oriel.server.logging.Logging;
import oriel.service.RemoteDesktopService;

/** The service while it runs, for those who steer it. Safe to use from many threads. */
final class Running {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    /** Reads the configuration again. */
    interface Source {
        Configuration read() throws CommandException, IOException;
    }

    /**
     * What a reload did.
     *
     * @param changed     keys that have new values from now on
     * @param needRestart keys whose new values wait for the next start
     */
    record Reload(List<String> changed, List<String> needRestart) {}

    private final RemoteDesktopService service;
    private final Licensing licensing;
    private final Source source;
    private final Home home;
    private final BlockingQueue<Wish> wishes;
    private final Instant startedAt;
    private Configuration configuration;
    /** The configuration of the start: what needs a restart is compared with it. */
    private final Configuration first;

    Running(
            RemoteDesktopService service,
            Licensing licensing,
            Configuration configuration,
            Source source,
            Home home,
            Clock clock,
            BlockingQueue<Wish> wishes) {
        this.service = service;
        this.licensing = licensing;
        this.configuration = configuration;
        this.first = configuration;
        this.source = source;
        this.home = home;
        this.wishes = wishes;
        this.startedAt = clock.instant();
    }

    RemoteDesktopService service() {
        return service;
    }

    Home home() {
        return home;
    }

    Instant startedAt() {
        return startedAt;
    }

    void stop() {
        wishes.add(Wish.STOP);
    }

    /** Fulfils wishes until one is to stop. */
    void untilStopped() throws InterruptedException {
        while (wishes.take() != Wish.STOP) {
            try {
                reload();
            } catch (CommandException e) {
                LOG.error("The configuration was not reloaded: {}", e.getMessage());
            } catch (IOException e) {
                LOG.error("The configuration was not reloaded.", e);
            }
        }
    }

    /** Reads the configuration again; what can act now, acts. Nobody is disconnected; a broken file changes nothing. */
    synchronized Reload reload() throws CommandException, IOException {
        Configuration fresh = source.read();
        List<PoolSettings> pools = LicensingConfiguration.read(fresh).pools();
        List<String> changed = new ArrayList<>(configuration.changes(fresh, true));
        List<String> needRestart = first.changes(fresh, false);
        configuration = fresh;
        Logging.level(fresh.get(Keys.LOG_LEVEL));
        service.changePolicy(new ServiceSettings(fresh, home).policy());
        licensing.reload(pools);
        LOG.info("Configuration reloaded; changed: {}; after a restart: {}.", changed, needRestart);
        return new Reload(changed, needRestart);
    }
}
