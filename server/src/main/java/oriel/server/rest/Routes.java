package oriel.server.rest;

import static oriel.server.rest.Parameter.body;
import static oriel.server.rest.Parameter.path;
import static oriel.server.rest.Parameter.query;
import static oriel.server.rest.Parameter.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oriel.server.control.ControlException;
import oriel.server.control.ControlHandler;
import oriel.server.control.Json;
import oriel.server.licenses.LicenseDesk;

/** Everything that can be asked for: the verbs of the command line, with paths of their own. */
final class Routes {

    private static final Parameter SESSION = path("session", "integer", "number of the session");
    private static final Parameter SERIAL = path("serial", "string", "number of the licence, hexadecimal");
    private static final Parameter FROM = query("from", "string", "first moment or day, UTC");
    private static final Parameter UNTIL = query("until", "string", "first moment or day that does not count, UTC");

    private Routes() {}

    /** All of them; those about licences only where there is a ledger. */
    static List<Route> all(ControlHandler control, Optional<LicenseDesk> desk) {
        List<Route> routes = new ArrayList<>(ofService(control));
        desk.ifPresent(licenses -> routes.addAll(ofLicenses(licenses)));
        return routes;
    }

    private static List<Route> ofService(ControlHandler control) {
        return List.of(
                ask(control, "GET", "/status", "status", "how the service is", List.of()),
                ask(control, "GET", "/sessions", "sessions", "the sessions", List.of()),
                ask(
                        control,
                        "POST",
                        "/sessions/{session}/disconnect",
                        "disconnect",
                        "take the client of a session away; the session stays",
                        List.of(SESSION)),
                ask(
                        control,
                        "POST",
                        "/sessions/{session}/logoff",
                        "logoff",
                        "log the user of a session off and end it",
                        List.of(SESSION)),
                ask(
                        control,
                        "POST",
                        "/sessions/{session}/message",
                        "message",
                        "show a message box in a session",
                        List.of(
                                SESSION,
                                required("text", "string", "the message"),
                                body("title", "string", "title of the box"),
                                body("seconds", "integer", "how long it stays at most; 0 = until it is answered"))),
                ask(control, "GET", "/traces", "traces", "the traces that are kept", List.of()),
                ask(
                        control,
                        "GET",
                        "/traces/{id}",
                        "trace",
                        "every call of one connection",
                        List.of(path("id", "string", "id of the connection"))),
                ask(
                        control,
                        "POST",
                        "/drain",
                        "drain",
                        "take no new sessions, or take them again",
                        List.of(required("on", "boolean", "whether to drain"))),
                ask(control, "POST", "/reload", "reload", "read the configuration again", List.of()));
    }

    private static List<Route> ofLicenses(LicenseDesk desk) {
        return List.of(
                json("GET", "/licenses/pools", "the pools and how full they are", List.of(), request -> desk.pools()),
                json(
                        "POST",
                        "/licenses/pools/{pool}/reservations",
                        "reserve licences of a pool for groups, in place of what was reserved before",
                        List.of(
                                path("pool", "string", "name of the pool"),
                                required("reservations", "object", "how many for which group")),
                        desk::reserve),
                json(
                        "GET",
                        "/licenses",
                        "licences, the latest first",
                        List.of(
                                query("pool", "string", "of this pool only"),
                                query("holder", "string", "whose user, device or machine has this in its name"),
                                query("state", "string", "in this state, or all; otherwise those that are live"),
                                query("limit", "integer", "no more than this many")),
                        desk::list),
                json(
                        "POST",
                        "/licenses",
                        "give a user or a device a licence",
                        List.of(
                                body("user", "string", "the user"),
                                body("device", "string", "the hardware id of the device, 40 hexadecimal digits"),
                                body("machine", "string", "the name of the device"),
                                body("pool", "string", "from this pool"),
                                body("days", "integer", "a temporary one, good for this long")),
                        desk::issue),
                json("GET", "/licenses/journal", "what happened", List.of(FROM, UNTIL), desk::journal),
                json(
                        "GET",
                        "/licenses/report",
                        "what happened, summed up",
                        List.of(query("by", "string", "pool, user, device or day"), FROM, UNTIL),
                        desk::report),
                json("GET", "/licenses/packs", "the packs that were imported", List.of(), request -> desk.packs()),
                json("GET", "/licenses/check", "examine the ledger", List.of(), request -> desk.check()),
                new Route(
                        "GET",
                        "/licenses/export",
                        "the whole ledger, a line of JSON for each thing",
                        List.of(),
                        (request, body) -> new Route.Answer.Lines(desk::exportTo)),
                new Route(
                        "POST",
                        "/licenses/import",
                        "import a pack, or what another ledger has exported",
                        List.of(required("", "string", "the file")),
                        (request, body) -> new Route.Answer.Value(desk.importText(body))),
                json(
                        "POST",
                        "/licenses/key",
                        "sign with a new key from now on",
                        List.of(),
                        request -> desk.rotateKey()),
                json("GET", "/licenses/{serial}", "a licence and what happened to it", List.of(SERIAL), desk::show),
                json(
                        "POST",
                        "/licenses/{serial}/revoke",
                        "take a licence away",
                        List.of(SERIAL, body("reason", "string", "why, for the journal")),
                        desk::revoke),
                json(
                        "POST",
                        "/licenses/{serial}/reinstate",
                        "forgive the holder of a revoked licence",
                        List.of(SERIAL),
                        desk::reinstate));
    }

    private interface Desk {
        JsonNode answer(ObjectNode request) throws ControlException, IOException;
    }

    private static Route json(String method, String path, String summary, List<Parameter> parameters, Desk desk) {
        return new Route(
                method, path, summary, parameters, (request, body) -> new Route.Answer.Value(desk.answer(request)));
    }

    /** A verb of the control socket. */
    private static Route ask(
            ControlHandler control,
            String method,
            String path,
            String verb,
            String summary,
            List<Parameter> parameters) {
        return new Route(
                method,
                path,
                summary,
                parameters,
                (request, body) -> new Route.Answer.Value(
                        control.handle(verb, Json.object().setAll(request), event -> {})));
    }
}
