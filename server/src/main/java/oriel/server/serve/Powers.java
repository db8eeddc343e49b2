package oriel.server.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.desktop.embedded.TerminalHost;
import oriel.helper.Helper;
import oriel.helper.Privileges;
import oriel.helper.ServiceAccount;
import oriel.helper.protocol.HelperSettings;
import oriel.identity.Authentication;
import oriel.identity.LocalUsers;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.config.Configuration;
import oriel.server.config.DesktopKeys;
import oriel.server.config.Key;
import oriel.server.config.Keys;
import oriel.server.config.LogonKeys;
import oriel.server.home.Home;
import oriel.xsession.LocalSessions;
import oriel.xsession.SessionOrder;
import oriel.xsession.SessionStarter;

/**
 * The rights over users: checking their passwords, starting what runs as them. Where Oriel was started as root they are the
 * privileged helper's, and this process gives root up ({@code docs/decisions/privileges.md}); else there is only the user who
 * has started it, and everything runs as that.
 */
final class Powers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Powers.class);

    private static final Path SESSIONS = Path.of("/run/oriel-sessions");

    private final LocalUsers users;
    private final Home home;
    private final @Nullable Future<Helper> starting;
    private final @Nullable ServiceAccount account;

    private Powers(LocalUsers users, Home home, @Nullable Future<Helper> starting, @Nullable ServiceAccount account) {
        this.users = users;
        this.home = home;
        this.starting = starting;
        this.account = account;
    }

    /** Whom what faces the network is to run as; empty = whoever has started it, which is not root. */
    static Optional<ServiceAccount> account(Configuration configuration, Home home) throws CommandException {
        if (!Privileges.held()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ServiceAccount.choose(configuration.get(LogonKeys.SERVICE_ACCOUNT), home.state()));
        } catch (IOException e) {
            throw new CommandException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()));
        }
    }

    /** Takes them; as root this starts the helper, which takes a while: nobody waits for it before {@link #giveUpRoot} has. */
    static Powers take(
            Configuration configuration,
            ServiceSettings settings,
            Home home,
            LocalUsers users,
            Optional<ServiceAccount> account)
            throws IOException {
        if (account.isEmpty()) {
            return new Powers(users, home, null, null);
        }
        HelperSettings wanted = settings(configuration, settings, home, users, account.get());
        return new Powers(users, home, Beside.start("helper", () -> start(wanted)), account.get());
    }

    private static Helper start(HelperSettings settings) throws IOException, CommandException {
        try {
            return Helper.start(settings);
        } catch (IOException e) {
            throw new CommandException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.CANNOT_START, "the start of the helper was interrupted");
        }
    }

    private static HelperSettings settings(
            Configuration configuration, ServiceSettings settings, Home home, LocalUsers users, ServiceAccount account)
            throws IOException {
        // Who has made an own user named root wants root to log on.
        boolean root = configuration.get(LogonKeys.ALLOW_ROOT)
                || users.list().stream().anyMatch(user -> user.name().equals("root"));
        return new HelperSettings(
                home.usersFile(),
                settings.lockout(),
                configuration.get(LogonKeys.PAM_SERVICE),
                new HelperSettings.Access(
                        accounts(configuration),
                        names(configuration, LogonKeys.ALLOW_GROUPS),
                        names(configuration, LogonKeys.DENY_GROUPS),
                        root),
                new HelperSettings.Sessions(
                        sessionsFolder(home),
                        configuration.get(DesktopKeys.SHELL_USER),
                        configuration.get(Keys.POLICY_SESSIONS),
                        new Shares(configuration).most(),
                        grant(configuration),
                        HelperSettings.USUAL_FRESH_START),
                account.uid());
    }

    private static HelperSettings.Accounts accounts(Configuration configuration) {
        return switch (configuration.get(LogonKeys.ACCOUNTS)) {
            case "own" -> HelperSettings.Accounts.OWN;
            case "linux" -> HelperSettings.Accounts.LINUX;
            default -> HelperSettings.Accounts.BOTH;
        };
    }

    /** Root's all the way up, which the directories of the service are not; another one for each instance. */
    private static Path sessionsFolder(Home home) {
        return SESSIONS.resolve(Integer.toHexString(home.state().hashCode()));
    }

    /** Between the password and the desktop a user may still choose among sessions. */
    private static Duration grant(Configuration configuration) {
        return configuration.get(Keys.DEADLINES_LOGON).plus(HelperSettings.USUAL_GRANT);
    }

    private static Set<String> names(Configuration configuration, Key<String> key) {
        return Arrays.stream(configuration.get(key).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    Authentication authentication() {
        return starting == null
                ? users
                : (userName, domain, password, origin, further) ->
                        helper().authentication().authenticate(userName, domain, password, origin, further);
    }

    /** Whether sessions run as the users who have logged on. */
    boolean overOthers() {
        return starting != null;
    }

    /** Starts sessions: as their users, or all as ourselves. */
    SessionStarter sessions() throws IOException {
        if (starting != null) {
            return (order, watch) -> helper().sessions().start(order, watch);
        }
        SessionStarter own = LocalSessions.asOurselves(home.run().resolve("sessions"));
        return (order, watch) -> own.start(asOurselves(order), watch);
    }

    private static SessionOrder asOurselves(SessionOrder order) {
        return new SessionOrder(
                order.number(),
                "",
                order.screen(),
                order.desktop(),
                order.program(),
                order.keyboard(),
                order.locale(),
                order.timeZone(),
                order.limits(),
                order.sound());
    }

    /** Runs programs on terminals as their users; empty = they run as ourselves, and we can do that. */
    Optional<TerminalHost> terminals() {
        return starting == null
                ? Optional.empty()
                : Optional.of(userName -> new HelperTerminals(helper().terminals()).open(userName));
    }

    /** What the administrator should know. */
    List<String> notes() {
        return starting == null ? List.of() : helper().notes();
    }

    /** Whether accounts of this host may log on. */
    boolean linuxAccounts() {
        return starting != null && !helper().pamService().isEmpty();
    }

    /** The helper; whoever comes here before {@link #giveUpRoot} has seen it run waits for it. */
    private Helper helper() {
        try {
            return Beside.join(Objects.requireNonNull(starting));
        } catch (CommandException | IOException e) {
            throw new IllegalStateException("the helper did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the helper starts", e);
        }
    }

    /** Gives root up, now that everything is open that takes root to open. */
    void giveUpRoot(Optional<Path> sharedLicenses) throws CommandException, IOException, InterruptedException {
        if (account == null || starting == null) {
            return;
        }
        Beside.join(starting);
        try {
            ServiceFiles.handOver(home, sharedLicenses, account);
            LoadedModules.open();
            Privileges.drop(account);
            LOG.info("Root is given up; the service runs as {}.", account.name());
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.CANNOT_START,
                    "the service cannot go on without root as " + account.name() + ": " + e.getMessage());
        }
        try {
            helper().awaitReady(); // without root meanwhile
        } catch (IOException e) {
            throw new CommandException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        if (starting != null) {
            try {
                Beside.join(starting).close();
            } catch (CommandException | IOException e) {
                LOG.debug("There is no helper to end: {}", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
