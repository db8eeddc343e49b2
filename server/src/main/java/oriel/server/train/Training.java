package oriel.server.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oriel.server.command.CommandLine;
import oriel.server.command.ExitCode;
import oriel.server.command.Terminal;
import oriel.server.command.Verb;
import oriel.server.command.Version;

/**
 * Runs the service in a directory of its own, plays its clients, uses the verbs, and stops. Few clients would do for the classes; the
 * many are for the profiles of the methods (JEP 515), from which a service that has just started is compiled.
 */
public final class Training {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(100);

    private static final int LOGONS = 4;
    private static final int LOOKS = 8;

    /** A thousand more add nothing that could be measured. */
    private static final int KNOCKS = 300;

    /** All clients of the training come from one address, as fast as they can. */
    private static final Map<String, String> NO_LIMITS = Map.of(
            "ORIEL_LISTENER_RDP_TCP_CONNECTION_RATE", "0",
            "ORIEL_LISTENER_RDP_TCP_HALF_OPEN_PER_ADDRESS", "10000",
            "ORIEL_POLICY_CONNECTIONS_PER_ADDRESS", "10000",
            "ORIEL_POLICY_SESSIONS", "10000",
            "ORIEL_DESKTOP_KIND", "embedded"); // nobody wants X servers for visitors

    private static final String USER = "visitor";
    private static final Pattern READY = Pattern.compile("^ready .*127\\.0\\.0\\.1:([0-9]+)", Pattern.MULTILINE);

    private final CommandLine commands;

    /**
     * Makes a training.
     *
     * @param verbs the verbs of the program
     */
    public Training(List<Verb> verbs) {
        commands = new CommandLine(Version.text(), verbs);
    }

    /**
     * Trains.
     *
     * @param terminal where it was started; complaints go there
     * @return exit code
     * @throws IOException          if the directory cannot be made or removed
     * @throws InterruptedException if the thread was interrupted
     */
    public int run(Terminal terminal) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("oriel-train");
        try {
            return train(directory, terminal);
        } finally {
            delete(directory);
        }
    }

    private int train(Path directory, Terminal terminal) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(terminal.environment());
        environment.keySet().removeIf(name -> name.startsWith("ORIEL_"));
        environment.put("ORIEL_HOME", directory.toString());
        environment.putAll(NO_LIMITS);
        String password = "see " + directory.getFileName();
        commands.run(
                new Output().terminal(password, environment, terminal.err()),
                List.of("users", "add", USER, "--password-stdin"));
        Output served = new Output();
        Terminal serving = served.terminal("", environment, terminal.err());
        Thread service = Thread.ofPlatform()
                .daemon()
                .start(() -> commands.run(serving, List.of("serve", "--rdp", "127.0.0.1:0", "--log-level", "warn")));
        int port = awaitReady(served, service);
        if (port != 0) {
            receiveVisitors(port, password, terminal);
        }
        for (List<String> verb : List.of(
                List.of("--help"),
                List.of("serve", "--help"),
                List.of("--version"),
                List.of("status"),
                List.of("sessions"),
                List.of("sessions", "--json"),
                List.of("users", "list"),
                List.of("trace", "--list"),
                List.of("trace", "--last"),
                List.of("trace", "--last", "--json"),
                List.of("stop"))) {
            commands.run(new Output().terminal("", environment, terminal.err()), verb);
        }
        service.join(PATIENCE);
        return port == 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** What goes wrong here makes the cache poorer, and that is all. */
    private static void receiveVisitors(int port, String password, Terminal terminal) {
        try {
            Visitor.visit(port, "", "", QUIET);
            Visitor.visit(port, USER, password, QUIET);
            for (int i = 0; i < LOGONS; i++) {
                Visitor.visit(port, USER, password, SHORT);
            }
            for (int i = 0; i < LOOKS; i++) {
                Visitor.visit(port, "", "", SHORT);
            }
            for (int i = 0; i < KNOCKS; i++) {
                Visitor.knock(port);
            }
        } catch (IOException e) {
            terminal.err().println("oriel: a visit has failed: " + e.getMessage());
        }
    }

    private static int awaitReady(Output served, Thread service) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (service.isAlive() && System.nanoTime() < deadline) {
            Matcher ready = READY.matcher(served.text());
            if (ready.find()) {
                return Integer.parseInt(ready.group(1));
            }
            Thread.sleep(20);
        }
        return 0;
    }

    private record Output(ByteArrayOutputStream bytes) {

        Output() {
            this(new ByteArrayOutputStream());
        }

        Terminal terminal(String input, Map<String, String> environment, PrintStream err) {
            var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            return new Terminal(
                    new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, environment, false);
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
