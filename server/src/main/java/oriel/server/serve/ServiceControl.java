package oriel.server.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import oriel.server.command.CommandException;
import oriel.server.command.Version;
import oriel.server.control.ControlCode;
import oriel.server.control.ControlException;
import oriel.server.control.ControlHandler;
import oriel.server.control.Json;
import oriel.server.trace.TraceArchive;
import oriel.server.trace.TraceJson;
import oriel.service.RemoteDesktopService;
import oriel.service.SessionStatus;
import oriel.service.Trace;
import oriel.service.TraceListener;
import oriel.service.TracedCall;

/** What the command line may ask of the running service. */
final class ServiceControl implements ControlHandler {

    private static final int LONGEST_MESSAGE = 8192;
    private static final int LONGEST_TITLE = 200;
    /** Calls that a slow follower may lag behind; what is more is left out for it. */
    private static final int LAG = 4096;
    /** How soon a follower that went away is noticed while nothing happens. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final Running running;
    private final RemoteDesktopService service;

    ServiceControl(Running running) {
        this.running = running;
        this.service = running.service();
    }

    @Override
    public JsonNode handle(String verb, JsonNode request, Events events)
            throws ControlException, IOException, InterruptedException {
        return switch (verb) {
            case "status" -> status();
            case "sessions" -> sessions();
            case "disconnect" -> onSession(request, service::disconnect, "no session %d with a client");
            case "logoff" -> onSession(request, service::logoff, "no session %d");
            case "message" -> message(request);
            case "traces" -> traces();
            case "trace" -> trace(request.path("id").asText(""));
            case "follow" -> follow(request.path("id").asText(""), events);
            case "drain" -> drain(request);
            case "reload" -> reload();
            case "stop" -> stop();
            default -> throw new ControlException(ControlCode.BAD_REQUEST, "unknown verb '" + verb + "'");
        };
    }

    private ObjectNode status() {
        Runtime runtime = Runtime.getRuntime();
        ObjectNode status = Json.object()
                .put("version", Version.text())
                .put("java", Runtime.version().toString())
                .put("pid", ProcessHandle.current().pid())
                .put("startedAt", running.startedAt().toString())
                .put("draining", service.draining())
                .put("sessions", service.sessions().size())
                .put("heapBytes", runtime.totalMemory() - runtime.freeMemory())
                .put("config", running.home().config().toString())
                .put("state", running.home().state().toString())
                .put("log", running.home().logFile().toString());
        ArrayNode listeners = status.putArray("listeners");
        service.listeners().forEach(listener -> listeners.add(SessionJson.write(listener)));
        return status;
    }

    private ArrayNode sessions() {
        ArrayNode sessions = Json.array();
        service.sessions().forEach(session -> sessions.add(SessionJson.write(session)));
        return sessions;
    }

    private static JsonNode onSession(JsonNode request, IntPredicate action, String absent) throws ControlException {
        int session = session(request);
        if (!action.test(session)) {
            throw new ControlException(ControlCode.NOT_FOUND, "there is " + absent.formatted(session));
        }
        return Json.object().put("session", session);
    }

    private static int session(JsonNode request) throws ControlException {
        JsonNode session = request.path("session");
        if (!session.canConvertToInt() || !session.isIntegralNumber()) {
            throw new ControlException(ControlCode.BAD_REQUEST, "'session' must be the number of a session");
        }
        return session.intValue();
    }

    private JsonNode message(JsonNode request) throws ControlException {
        String title = request.path("title").asText("");
        String text = request.path("text").asText("");
        int seconds = request.path("seconds").asInt(0);
        if (text.isEmpty() || text.length() > LONGEST_MESSAGE || title.length() > LONGEST_TITLE || seconds < 0) {
            throw new ControlException(
                    ControlCode.BAD_REQUEST,
                    "a message has 1 to " + LONGEST_MESSAGE + " characters, its title at most " + LONGEST_TITLE);
        }
        Duration timeout = Duration.ofSeconds(seconds);
        if (!request.path("all").asBoolean()) {
            return onSession(request, id -> service.message(id, title, text, timeout), "no session %d with a desktop");
        }
        ArrayNode reached = Json.array();
        service.sessions().stream()
                .map(SessionStatus::id)
                .filter(id -> service.message(id, title, text, timeout))
                .forEach(reached::add);
        return Json.object().set("sessions", reached);
    }

    private ArrayNode traces() throws IOException {
        ArrayNode traces = Json.array();
        archive().all().forEach(trace -> traces.add(TraceJson.summary(trace)));
        return traces;
    }

    private ObjectNode trace(String id) throws ControlException, IOException {
        Optional<Trace> trace = archive().find(id);
        return TraceJson.write(trace.orElseThrow(() -> new ControlException(
                ControlCode.NOT_FOUND, id.isEmpty() ? "there is no trace yet" : "there is no trace '" + id + "'")));
    }

    private TraceArchive archive() {
        return new TraceArchive(service.traces(), running.home().traceDirectory());
    }

    /** Sends calls as they are made, of one connection or of all, until the client goes away. */
    private JsonNode follow(String id, Events events) throws IOException, InterruptedException {
        BlockingQueue<JsonNode> queue = new ArrayBlockingQueue<>(LAG);
        try (var _ = service.followTraces(new Follower(id, queue))) {
            while (true) {
                JsonNode event = queue.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                events.send(event == null ? Json.object() : event);
            }
        }
    }

    private record Follower(String wanted, BlockingQueue<JsonNode> queue) implements TraceListener {

        @Override
        public void called(String id, TracedCall call) {
            offer(id, "call", TraceJson.write(call));
        }

        @Override
        public void ended(Trace trace) {
            offer(trace.id(), "ended", TraceJson.summary(trace));
        }

        /** The thread of a connection must not wait for a follower. */
        private void offer(String id, String kind, JsonNode what) {
            if (wanted.isEmpty() || TraceArchive.matches(id, wanted)) {
                boolean taken = queue.offer(Json.object().put("id", id).set(kind, what));
                assert taken || queue.remainingCapacity() == 0;
            }
        }
    }

    private JsonNode drain(JsonNode request) throws ControlException {
        if (!request.path("on").isBoolean()) {
            throw new ControlException(ControlCode.BAD_REQUEST, "'on' must be true or false");
        }
        service.drain(request.path("on").asBoolean());
        return Json.object().put("draining", service.draining());
    }

    private JsonNode reload() throws ControlException, IOException {
        try {
            Running.Reload reload = running.reload();
            ObjectNode result = Json.object();
            ArrayNode changed = result.putArray("changed");
            reload.changed().forEach(changed::add);
            ArrayNode needRestart = result.putArray("needRestart");
            reload.needRestart().forEach(needRestart::add);
            return result;
        } catch (CommandException e) {
            throw new ControlException(ControlCode.FAILED, "nothing was changed: " + e.getMessage());
        }
    }

    private JsonNode stop() {
        running.stop();
        return Json.object()
                .put("stopping", true)
                .put("pid", ProcessHandle.current().pid());
    }
}
