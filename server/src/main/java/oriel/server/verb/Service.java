package oriel.server.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.function.Consumer;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.command.Terminal;
import oriel.server.control.ControlClient;
import oriel.server.control.ControlException;
import oriel.server.control.Json;
import oriel.server.home.Home;

/** Asks the running service, and turns what it answers into exit codes. */
final class Service {

    private final Home home;

    Service(Terminal terminal) {
        home = Home.ofUser(terminal.environment());
    }

    Home home() {
        return home;
    }

    static ObjectNode request(String verb) {
        return Json.object().put("verb", verb);
    }

    JsonNode call(JsonNode request) throws CommandException, IOException {
        return call(request, event -> {});
    }

    JsonNode call(JsonNode request, Consumer<JsonNode> events) throws CommandException, IOException {
        return callIfRunning(request, events).orElseThrow(this::notRunning);
    }

    /** The answer; empty if no service runs. */
    Optional<JsonNode> callIfRunning(JsonNode request, Consumer<JsonNode> events) throws CommandException, IOException {
        Optional<ControlClient> connected;
        try {
            connected = ControlClient.connect(home.controlSocket());
        } catch (AccessDeniedException e) {
            throw new CommandException(
                    ExitCode.NOT_ALLOWED, "the control socket " + home.controlSocket() + " belongs to somebody else");
        }
        if (connected.isEmpty()) {
            return Optional.empty();
        }
        try (ControlClient client = connected.get()) {
            return Optional.of(client.call(request, events));
        } catch (ControlException e) {
            throw new CommandException(exitCode(e), String.valueOf(e.getMessage()));
        }
    }

    CommandException notRunning() {
        return new CommandException(
                ExitCode.NOT_RUNNING, "the service is not running on " + home.run() + "; `oriel serve` starts it");
    }

    static int exitCode(ControlException e) {
        return switch (e.code()) {
            case BAD_REQUEST -> ExitCode.USAGE;
            case NOT_FOUND -> ExitCode.NOT_FOUND;
            case FAILED -> ExitCode.FAILED;
        };
    }
}
