package oriel.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./oriel serve}, started the way a stranger starts it, with a home of its own. */
final class OrielServer implements AutoCloseable {

    /** The user every server of the tests has. */
    static final String USER = "ada";

    static final String PASSWORD = "engine no 1";

    private static final Path LAUNCHER =
            Path.of("..", "..", "oriel").toAbsolutePath().normalize();

    private final Path home;
    private final int port;
    private final Process process;

    private OrielServer(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** Starts a server and waits for its ready line. */
    static OrielServer start(String... flags) throws Exception {
        return start(Map.of(), flags);
    }

    /** Starts a server whose environment overrides its configuration, and waits for its ready line. */
    static OrielServer start(Map<String, String> environment, String... flags) throws Exception {
        Path home = Files.createTempDirectory("oriel-home");
        oriel(home, PASSWORD, "users", "add", USER, "--password-stdin");
        int port = freePort();
        // Whoever runs the tests in the background or under nohup ignores signals, and a program inherits that.
        List<String> command = new ArrayList<>(
                List.of("env", "--default-signal=HUP,INT", LAUNCHER.toString(), "serve", "--rdp", "127.0.0.1:" + port));
        command.addAll(List.of(flags));
        Path log = home.resolve("serve.out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        prepare(builder, home);
        builder.environment().putAll(environment);
        Process process = builder.start();
        OrielServer server = new OrielServer(home, port, process);
        Tool.await("a line that starts with ready", Duration.ofMinutes(2), () -> {
            if (!process.isAlive()) {
                throw new AssertionError("oriel serve ended: " + Files.readString(log));
            }
            return Files.readString(log).lines().anyMatch(line -> line.startsWith("ready"));
        });
        return server;
    }

    int port() {
        return port;
    }

    /** What the server printed so far. */
    String printed() {
        try {
            return Files.readString(home.resolve("serve.out"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server has logged so far. */
    List<String> logged() {
        try {
            return Files.readAllLines(home.resolve("log/oriel.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Memory of the server that is in use, in MiB: the launcher has become the program, so it is one process. */
    long residentMebibytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** Where the server keeps what it has. */
    Path home() {
        return home;
    }

    /** Sends the server a signal, by its name without SIG. */
    void signal(String name) {
        Tool.run(Map.of(), List.of("kill", "-" + name, Long.toString(process.pid())));
    }

    /** Waits until the server has ended by itself. */
    int exitCode(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the server still runs after " + atMost + ":\n" + printed());
        }
        return process.exitValue();
    }

    /** Writes another configuration, and has it read. */
    void configure(String toml) throws IOException {
        Files.writeString(home.resolve("config/oriel.toml"), toml);
        oriel("reload");
    }

    /** One more user, who may log on at once. */
    void addUser(String name) {
        oriel(home, PASSWORD, "users", "add", name, "--password-stdin");
    }

    /** Runs another verb against this server and gives what it printed. */
    String oriel(String... arguments) {
        return oriel(home, "", arguments);
    }

    private static String oriel(Path home, String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            prepare(builder, home);
            Process process = builder.start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " failed: " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The sessions, as {@code oriel sessions --json} tells them: a map of the scalar members for each. */
    List<Map<String, String>> sessions() {
        return FlatJson.objects(oriel("sessions", "--json"));
    }

    /** Waits until there is exactly one session and it is in this state. */
    Map<String, String> awaitOnlySession(String state) throws Exception {
        List<Map<String, String>> last = new ArrayList<>();
        Tool.await("one session that is " + state, Duration.ofSeconds(60), () -> {
            last.clear();
            last.addAll(sessions());
            return last.size() == 1 && state.equals(last.getFirst().get("state"));
        });
        return last.getFirst();
    }

    /** Waits until there is exactly one session and it is active; gives its number. */
    String idOfOnlySession() throws Exception {
        return Objects.requireNonNull(awaitOnlySession("Active").get("id"));
    }

    /** Names of the calls in the trace of the newest connection, in order. */
    List<String> lastCalls() {
        Matcher matcher = Pattern.compile("\"call\"\\s*:\\s*\"(\\w+)\"").matcher(oriel("trace", "--last", "--json"));
        return matcher.results().map(result -> result.group(1)).toList();
    }

    /** A home of its own, and what this build has just made: the build is not to be started from within itself. */
    private static void prepare(ProcessBuilder builder, Path home) {
        builder.environment().put("ORIEL_HOME", home.toString());
        builder.environment().put("ORIEL_BUILD", "off");
        builder.environment().put("ORIEL_DESKTOP_SHELL_USER", System.getProperty("user.name"));
        builder.environment()
                .put("ORIEL_LOGON_ALLOW_ROOT", "true"); // where root runs the tests, the terminals are root's
    }

    /**
     * A port that nobody listens on. It lies below those that the system gives away by itself (32768 and up), so that no
     * outgoing connection takes it before the server does.
     */
    static int freePort() throws IOException {
        IOException last = new IOException("no port was tried");
        for (int attempt = 0; attempt < 50; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw last;
    }

    @Override
    public void close() {
        Tool.end(process);
    }
}
