package oriel.server.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oriel.server.control.Json;
import oriel.service.Trace;
import oriel.service.TracedCall;

/** Traces as JSON. */
public final class TraceJson {

    private TraceJson() {}

    /**
     * Writes a trace.
     *
     * @param trace the trace
     * @return an object whose member {@code calls} has the calls, oldest first
     */
    public static ObjectNode write(Trace trace) {
        ObjectNode json = summary(trace);
        ArrayNode calls = json.putArray("calls");
        trace.calls().forEach(call -> calls.add(write(call)));
        return json;
    }

    /**
     * Writes a trace without its calls.
     *
     * @param trace the trace
     * @return an object
     */
    public static ObjectNode summary(Trace trace) {
        ObjectNode json = Json.object()
                .put("id", trace.id())
                .put("connection", trace.connectionId())
                .put("listener", trace.listener())
                .put("provider", trace.provider())
                .put("client", trace.client())
                .put("user", trace.user())
                .put("session", trace.sessionId())
                .put("startedAt", trace.startedAt().toString())
                .put("endedAt", trace.endedAt().map(Instant::toString).orElse(null));
        return json.put("outcome", trace.outcome().name().toLowerCase(Locale.ROOT))
                .put("reason", trace.reason());
    }

    /**
     * Writes a call.
     *
     * @param call the call
     * @return an object
     */
    public static ObjectNode write(TracedCall call) {
        return Json.object()
                .put("at", call.at().toString())
                .put("call", call.call())
                .put("from", call.from())
                .put("to", call.to())
                .put("result", call.result())
                .put("micros", call.micros())
                .put("note", call.note());
    }

    /**
     * Reads a trace as {@link #write(Trace)} has written it.
     *
     * @param json the object
     * @return the trace
     */
    public static Trace read(JsonNode json) {
        List<TracedCall> calls = new ArrayList<>();
        json.path("calls").forEach(call -> calls.add(readCall(call)));
        return new Trace(
                json.path("id").asText(),
                json.path("connection").asInt(),
                json.path("listener").asText(),
                json.path("provider").asText(),
                json.path("client").asText(),
                json.path("user").asText(),
                json.path("session").asInt(),
                Instant.parse(json.path("startedAt").asText()),
                json.path("endedAt").isTextual()
                        ? Optional.of(Instant.parse(json.path("endedAt").asText()))
                        : Optional.empty(),
                Trace.Outcome.valueOf(json.path("outcome").asText().toUpperCase(Locale.ROOT)),
                json.path("reason").asText(),
                calls);
    }

    /**
     * Reads a call as {@link #write(TracedCall)} has written it.
     *
     * @param json the object
     * @return the call
     */
    public static TracedCall readCall(JsonNode json) {
        return new TracedCall(
                Instant.parse(json.path("at").asText()),
                json.path("call").asText(),
                json.path("from").asText(),
                json.path("to").asText(),
                json.path("result").asText(),
                json.path("micros").asLong(),
                json.path("note").asText());
    }
}
