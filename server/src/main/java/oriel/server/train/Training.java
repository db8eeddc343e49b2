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

/** Runs the service in a directory of its own, plays a client, uses the verbs, and stops. */
public final class Training {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int VISITS = 3;
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
        Output served = new Output();
        Terminal serving = served.terminal(environment, terminal.err());
        Thread service = Thread.ofPlatform()
                .daemon()
                .start(() -> commands.run(serving, List.of("serve", "--rdp", "127.0.0.1:0", "--log-level", "warn")));
        int port = awaitReady(served, service);
        for (int i = 0; i < VISITS && port != 0; i++) {
            Visitor.visit(port);
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
            commands.run(new Output().terminal(environment, terminal.err()), verb);
        }
        service.join(PATIENCE);
        return port == 0 ? ExitCode.FAILED : ExitCode.DONE;
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

        Terminal terminal(Map<String, String> environment, PrintStream err) {
            var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            return new Terminal(new ByteArrayInputStream(new byte[0]), out, err, environment, false);
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
