package oriel.xsession;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.system.Account;

/**
 * Starts sessions as processes of this host: as ourselves, or, for the privileged helper, as the account that an order names.
 * Sessions that an earlier process left behind when it was killed are cleared away first.
 */
public final class LocalSessions implements SessionStarter {

    private static final Logger LOG = LoggerFactory.getLogger(LocalSessions.class);

    /** Paths below it go into commands, and into addresses of sockets, which are short. */
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9._+-]+)+");

    /** Bits of a mode (inode(7)). */
    private static final int FOLDER = 0x4000;

    private static final int STICKY = 0x200;
    private static final int OTHERS_WRITE = 0x12;
    private static final int OTHERS_ENTER = 0x1;

    private static final int MOST_NUMBERS = 50;
    private static final int LONGEST_STATE = 60;

    private final Path state;
    private final Path script;
    private final boolean forAccounts;
    private final OptionalInt reader;
    private final Displays displays = new Displays();
    private final Presence presence = new Presence();
    private final StartRules rules;

    LocalSessions(Path state, boolean forAccounts, OptionalInt reader, StartRules rules) throws IOException {
        if (!PLAIN.matcher(state.toString()).matches() || state.toString().length() > LONGEST_STATE) {
            throw new IOException("sessions cannot be kept in " + state + ": the path is not plain, or too long");
        }
        this.state = state;
        this.forAccounts = forAccounts;
        this.reader = reader;
        this.rules = rules;
        Files.createDirectories(state);
        if (forAccounts) {
            requireOwnPath();
        }
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString(forAccounts ? "rwx--x--x" : "rwx------"));
        if (forAccounts) {
            Displays.makeFolder();
        }
        rules.groups().enable();
        clearLeftovers();
        this.script = writeScript();
    }

    /**
     * Starts sessions as ourselves. An order that names an account other than ours is refused.
     *
     * @param state folder for what is kept of running sessions, made if it is not there; gone with a restart of the host
     * @return the starter
     * @throws IOException if the folder cannot be used
     */
    public static LocalSessions asOurselves(Path state) throws IOException {
        return new LocalSessions(state, false, OptionalInt.empty(), StartRules.ofThisHost());
    }

    /**
     * Starts sessions as the accounts that orders name, which takes root. An order without an account, or for root, is refused.
     * That the user may log on was found out before: here nobody is asked for a password.
     *
     * @param state  folder for what is kept of running sessions, owned by root all the way up, e.g. {@code /run/oriel/sessions}
     * @param reader user id of the service, which may hear what sessions play
     * @return the starter
     * @throws IOException if the folder cannot be used
     */
    public static LocalSessions forAccounts(Path state, int reader) throws IOException {
        return new LocalSessions(state, true, OptionalInt.of(reader), StartRules.ofThisHost());
    }

    /** Whoever could move or replace a folder on the way could make root write and run what they like. */
    private void requireOwnPath() throws IOException {
        for (Path folder = state; folder != null; folder = folder.getParent()) {
            int mode = (int) Files.getAttribute(folder, "unix:mode", LinkOption.NOFOLLOW_LINKS);
            boolean owned = Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                    .equals(0);
            boolean closed = (mode & OTHERS_WRITE) == 0 || (mode & STICKY) != 0;
            boolean open = folder.equals(state) || (mode & OTHERS_ENTER) != 0;
            if (!owned || !closed || !open || (mode & FOLDER) == 0) {
                throw new IOException("sessions cannot be kept in " + state + ": " + folder
                        + " must be a folder of root that everybody may enter and nobody else may change");
            }
        }
    }

    private Path writeScript() throws IOException {
        Path file = state.resolve("session.sh");
        Path fresh = Files.createTempFile(state, "session", ".fresh");
        try (var text = LocalSessions.class.getResourceAsStream("session.sh")) {
            if (text == null) {
                throw new IOException("session.sh is missing from this program");
            }
            Files.copy(text, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
        return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public XSession start(SessionOrder order, SessionWatch watch) throws StartFailedException, InterruptedException {
        return start(order, Map.of(), watch);
    }

    /**
     * Starts a session with variables that opening it on this host has given.
     *
     * @param order       what is wanted
     * @param environment variables, as pam_getenvlist(3) gives them
     * @param watch       hears of its end
     * @return the session; ended by {@link XSession#stop}
     * @throws StartFailedException if it could not be started; nothing of it is left
     * @throws InterruptedException if the thread was interrupted; nothing of it is left
     */
    public XSession start(SessionOrder order, Map<String, String> environment, SessionWatch watch)
            throws StartFailedException, InterruptedException {
        OrderRules.check(order);
        OrderRules.check(environment);
        Account account = account(order);
        var host = new SessionStart.Host(state, script, rules, displays, presence, reader);
        for (int attempt = 0; attempt < MOST_NUMBERS; attempt++) {
            Optional<RunningSession> session =
                    new SessionStart(host, order, account, forAccounts).run(environment, watch);
            if (session.isPresent()) {
                log(order, account, session.get());
                return session.get();
            }
        }
        throw new StartFailedException("no number of a display could be taken", List.of());
    }

    private static void log(SessionOrder order, Account account, XSession session) {
        LOG.info(
                "Session {} has started: {} for {} on display :{}.",
                order.number(),
                session.desktop(),
                account.name(),
                session.display());
    }

    private Account account(SessionOrder order) throws StartFailedException {
        if (!forAccounts) {
            Account ourselves = ourselves();
            if (!order.account().isEmpty() && !order.account().equals(ourselves.name())) {
                throw refused("sessions of other users take the privileged helper");
            }
            return ourselves;
        }
        Account account = Account.named(order.account()).orElseThrow(() -> refused("there is no such account"));
        if (account.uid() <= 0 || account.gid() < 0) {
            throw refused("this account cannot have sessions");
        }
        return account;
    }

    private static Account ourselves() {
        Account named = Account.current();
        try {
            return named.uid() >= 0
                    ? named
                    : new Account(
                            named.name(),
                            (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid"),
                            (int) Files.getAttribute(Path.of("/proc/self"), "unix:gid"),
                            named.home(),
                            named.shell());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no Linux without /proc/self
        }
    }

    private static StartFailedException refused(String reason) {
        return new StartFailedException(reason, List.of());
    }

    /** What services before us had to leave. */
    private void clearLeftovers() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(state, Files::isDirectory)) {
            for (Path folder : folders) {
                clearLeftover(folder);
            }
        }
    }

    private void clearLeftover(Path folder) throws IOException {
        Optional<SessionRecord> record = SessionRecord.read(folder.resolve("record"));
        if (record.isPresent() && record.get().starterLives()) {
            return;
        }
        LOG.info("A session that was left behind is cleared away: {}.", folder.getFileName());
        Unit unit = record.map(SessionRecord::unit).orElse(new Unit("none", List.of()));
        Optional<Account> owner = record.flatMap(SessionRecord::owner);
        if (owner.isPresent() == forAccounts) {
            Clearing.of(writeScript(), folder, owner, unit).run();
        } else {
            unit.kill();
            SessionFiles.remove(
                    folder); // whose files these are is not known: what a user may have written is not touched
        }
    }
}
