package oriel.server.verb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
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

/** Verbs about sessions. */
final class SessionVerbs {

    private SessionVerbs() {}

    static List<Verb> all() {
        return List.of(
                new Verb(
                        "sessions",
                        "",
                        "list the sessions",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel sessions", "oriel sessions --json | jq '.[].user'"),
                        SessionVerbs::sessions),
                SessionShow.verb(),
                new Verb(
                        "disconnect",
                        "ID",
                        "take the client of a session away; the session stays",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel disconnect 3"),
                        (invocation, terminal) -> act("disconnect", "disconnected", invocation, terminal)),
                new Verb(
                        "logoff",
                        "ID",
                        "log the user of a session off and end it",
                        "",
                        List.of(Option.JSON),
                        List.of("oriel logoff 3"),
                        (invocation, terminal) -> act("logoff", "logged off", invocation, terminal)),
                new Verb(
                        "message",
                        "[ID] TEXT",
                        "show a message box in a session, or in all",
                        "",
                        List.of(
                                new Option("--all", "", "in every session; no ID then"),
                                new Option("--title", "TITLE", "title of the box"),
                                new Option(
                                        "--timeout", "SECONDS", "how long it stays at most; 0 = until it is answered"),
                                Option.JSON),
                        List.of(
                                "oriel message 3 'Lunch?'",
                                "oriel message --all --title Maintenance 'This host restarts at noon.'"),
                        SessionVerbs::message));
    }

    private static int sessions(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        JsonNode sessions = new Service(terminal).call(Service.request("sessions"));
        if (invocation.has("--json")) {
            terminal.out().println(Json.pretty(sessions));
            return ExitCode.DONE;
        }
        if (sessions.isEmpty()) {
            terminal.out().println("no sessions");
            return ExitCode.DONE;
        }
        Instant now = Instant.now();
        var table = new Table("ID", "USER", "STATE", "PROTOCOL", "DESKTOP", "CLIENT", "SINCE", "IDLE", "CONNECTION");
        sessions.forEach(session -> table.add(
                session.path("id").asText(),
                session.path("user").asText(),
                session.path("state").asText() + (session.path("locked").asBoolean() ? " (locked)" : ""),
                session.path("protocol").asText(),
                session.path("desktop").asText(),
                session.path("client").asText(),
                Times.rough(
                        Duration.between(Instant.parse(session.path("startedAt").asText()), now)),
                session.path("idleSeconds").isNumber()
                        ? Times.rough(
                                Duration.ofSeconds(session.path("idleSeconds").asLong()))
                        : "",
                session.path("connection").asText()));
        terminal.out().print(table);
        return ExitCode.DONE;
    }

    private static int act(String verb, String done, Invocation invocation, Terminal terminal)
            throws CommandException, IOException {
        int id = invocation.number(0, "the number of a session (oriel sessions lists them)");
        JsonNode result = new Service(terminal).call(Service.request(verb).put("session", id));
        terminal.out().println(invocation.has("--json") ? Json.pretty(result) : "session " + id + " " + done);
        return ExitCode.DONE;
    }

    private static int message(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        boolean all = invocation.has("--all");
        int operands = invocation.operands().size();
        if (operands != (all ? 1 : 2)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    all ? "--all takes a text and no ID" : "which session? oriel message ID TEXT, or --all TEXT");
        }
        ObjectNode request = Service.request("message")
                .put("title", invocation.value("--title").orElse("Message from the administrator"))
                .put("text", invocation.operands().getLast())
                .put("seconds", seconds(invocation));
        if (all) {
            request.put("all", true);
        } else {
            request.put("session", invocation.number(0, "the number of a session (oriel sessions lists them)"));
        }
        JsonNode result = new Service(terminal).call(request);
        String shown = all ? "shown in " + result.path("sessions").size() + " session(s)" : "shown";
        terminal.out().println(invocation.has("--json") ? Json.pretty(result) : shown);
        return ExitCode.DONE;
    }

    private static int seconds(Invocation invocation) throws CommandException {
        String text = invocation.value("--timeout").orElse("0");
        if (!text.matches("[0-9]{1,6}")) {
            throw new CommandException(ExitCode.USAGE, "--timeout is '" + text + "', expected seconds");
        }
        return Integer.parseInt(text);
    }
}
