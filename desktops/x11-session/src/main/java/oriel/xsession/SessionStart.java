package oriel.xsession;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import oriel.system.Account;
import oriel.system.Fifo;
import oriel.xsession.RunningSession.Parts;

/** The start of one session, from the order to a desktop that runs; on a display number that may turn out to be taken. */
final class SessionStart {

    /**
     * What all starts share.
     *
     * @param state    folder of all sessions
     * @param script   the script of sessions
     * @param rules    how they are started
     * @param displays numbers of displays
     * @param presence who has sessions
     * @param reader   who may hear what sessions play; empty = ourselves
     */
    record Host(Path state, Path script, StartRules rules, Displays displays, Presence presence, OptionalInt reader) {}

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COOKIE = 16;
    private static final int MARK = 8;
    private static final int NUMBER_TAKEN = 97;
    private static final int LONGEST_NUMBER = 16;

    private final Host host;
    private final SessionOrder order;
    private final Account account;
    private final Optional<Account> owner;
    private final XServer kind;
    private final Optional<InstalledDesktop> desktop;
    private final int display;
    private final Unit unit;
    private final Launcher launcher;
    private final String token = "oriel-" + random(MARK);
    private final boolean sound;
    private final byte[] cookie = new byte[COOKIE];
    private final CompletableFuture<String> loggedIn = new CompletableFuture<>();

    /**
     * Prepares a start.
     *
     * @param become whether the account is another than ours
     */
    SessionStart(Host host, SessionOrder order, Account account, boolean become) throws StartFailedException {
        this.host = host;
        this.order = order;
        this.account = account;
        this.owner = become ? Optional.of(account) : Optional.empty();
        this.kind = XServer.installed(host.rules().servers());
        this.desktop = order.program().isPresent() ? Optional.empty() : Optional.of(Desktops.choose(order.desktop()));
        this.sound = order.sound() && Programs.has("pulseaudio");
        this.display = host.displays().take();
        host.presence().comes(account.uid());
        String mark = random(MARK);
        this.unit = Unit.create(host.rules().groups(), mark, order.limits());
        this.launcher = new Launcher(host.script(), host.state().resolve(mark), owner, unit, order.limits());
        RANDOM.nextBytes(cookie);
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /**
     * Starts the session.
     *
     * @param given variables that opening it on this host has given
     * @return the session; empty = the number of its display was taken by somebody else
     */
    Optional<RunningSession> run(Map<String, String> given, SessionWatch watch)
            throws StartFailedException, InterruptedException {
        boolean started = false;
        try {
            SessionFiles files = write(given);
            Optional<RunningSession> session = start(files, watch);
            started = session.isPresent();
            return session;
        } catch (IOException e) {
            throw new StartFailedException("the session's files cannot be written: " + e.getMessage(), List.of());
        } finally {
            if (!started) {
                clear();
            }
        }
    }

    private void clear() {
        boolean last = host.presence().leaves(account.uid());
        new Clearing(launcher, last).run();
        host.displays().release(display);
    }

    private SessionFiles write(Map<String, String> given) throws IOException {
        SessionFiles files = SessionFiles.create(launcher.folder(), owner);
        files.writeOwn(files.record(), new SessionRecord(SessionRecord.ourselves(), owner, unit).text());
        Map<String, String> login = SessionEnvironment.login(order, account, owner.isEmpty(), given);
        Path runtime = SessionEnvironment.runtime(files, account.uid());
        files.write("environment", SessionEnvironment.exports(login));
        files.write(
                "session",
                SessionEnvironment.exports(SessionEnvironment.display(order, files, runtime, display, sound, desktop))
                        + settings(files));
        if (sound) {
            makeFifo(files.sound());
        }
        files.write(files.authority(), Authority.file(display, cookie));
        files.handOver();
        return files;
    }

    private void makeFifo(Path fifo) throws IOException {
        if (owner.isPresent()) {
            Fifo.create(fifo, account.uid(), account.gid(), host.reader());
        } else {
            Fifo.create(fifo);
        }
    }

    /** What the script wants to know, which is not for programs. */
    private String settings(SessionFiles files) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("log", homeLog().toString());
        settings.put("title", "Session %d on display :%d.".formatted(order.number(), display));
        settings.put("display", Integer.toString(display));
        settings.put("server", ShellText.quote(kind.command(display, files.authority(), order.screen())));
        settings.put("mode", kind.mode(order.screen()));
        settings.put("layout", order.keyboard().layout());
        settings.put("variant", order.keyboard().variant());
        settings.put("dpi", Integer.toString(order.screen().dpi()));
        settings.put("token", token);
        settings.put(
                "program",
                order.program().map(SessionOrder.Program::commandLine).orElse(""));
        settings.put(
                "directory",
                order.program().map(SessionOrder.Program::directory).orElse(""));
        settings.put("own", order.desktop().isEmpty() ? "yes" : "");
        settings.put("manage", desktop.filter(InstalledDesktop::managed).isPresent() ? "" : "yes");
        settings.put("desktop", desktop.map(InstalledDesktop::command).orElse(""));
        var text = new StringBuilder();
        settings.forEach((name, value) -> text.append("oriel_" + name + "=" + ShellText.quote(value) + "\n"));
        return text.toString();
    }

    private Path homeLog() {
        return account.home().resolve(".local/state/oriel").resolve("session-" + order.number() + ".log");
    }

    private Optional<RunningSession> start(SessionFiles files, SessionWatch watch)
            throws IOException, StartFailedException, InterruptedException {
        var log = new SessionLog(launcher.inside("log"), List.of(homeLog(), files.spareLog()));
        Path file = log.open();
        boolean started = false;
        try {
            Process server =
                    launcher.inside("server").redirectErrorStream(false).start();
            log.take("session " + order.number() + " server", server.getErrorStream(), line -> false);
            if (!answers(server, log)) {
                return Optional.empty();
            }
            if (sound) {
                Process player = launcher.inside("sound").start();
                log.take("session " + order.number() + " sound", player.getInputStream(), line -> false);
            }
            prepare(log);
            Process shown = launcher.inside("desktop").start();
            log.take("session " + order.number(), shown.getInputStream(), this::look);
            String name = awaitLogin(server, shown, log);
            var parts = new Parts(
                    order.number(),
                    name,
                    account.uid(),
                    display,
                    cookie,
                    unit,
                    log,
                    file,
                    sound ? Optional.of(files.sound()) : Optional.empty(),
                    server,
                    shown);
            var session = new RunningSession(
                    parts,
                    () -> {
                        clear();
                        log.close();
                    },
                    watch);
            session.guard();
            started = true;
            return Optional.of(session);
        } finally {
            if (!started) {
                log.close();
            }
        }
    }

    /** Waits for the X server to say its number; false = somebody else has that. */
    private boolean answers(Process server, SessionLog log) throws StartFailedException, InterruptedException {
        var said = new CompletableFuture<String>();
        Thread.ofVirtual().name("session " + order.number() + " number").start(() -> said.complete(number(server)));
        try {
            if (said.get(host.rules().server().toMillis(), TimeUnit.MILLISECONDS)
                    .equals(Integer.toString(display))) {
                return true;
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new StartFailedException(
                    "the X server did not answer within %d seconds"
                            .formatted(host.rules().server().toSeconds()),
                    log.tail());
        }
        server.waitFor(1, TimeUnit.SECONDS);
        if (!server.isAlive() && server.exitValue() == NUMBER_TAKEN) {
            return false;
        }
        throw new StartFailedException("the X server " + ExitStatus.of(server), log.tail());
    }

    private static String number(Process server) {
        try (var in = new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII)) {
            var text = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\n' && text.length() < LONGEST_NUMBER; c = in.read()) {
                text.append((char) c);
            }
            return text.toString().strip();
        } catch (IOException e) {
            return ""; // it has ended
        }
    }

    private void prepare(SessionLog log) throws IOException, StartFailedException, InterruptedException {
        Process preparing = launcher.inside("prepare").start();
        log.take("session " + order.number() + " preparation", preparing.getInputStream(), line -> false);
        if (!preparing.waitFor(host.rules().prepare().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new StartFailedException("the X server does not answer", log.tail());
        }
    }

    /** Sees the line that says that the login shell has come as far as the desktop, and what that is. */
    private boolean look(String line) {
        return line.startsWith(token)
                && loggedIn.complete(line.substring(token.length()).strip());
    }

    private String awaitLogin(Process server, Process shown, SessionLog log)
            throws StartFailedException, InterruptedException {
        try {
            CompletableFuture.anyOf(loggedIn, server.onExit(), shown.onExit())
                    .get(host.rules().login().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartFailedException(
                    "the profile files of the login shell did not come to an end within %d seconds"
                            .formatted(host.rules().login().toSeconds()),
                    log.tail());
        }
        if (!server.isAlive()) {
            throw new StartFailedException("the X server " + ExitStatus.of(server), log.tail());
        }
        if (!loggedIn.isDone() && !shown.isAlive()) {
            log.settle();
        }
        if (!loggedIn.isDone()) {
            throw new StartFailedException(
                    "the login shell " + account.shell() + " " + ExitStatus.of(shown)
                            + " before the desktop was started",
                    log.tail());
        }
        return switch (loggedIn.join()) {
            case "own" -> ".xsession";
            case "program" ->
                order.program().map(SessionOrder.Program::commandLine).orElse("");
            default -> desktop.map(InstalledDesktop::name).orElse("");
        };
    }
}
