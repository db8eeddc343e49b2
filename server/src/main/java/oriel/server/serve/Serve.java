package oriel.server.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.desktop.embedded.font.FontFiles;
import oriel.helper.Privileges;
import oriel.helper.ServiceAccount;
import oriel.identity.LocalUser;
import oriel.identity.LocalUsers;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.command.Invocation;
import oriel.server.command.Terminal;
import oriel.server.config.Configuration;
import oriel.server.config.ConfigurationException;
import oriel.server.config.ConfigurationReader;
import oriel.server.config.DefaultFile;
import oriel.server.config.DesktopKeys;
import oriel.server.config.Keys;
import oriel.server.config.Kind.Address;
import oriel.server.config.LicensingKeys;
import oriel.server.control.ControlServer;
import oriel.server.home.Home;
import oriel.server.home.InstanceLock;
import oriel.server.home.PrivateFiles;
import oriel.server.licenses.LicenseDesk;
import oriel.server.licenses.LicenseFiles;
import oriel.server.logging.Logging;
import oriel.server.rest.RestServer;
import oriel.service.ListenerStatus;
import oriel.service.RemoteDesktopService;

/** Runs the service in the foreground, from its first file to its last. */
public final class Serve {

    private static final Duration CONTROL_PATIENCE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

    private final Parts parts;
    /** Whether this is root, which is given up for what faces the network. */
    private final boolean privileged;

    private final Home home;
    private final Terminal terminal;
    private final Map<String, String> flags;
    private final Path configurationFile;
    private final Clock clock = Clock.systemUTC();
    private final BlockingQueue<Wish> wishes = new LinkedBlockingQueue<>();
    private final List<String> warnings = new ArrayList<>();

    private Serve(Parts parts, boolean privileged, Terminal terminal, Invocation invocation) {
        this.parts = parts;
        this.privileged = privileged;
        this.terminal = terminal;
        home = Home.ofUser(terminal.environment());
        configurationFile = invocation
                .value("--config")
                .map(Path::of)
                .orElse(home.configurationFile())
                .toAbsolutePath();
        flags = flags(invocation);
    }

    private static Map<String, String> flags(Invocation invocation) {
        Map<String, String> flags = new HashMap<>();
        invocation.value("--rdp").ifPresent(address -> flags.put("listener.RDP-Tcp.address", address));
        invocation.value("--desktop").ifPresent(kind -> flags.put(DesktopKeys.KIND.path(), kind));
        invocation.value("--licensing").ifPresent(policy -> flags.put(LicensingKeys.POLICY.path(), policy));
        invocation.value("--log-level").ifPresent(level -> flags.put(Keys.LOG_LEVEL.path(), level));
        return flags;
    }

    /**
     * Runs the service until somebody stops it.
     *
     * @param invocation the flags
     * @param terminal   where it was started
     * @return exit code
     * @throws CommandException     if it cannot start
     * @throws IOException          if a file cannot be read or written
     * @throws InterruptedException if the thread was interrupted
     */
    public static int run(Invocation invocation, Terminal terminal)
            throws CommandException, IOException, InterruptedException {
        return new Serve(Parts.found(), Privileges.held(), terminal, invocation).run();
    }

    /**
     * Runs the service as whoever this process is: root is not given up. For a run that only tries it out.
     *
     * @param invocation the flags
     * @param terminal   where it was started
     * @return exit code
     * @throws CommandException     if it cannot start
     * @throws IOException          if a file cannot be read or written
     * @throws InterruptedException if the thread was interrupted
     */
    public static int runAsWeAre(Invocation invocation, Terminal terminal)
            throws CommandException, IOException, InterruptedException {
        return run(Parts.found(), invocation, terminal);
    }

    /** Runs other parts, as whoever this process is: root is not given up. */
    static int run(Parts parts, Invocation invocation, Terminal terminal)
            throws CommandException, IOException, InterruptedException {
        return new Serve(parts, false, terminal, invocation).run();
    }

    private int run() throws CommandException, IOException, InterruptedException {
        prepareConfiguration();
        Configuration configuration = readConfiguration();
        Optional<ServiceAccount> account = privileged ? Powers.account(configuration, home) : Optional.empty();
        prepareDirectories(account);
        try (var _ = InstanceLock.take(home.lockFile()).orElseThrow(this::alreadyRunning)) {
            Logging.start(
                    home.logFile(),
                    configuration.get(Keys.LOG_MEGABYTES),
                    configuration.get(Keys.LOG_FILES),
                    configuration.get(Keys.LOG_LEVEL));
            try {
                serve(configuration, account);
            } finally {
                Logging.stop();
            }
        }
        return ExitCode.DONE;
    }

    /** What starts, in this order; what stops, in the reverse order. */
    private void serve(Configuration configuration, Optional<ServiceAccount> account)
            throws CommandException, IOException, InterruptedException {
        var settings = new ServiceSettings(configuration, home);
        var certificates = new Certificates(configuration, settings, home, clock);
        certificates.makeMissing();
        // What takes a while and nobody needs before the end goes on beside.
        Future<List<X509Certificate>> checked = Beside.start("certificates", certificates::check);
        Future<Path> fonts = Beside.start("fonts", this::fonts);
        LocalUsers users = LocalUsers.open(home.usersFile(), settings.lockout(), clock);
        warnings.addAll(certificates.warnings());
        warn(configuration);
        Optional<FirstUser> firstUser = FirstUser.make(users, System.getProperty("user.name", ""));
        try (var _ = HeapKeeper.start();
                var powers = Powers.take(configuration, settings, home, users, account);
                var licensing = Licensing.open(
                        LicensingConfiguration.read(configuration), LicenseFiles.of(home, configuration), clock);
                RemoteDesktopService service =
                        new Assembly(parts, settings, configuration, powers, licensing.policies(), clock).service()) {
            service.start();
            List<X509Certificate> usable = Beside.join(checked);
            Beside.join(fonts);
            requireListeners(service);
            String anyUser = anyUser(users);
            var running = new Running(service, licensing, configuration, this::readConfiguration, home, clock, wishes);
            try (var _ = ControlServer.open(home.controlSocket(), CONTROL_PATIENCE, new ServiceControl(running))) {
                try (var _ = rest(configuration, new ServiceControl(running), licensing.desk())) {
                    Signals.listen(wishes);
                    powers.giveUpRoot(LicenseFiles.of(home, configuration).shared());
                    powers.notes().forEach(LOG::warn);
                    announce(service, powers, usable.stream().findFirst(), firstUser, anyUser);
                    parts.warmUp();
                    running.untilStopped();
                    terminal.out().println("stopping");
                }
            }
        }
    }

    /** The REST interface, where it is wanted. */
    private @Nullable RestServer rest(Configuration configuration, ServiceControl control, Optional<LicenseDesk> desk)
            throws CommandException {
        if (!configuration.get(Keys.REST_ENABLED)) {
            return null;
        }
        InetSocketAddress address = configuration.get(Keys.REST_ADDRESS);
        try {
            RestServer rest = RestServer.open(address, home.restToken(), control, desk);
            LOG.info("The REST interface listens on {}.", Address.written(rest.address()));
            new Banner(terminal.out()).rest(rest.address(), home.restToken());
            return rest;
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.CANNOT_START,
                    "the REST interface cannot listen on " + Address.written(address) + ": " + e.getMessage());
        }
    }

    private Path fonts() throws IOException {
        Path directory = home.state().resolve("fonts");
        FontFiles.use(directory);
        return directory;
    }

    private void prepareConfiguration() throws CommandException {
        try {
            if (privileged) {
                ServiceFiles.prepareConfiguration(home.config());
            } else {
                PrivateFiles.directory(home.config()).ifPresent(warnings::add);
            }
        } catch (IOException e) {
            throw unusable(home.config(), e);
        }
    }

    private void prepareDirectories(Optional<ServiceAccount> account) throws CommandException {
        for (Path directory : List.of(home.state(), home.run(), home.log())) {
            try {
                if (account.isPresent()) {
                    ServiceFiles.prepare(directory, account.get());
                } else {
                    PrivateFiles.directory(directory).ifPresent(warnings::add);
                }
            } catch (IOException e) {
                throw unusable(directory, e);
            }
        }
    }

    private static CommandException unusable(Path directory, IOException e) {
        return new CommandException(
                ExitCode.NOT_ALLOWED, "the directory " + directory + " cannot be used: " + e.getMessage());
    }

    private CommandException alreadyRunning() {
        String holder = InstanceLock.holder(home.lockFile());
        return new CommandException(
                ExitCode.CANNOT_START,
                "Oriel runs already on " + home.state() + (holder.isEmpty() ? "" : " as process " + holder)
                        + "; stop it with `oriel stop`, or choose another ORIEL_HOME");
    }

    private Configuration readConfiguration() throws CommandException, IOException {
        if (!Files.exists(configurationFile)) {
            if (!configurationFile.equals(home.configurationFile())) {
                throw new CommandException(
                        ExitCode.CONFIGURATION, "the configuration " + configurationFile + " does not exist");
            }
            PrivateFiles.write(configurationFile, DefaultFile.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try {
            return ConfigurationReader.read(configurationFile, terminal.environment(), flags);
        } catch (ConfigurationException e) {
            throw new CommandException(ExitCode.CONFIGURATION, String.join("\noriel: ", e.problems()));
        }
    }

    private static String anyUser(LocalUsers users) throws IOException {
        return users.list().stream().map(LocalUser::name).findFirst().orElse("USER");
    }

    private void warn(Configuration configuration) {
        warnings.addAll(configuration.warnings());
        warnings.forEach(LOG::warn);
    }

    private static void requireListeners(RemoteDesktopService service) throws CommandException {
        for (ListenerStatus listener : service.listeners()) {
            if (listener.state() == ListenerStatus.State.DOWN) {
                throw new CommandException(
                        ExitCode.CANNOT_START,
                        "listener " + listener.name() + " cannot listen on " + listener.address() + ": "
                                + listener.reason());
            }
        }
    }

    private void announce(
            RemoteDesktopService service,
            Powers powers,
            Optional<X509Certificate> certificate,
            Optional<FirstUser> firstUser,
            String anyUser) {
        List<ListenerStatus> listeners = service.listeners();
        var banner = new Banner(terminal.out());
        banner.print(home, listeners, certificate, firstUser, anyUser);
        if (powers.linuxAccounts()) {
            banner.linuxAccounts();
        }
        Duration sinceStart = Duration.between(began(), clock.instant());
        banner.ready(listeners, sinceStart);
        LOG.info("Ready after {} ms.", sinceStart.toMillis());
    }

    /** When the launcher began, in microseconds since 1970; without a launcher, when the process did. */
    private Instant began() {
        Long began = Long.getLong("oriel.began");
        return began == null
                ? ProcessHandle.current().info().startInstant().orElseGet(clock::instant)
                : Instant.EPOCH.plus(began, ChronoUnit.MICROS);
    }
}
