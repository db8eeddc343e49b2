package oriel.service;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Traces as JSON and back. The members are those of the records; an instant is text, a missing end is left out. */
final class TraceJson {

    private TraceJson() {}

    static String write(Trace trace) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", trace.id());
        members.put("connectionId", trace.connectionId());
        members.put("listener", trace.listener());
        members.put("provider", trace.provider());
        members.put("client", trace.client());
        members.put("user", trace.user());
        members.put("sessionId", trace.sessionId());
        members.put("startedAt", trace.startedAt());
        trace.endedAt().ifPresent(at -> members.put("endedAt", at));
        members.put("outcome", trace.outcome());
        members.put("reason", trace.reason());
        members.put("calls", trace.calls().stream().map(TraceJson::members).toList());
        return Json.write(members);
    }

    private static Map<String, Object> members(TracedCall call) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", call.at());
        members.put("call", call.call());
        members.put("from", call.from());
        members.put("to", call.to());
        members.put("result", call.result());
        members.put("micros", call.micros());
        members.put("note", call.note());
        return members;
    }

    /**
     * Reads a trace.
     *
     * @return the trace; empty if the text is none
     */
    static Optional<Trace> read(String text) {
        try {
            return Optional.of(trace(object(Json.read(text))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Trace trace(Map<?, ?> members) {
        return new Trace(
                text(members, "id"),
                (int) number(members, "connectionId"),
                text(members, "listener"),
                text(members, "provider"),
                text(members, "client"),
                text(members, "user"),
                (int) number(members, "sessionId"),
                Instant.parse(text(members, "startedAt")),
                Optional.ofNullable(members.get("endedAt")).map(at -> Instant.parse(at.toString())),
                Trace.Outcome.valueOf(text(members, "outcome")),
                text(members, "reason"),
                calls(members.get("calls")));
    }

    private static List<TracedCall> calls(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("calls are no array");
        }
        return list.stream().map(element -> call(object(element))).toList();
    }

    private static TracedCall call(Map<?, ?> members) {
        return new TracedCall(
                Instant.parse(text(members, "at")),
                text(members, "call"),
                text(members, "from"),
                text(members, "to"),
                text(members, "result"),
                number(members, "micros"),
                text(members, "note"));
    }

    private static Map<?, ?> object(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("no object");
        }
        return map;
    }

    private static String text(Map<?, ?> members, String name) {
        if (!(members.get(name) instanceof String text)) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return text;
    }

    private static long number(Map<?, ?> members, String name) {
        if (!(members.get(name) instanceof Long number)) {
            throw new IllegalArgumentException(name + " is no number");
        }
        return number;
    }
}
