package oriel.server.verb;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import oriel.server.command.CommandException;
import oriel.server.command.ExitCode;
import oriel.server.command.Invocation;
import oriel.server.command.Option;
import oriel.server.command.Terminal;
import oriel.server.command.Verb;
import oriel.server.control.Json;

/** Everything about one session. */
final class SessionShow {

    private static final int LABEL = 13;

    private SessionShow() {}

    static Verb verb() {
        return new Verb(
                "sessions show",
                "ID",
                "say all that is known of one session",
                "Who is logged on, what runs, what it uses, where its programs write to.",
                List.of(Option.JSON),
                List.of("oriel sessions show 3", "less $(oriel sessions show 3 --json | jq -r .programs.log)"),
                SessionShow::run);
    }

    private static int run(Invocation invocation, Terminal terminal) throws CommandException, IOException {
        int id = invocation.number(0, "the number of a session (oriel sessions lists them)");
        JsonNode sessions = new Service(terminal).call(Service.request("sessions"));
        JsonNode session = StreamSupport.stream(sessions.spliterator(), false)
                .filter(each -> each.path("id").asInt() == id)
                .findFirst()
                .orElseThrow(() -> new CommandException(ExitCode.NOT_FOUND, "there is no session " + id));
        terminal.out().print(invocation.has("--json") ? Json.pretty(session) + "\n" : text(session, Instant.now()));
        return ExitCode.DONE;
    }

    private static String text(JsonNode session, Instant now) {
        JsonNode programs = session.path("programs");
        boolean attached = !session.path("connection").asText().isEmpty();
        var text = new StringBuilder();
        line(
                text,
                "session",
                session.path("id").asText() + " (" + session.path("uniqueId").asText() + ")");
        line(text, "user", session.path("user").asText());
        line(text, "account", programs.path("account").asText());
        line(
                text,
                "state",
                session.path("state").asText() + (session.path("locked").asBoolean() ? ", locked" : ""));
        line(text, "desktop", session.path("desktop").asText());
        line(
                text,
                "size",
                session.path("width").asText() + "x" + session.path("height").asText());
        line(
                text,
                attached ? "client" : "last client",
                session.path("client").asText()
                        + (attached ? " by " + session.path("protocol").asText() : ""));
        line(text, "connection", session.path("connection").asText());
        line(text, "since", since(session.path("startedAt"), now));
        line(
                text,
                attached ? "attached" : "left",
                since(session.path(attached ? "connectedAt" : "disconnectedAt"), now));
        if (session.path("idleSeconds").isNumber()) {
            line(
                    text,
                    "idle",
                    Times.rough(Duration.ofSeconds(session.path("idleSeconds").asLong())));
        }
        if (programs.path("processes").asInt() > 0) {
            line(text, "processes", programs.path("processes").asText());
            line(text, "memory", megabytes(programs.path("memory").asLong()));
            line(text, "processor", seconds(programs.path("processorSeconds").asDouble()));
        }
        line(text, "log", programs.path("log").asText(""));
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append(label)
                    .append(" ".repeat(LABEL - label.length()))
                    .append(value)
                    .append('\n');
        }
    }

    private static String since(JsonNode time, Instant now) {
        if (!time.isTextual()) {
            return "";
        }
        Instant at = Instant.parse(time.asText());
        return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + " (" + Times.rough(Duration.between(at, now))
                + ")";
    }

    private static String megabytes(long bytes) {
        return bytes == 0 ? "" : String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
