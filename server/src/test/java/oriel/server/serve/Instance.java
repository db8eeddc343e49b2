package oriel.server.serve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import oriel.kit.ScriptedProvider;
import oriel.server.command.CommandLine;
import oriel.server.command.Terminal;
import oriel.server.command.Verb;
import oriel.server.verb.Verbs;

/** {@code oriel serve} in this process, with a scripted provider in place of RDP, and the verbs to steer it. */
final class Instance implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(40);

    final ScriptedProvider provider = ScriptedProvider.named("rdp", "RDP-Tcp");
    final StillScene.Provider desktops = new StillScene.Provider();
    final Path home;
    private final Map<String, String> environment;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private CompletableFuture<Integer> ended = CompletableFuture.completedFuture(0);

    Instance(Path home) {
        this(home, Map.of());
    }

    Instance(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = new HashMap<>(environment);
        this.environment.put("ORIEL_HOME", home.toString());
    }

    /** What a verb printed, and how it ended. */
    record Result(int exitCode, String out, String err) {}

    /** Starts {@code serve} in the background. */
    Instance start(String... flags) {
        List<String> line = new ArrayList<>(List.of("serve"));
        line.addAll(List.of(flags));
        List<Verb> verbs = Verbs.all().stream().map(this::withOurParts).toList();
        var terminal = terminal("", out, err);
        // on a thread of its own: the common pool has one per core, and serving takes one for as long as it lasts
        ended = CompletableFuture.supplyAsync(
                () -> new CommandLine("1", verbs).run(terminal, line),
                task -> Thread.ofPlatform().daemon().name("serve").start(task));
        return this;
    }

    private Verb withOurParts(Verb verb) {
        return !verb.name().equals("serve")
                ? verb
                : new Verb(
                        "serve",
                        "",
                        verb.summary(),
                        "",
                        verb.options(),
                        verb.examples(),
                        (invocation, terminal) ->
                                Serve.run(new Parts(List.of(provider), List.of(desktops)), invocation, terminal));
    }

    Instance untilReady() throws InterruptedException {
        await(() -> printed().lines().anyMatch(line -> line.startsWith("ready")) || ended.isDone());
        if (ended.isDone()) {
            throw new AssertionError("it ended: " + complaint());
        }
        return this;
    }

    int untilEnded() throws Exception {
        return ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Runs another verb against the same directories. */
    Result run(String input, String... line) {
        var verbOut = new ByteArrayOutputStream();
        var verbErr = new ByteArrayOutputStream();
        int exitCode = new CommandLine("1", Verbs.all()).run(terminal(input, verbOut, verbErr), List.of(line));
        return new Result(exitCode, verbOut.toString(StandardCharsets.UTF_8), verbErr.toString(StandardCharsets.UTF_8));
    }

    private Terminal terminal(String input, ByteArrayOutputStream to, ByteArrayOutputStream complaints) {
        return new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(to, true, StandardCharsets.UTF_8),
                new PrintStream(complaints, true, StandardCharsets.UTF_8),
                environment,
                false);
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("it did not happen within " + PATIENCE);
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws IOException {
        if (!ended.isDone()) {
            run("", "stop");
        }
    }
}
