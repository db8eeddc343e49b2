package oriel.server.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import oriel.contract.desktop.DesktopStatus;
import oriel.server.control.Json;
import oriel.service.ListenerStatus;
import oriel.service.SessionStatus;

/** Sessions and listeners as JSON. */
final class SessionJson {

    private SessionJson() {}

    static ObjectNode write(SessionStatus session) {
        return Json.object()
                .put("id", session.id())
                .put("user", session.user())
                .put("state", session.state().toString())
                .put("protocol", session.protocol())
                .put("desktop", session.desktop())
                .put("client", session.client())
                .put("domain", session.domain())
                .put("locked", session.locked())
                .put("connection", session.connection())
                .put("uniqueId", session.uniqueId().toString())
                .put("startedAt", session.startedAt().toString())
                .put("logonAt", text(session.logonAt()))
                .put("connectedAt", text(session.connectedAt()))
                .put("disconnectedAt", text(session.disconnectedAt()))
                .put("idleSeconds", session.idle().map(Duration::toSeconds).orElse(null))
                .put("bytesSent", session.bytesSent())
                .put("bytesReceived", session.bytesReceived())
                .put("width", session.size().width())
                .put("height", session.size().height())
                .set("programs", write(session.programs()));
    }

    private static ObjectNode write(DesktopStatus programs) {
        return Json.object()
                .put("account", programs.account())
                .put("processes", programs.processes())
                .put("memory", programs.memory())
                .put("processorSeconds", programs.processor().toMillis() / 1000.0)
                .put("log", programs.log().orElse(null));
    }

    static ObjectNode write(ListenerStatus listener) {
        return Json.object()
                .put("name", listener.name())
                .put("provider", listener.provider())
                .put("state", listener.state().name().toLowerCase(java.util.Locale.ROOT))
                .put("address", listener.address())
                .put("reason", listener.reason())
                .put("connections", listener.connections());
    }

    private static @org.jspecify.annotations.Nullable String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }
}
