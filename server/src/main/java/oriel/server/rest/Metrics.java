package oriel.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oriel.server.control.ControlException;
import oriel.server.control.ControlHandler;
import oriel.server.control.Json;
import oriel.server.licenses.LicenseDesk;

/** Figures of this moment in the text format of Prometheus, version 0.0.4. */
final class Metrics {

    /** What the format is called in HTTP. */
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    private Metrics() {}

    static String of(ControlHandler control, Optional<LicenseDesk> desk)
            throws ControlException, IOException, InterruptedException {
        var metrics = new Metrics();
        metrics.service(ask(control, "status"), ask(control, "sessions"));
        if (desk.isPresent()) {
            metrics.pools(desk.get().pools());
        }
        return metrics.text.toString();
    }

    private static JsonNode ask(ControlHandler control, String verb)
            throws ControlException, IOException, InterruptedException {
        return control.handle(verb, Json.object().put("verb", verb), event -> {});
    }

    private void service(JsonNode status, JsonNode sessions) {
        Map<String, Long> states = new TreeMap<>();
        sessions.forEach(session -> states.merge(session.path("state").asText(), 1L, Long::sum));
        head("oriel_sessions", "Sessions by state.");
        states.forEach((state, count) -> sample("oriel_sessions", count, "state", state));
        head("oriel_connections", "Connections by listener.");
        status.path("listeners")
                .forEach(listener -> sample(
                        "oriel_connections",
                        listener.path("connections").asLong(),
                        "listener",
                        listener.path("name").asText()));
        head("oriel_listener_up", "Whether a listener listens.");
        status.path("listeners")
                .forEach(listener -> sample(
                        "oriel_listener_up",
                        listener.path("state").asText().equals("listening") ? 1 : 0,
                        "listener",
                        listener.path("name").asText()));
        head("oriel_draining", "Whether no new sessions are taken.");
        sample("oriel_draining", status.path("draining").asBoolean() ? 1 : 0);
        head("oriel_heap_bytes", "Heap in use.");
        sample("oriel_heap_bytes", status.path("heapBytes").asLong());
    }

    /** A pool without an end has no size. */
    private void pools(JsonNode pools) {
        for (var figure : List.of(
                new Figure("used", "Licences of a pool that are held for good, or seats taken.", "used"),
                new Figure("temporary", "Temporary licences of a pool that are held.", "temporaries"),
                new Figure("size", "Licences that a pool has.", "size"))) {
            String name = "oriel_license_pool_" + figure.name();
            head(name, figure.help());
            for (JsonNode pool : pools) {
                if (pool.path(figure.member()).isNumber()) {
                    sample(
                            name,
                            pool.path(figure.member()).asLong(),
                            "pool",
                            pool.path("name").asText(),
                            "kind",
                            pool.path("kind").asText());
                }
            }
        }
    }

    private record Figure(String name, String help, String member) {}

    private void head(String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
    }

    private void sample(String name, long value, String... labels) {
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]))
                    .append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
