package oriel.server.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.command.Invocation;
import oriel.server.command.Option;
import oriel.server.command.Terminal;
import oriel.server.command.Verb;
import oriel.server.control.Json;
import oriel.server.trace.TraceArchive;
import oriel.server.trace.TraceDiagram;
import oriel.server.trace.TraceJson;
import oriel.server.trace.TraceMermaid;
import oriel.service.Trace;

/** The verb that shows what service and provider said to each other. */
final class TraceVerb {

    private TraceVerb() {}

    static Verb verb() {
        return new Verb(
                "trace",
                "[ID]",
                "show the calls of a connection as a sequence diagram",
                """
                Without an ID: the newest connection. Traces of connections that are over can be read while the service
                is down, too. An ID is what the log has in brackets, or its number alone.
                """,
                List.of(
                        new Option("--last", "", "the newest connection"),
                        new Option("--list", "", "which traces there are"),
                        new Option("--follow", "", "calls as they are made, until interrupted"),
                        new Option("--mermaid", "", "as a Mermaid sequence diagram"),
                        Option.JSON),
                List.of(
                        "oriel trace --last",
                        "oriel trace 12-a3f09c --json | jq '.calls[] | {call, result, micros}'",
                        "oriel trace --follow"),
                TraceVerb::run);
    }

    private static int run(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        if (invocation.has("--list")) {
            return list(invocation, terminal);
        }
        String id = invocation.operands().isEmpty() ? "" : invocation.operands().getFirst();
        if (invocation.has("--follow")) {
            return follow(id, invocation, terminal);
        }
        JsonNode json = trace(id, new Service(terminal));
        if (invocation.has("--json")) {
            terminal.out().println(Json.pretty(json));
        } else if (invocation.has("--mermaid")) {
            terminal.out().print(TraceMermaid.write(TraceJson.read(json)));
        } else {
            terminal.out().print(new TraceDiagram(terminal.colour()).draw(TraceJson.read(json)));
        }
        return ExitCode.DONE;
    }

    private static JsonNode trace(String id, Service service) throws CommandException, IOException {
        Optional<JsonNode> running =
                service.callIfRunning(Service.request("trace").put("id", id), event -> {});
        if (running.isPresent()) {
            return running.get();
        }
        return archive(service)
                .find(id)
                .map(TraceJson::write)
                .orElseThrow(() -> new CommandException(
                        ExitCode.NOT_FOUND,
                        (id.isEmpty() ? "there is no trace yet" : "there is no trace '" + id + "'")
                                + ", and the service is not running"));
    }

    private static TraceArchive archive(Service service) {
        return new TraceArchive(List.of(), service.home().traceDirectory());
    }

    private static int list(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        var service = new Service(terminal);
        Optional<JsonNode> running = service.callIfRunning(Service.request("traces"), event -> {});
        JsonNode traces =
                running.isPresent() ? running.get() : summaries(archive(service).all());
        if (invocation.has("--json")) {
            terminal.out().println(Json.pretty(traces));
            return ExitCode.DONE;
        }
        var table = new Table("ID", "SINCE", "LISTENER", "CLIENT", "USER", "SESSION", "OUTCOME", "REASON");
        traces.forEach(trace -> table.add(
                trace.path("id").asText(),
                trace.path("startedAt").asText(),
                trace.path("listener").asText(),
                trace.path("client").asText(),
                trace.path("user").asText(),
                trace.path("session").asInt() == 0 ? "" : trace.path("session").asText(),
                trace.path("outcome").asText(),
                trace.path("reason").asText()));
        terminal.out().print(table);
        return ExitCode.DONE;
    }

    private static JsonNode summaries(List<Trace> traces) {
        ArrayNode all = Json.array();
        traces.forEach(trace -> all.add(TraceJson.summary(trace)));
        return all;
    }

    private static int follow(String id, Invocation invocation, Terminal terminal)
            throws CommandException, IOException {
        var diagram = new TraceDiagram(terminal.colour());
        boolean json = invocation.has("--json");
        new Service(terminal).call(Service.request("follow").put("id", id), event -> {
            if (json && !event.isEmpty()) {
                terminal.out().println(event);
            } else if (event.has("call")) {
                terminal.out().println(diagram.line(event.path("id").asText(), TraceJson.readCall(event.path("call"))));
            } else if (event.has("ended")) {
                JsonNode trace = event.path("ended");
                terminal.out()
                        .println(event.path("id").asText() + "  "
                                + trace.path("outcome").asText() + "  "
                                + trace.path("reason").asText());
            }
            terminal.out().flush();
        });
        return ExitCode.DONE;
    }
}
