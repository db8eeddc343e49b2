package oriel.server.verb;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.command.Invocation;
import oriel.server.command.Option;
import oriel.server.command.Terminal;
import oriel.server.command.Verb;
import oriel.server.control.Json;
import oriel.server.home.InstanceLock;

/** Verbs about the service as a whole. */
final class ServiceVerbs {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private ServiceVerbs() {}

    static List<Verb> all() {
        return List.of(
                new Verb(
                        "status",
                        "",
                        "is the service running, and where does it listen",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel status", "oriel status --json"),
                        ServiceVerbs::status),
                new Verb(
                        "stop",
                        "",
                        "stop the service in good order",
                        "Returns when it has ended.",
                        List.of(Option.JSON),
                        List.of("oriel stop"),
                        ServiceVerbs::stop),
                new Verb(
                        "reload",
                        "",
                        "read the configuration again without dropping anyone",
                        "Says which keys changed, and which of them wait for the next start.",
                        List.of(Option.JSON),
                        List.of("oriel reload"),
                        ServiceVerbs::reload),
                new Verb(
                        "drain",
                        "on|off",
                        "take no new sessions; users still come back to theirs",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel drain on", "oriel drain off"),
                        ServiceVerbs::drain));
    }

    private static int status(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        JsonNode status = new Service(terminal).call(Service.request("status"));
        if (invocation.has("--json")) {
            terminal.out().println(Json.pretty(status));
            return ExitCode.DONE;
        }
        Duration age = Duration.between(Instant.parse(status.path("startedAt").asText()), Instant.now());
        terminal.out()
                .printf(
                        "running  process %s, version %s, Java %s, for %s%n",
                        status.path("pid").asText(),
                        status.path("version").asText(),
                        status.path("java").asText(),
                        Times.rough(age));
        terminal.out()
                .printf(
                        "sessions %s%s%n",
                        status.path("sessions").asText(),
                        status.path("draining").asBoolean() ? "  (drain: no new ones)" : "");
        var table = new Table("LISTENER", "PROVIDER", "STATE", "ADDRESS", "CONNECTIONS", "");
        status.path("listeners")
                .forEach(listener -> table.add(
                        listener.path("name").asText(),
                        listener.path("provider").asText(),
                        listener.path("state").asText(),
                        listener.path("address").asText(),
                        listener.path("connections").asText(),
                        listener.path("reason").asText()));
        terminal.out().print(table);
        return ExitCode.DONE;
    }

    private static int stop(Invocation invocation, Terminal terminal)
            throws CommandException, IOException, InterruptedException {
        var service = new Service(terminal);
        JsonNode result = askToStop(service);
        long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
        while (!stopped(service)) {
            if (System.nanoTime() > deadline) {
                throw new CommandException(
                        ExitCode.FAILED, "the service has not ended after " + STOP_PATIENCE.toSeconds() + " seconds");
            }
            Thread.sleep(50);
        }
        terminal.out().println(invocation.has("--json") ? Json.pretty(result) : "stopped");
        return ExitCode.DONE;
    }

    /** The service may be gone before its answer is. */
    private static JsonNode askToStop(Service service) throws CommandException, IOException {
        try {
            return service.call(Service.request("stop"));
        } catch (EOFException | SocketException gone) {
            return Json.object().put("stopping", true);
        }
    }

    /** The lock is the last thing that the service lets go. */
    private static boolean stopped(Service service) throws IOException {
        try (var lock = InstanceLock.take(service.home().lockFile()).orElse(null)) {
            return lock != null;
        }
    }

    private static int reload(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        JsonNode result = new Service(terminal).call(Service.request("reload"));
        if (invocation.has("--json")) {
            terminal.out().println(Json.pretty(result));
            return ExitCode.DONE;
        }
        print(terminal, result.path("changed"), "changed: ", "nothing changed that acts at once");
        print(terminal, result.path("needRestart"), "waits for the next start: ", "");
        return ExitCode.DONE;
    }

    private static void print(Terminal terminal, JsonNode keys, String label, String none) {
        List<String> names = keys.valueStream().map(JsonNode::asText).toList();
        String line = names.isEmpty() ? none : label + String.join(", ", names);
        if (!line.isEmpty()) {
            terminal.out().println(line);
        }
    }

    private static int drain(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        String wanted = invocation.operands().getFirst();
        if (!wanted.equals("on") && !wanted.equals("off")) {
            throw new CommandException(ExitCode.USAGE, "drain is '" + wanted + "', expected on or off");
        }
        JsonNode result = new Service(terminal).call(Service.request("drain").put("on", wanted.equals("on")));
        terminal.out().println(invocation.has("--json") ? Json.pretty(result) : "drain is " + wanted);
        return ExitCode.DONE;
    }
}
