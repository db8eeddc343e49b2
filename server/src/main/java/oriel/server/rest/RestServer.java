package oriel.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.licensing.ledger.LedgerException;
import oriel.server.command.Version;
import oriel.server.control.ControlCode;
import oriel.server.control.ControlException;
import oriel.server.control.ControlHandler;
import oriel.server.control.Json;
import oriel.server.licenses.LicenseDesk;

/** Answers over HTTP. Each request has a virtual thread. */
public final class RestServer implements AutoCloseable {

    /** Where the paths of the interface begin. */
    public static final String ROOT = "/api/v1";

    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);
    private static final int LARGEST_BODY = 64 << 20;
    private static final int BACKLOG = 50;
    private static final int GOODBYE_SECONDS = 1;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RestToken token;
    private final List<Route> routes;
    private final ObjectNode description;

    private final ControlHandler control;
    private final Optional<LicenseDesk> desk;

    private RestServer(HttpServer http, RestToken token, ControlHandler control, Optional<LicenseDesk> desk) {
        this.http = http;
        this.token = token;
        this.control = control;
        this.desk = desk;
        this.routes = Routes.all(control, desk);
        this.description = OpenApi.of(routes, Version.text());
    }

    /**
     * Opens the interface.
     *
     * @param address   a loopback address; port 0 takes a free one
     * @param tokenFile where the token is; made if there is none
     * @param control   answers about the service
     * @param desk      answers about licences, where there is a ledger
     * @return the open interface
     * @throws IOException if the address is not a loopback address, is taken, or the token cannot be used
     */
    public static RestServer open(
            InetSocketAddress address, Path tokenFile, ControlHandler control, Optional<LicenseDesk> desk)
            throws IOException {
        // Slow senders and idle connections are the server's own to end; it reads these once, in seconds.
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.idleInterval", "30");
        var resolved = new InetSocketAddress(InetAddress.getByName(address.getHostString()), address.getPort());
        if (!resolved.getAddress().isLoopbackAddress()) {
            throw new IOException("the REST interface speaks plain HTTP and listens on loopback addresses only, not on "
                    + address.getHostString() + "; put a proxy with TLS before it");
        }
        RestToken token = RestToken.in(tokenFile);
        HttpServer http = HttpServer.create(resolved, BACKLOG);
        var server = new RestServer(http, token, control, desk);
        http.createContext("/", server::handle);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /**
     * Where it listens.
     *
     * @return the address, with the port that was taken
     */
    public InetSocketAddress address() {
        return http.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!token.isIn(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                fail(exchange, 401, "the token is missing or wrong");
            } else if (path.equals("/metrics") && exchange.getRequestMethod().equals("GET")) {
                metrics(exchange);
            } else if (!path.startsWith(ROOT + "/")) {
                fail(exchange, 404, "there is nothing at " + path);
            } else if (path.equals(ROOT + "/openapi.json")) {
                send(exchange, 200, description);
            } else {
                answer(exchange, path.substring(ROOT.length()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("A request over REST has failed", e);
            throw e;
        }
    }

    private void answer(HttpExchange exchange, String path) throws IOException, InterruptedException {
        boolean known = false;
        for (Route route : routes) {
            Optional<ObjectNode> request = route.match(path);
            if (request.isPresent() && route.method().equals(exchange.getRequestMethod())) {
                answer(exchange, route, request.get());
                return;
            }
            known |= request.isPresent();
        }
        if (known) {
            fail(exchange, 405, exchange.getRequestMethod() + " is not possible there");
        } else {
            fail(exchange, 404, "there is nothing at " + ROOT + path);
        }
    }

    private static void answer(HttpExchange exchange, Route route, ObjectNode request)
            throws IOException, InterruptedException {
        try {
            readQuery(exchange, request);
            String body = readBody(exchange, route, request);
            route.convert(request);
            switch (route.action().answer(request, body)) {
                case Route.Answer.Value(JsonNode json) -> send(exchange, 200, json);
                case Route.Answer.Lines(Route.Source source) -> send(exchange, source);
            }
        } catch (ControlException e) {
            fail(exchange, status(e.code()), String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            fail(exchange, 400, "the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            LOG.warn("{} {} over REST has failed: {}", route.method(), route.path(), e.toString());
            if (exchange.getResponseCode() < 0) {
                fail(exchange, 500, String.valueOf(e.getMessage()));
            }
        }
    }

    private static int status(ControlCode code) {
        return switch (code) {
            case BAD_REQUEST -> 400;
            case NOT_FOUND -> 404;
            case FAILED -> 409;
        };
    }

    private static void readQuery(HttpExchange exchange, ObjectNode request) throws ControlException {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null) {
            return;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new ControlException(
                        ControlCode.BAD_REQUEST, "the query has '" + pair + "', expected name=value");
            }
            String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
            if (request.has(name)) {
                throw new ControlException(ControlCode.BAD_REQUEST, "'" + name + "' is there twice");
            }
            request.put(name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
    }

    /** The body, where it is text; the members of a JSON object join the request. */
    private static String readBody(HttpExchange exchange, Route route, ObjectNode request)
            throws IOException, ControlException {
        String text;
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw new ControlException(
                        ControlCode.BAD_REQUEST, "the body is larger than " + LARGEST_BODY + " bytes");
            }
            text = new String(bytes, StandardCharsets.UTF_8);
        }
        if (route.takesText() || text.isBlank()) {
            return text;
        }
        if (!(Json.read(text) instanceof ObjectNode members)) {
            throw new ControlException(ControlCode.BAD_REQUEST, "the body is not a JSON object");
        }
        for (var member : members.properties()) {
            if (request.has(member.getKey())) {
                throw new ControlException(ControlCode.BAD_REQUEST, "'" + member.getKey() + "' is there twice");
            }
            request.set(member.getKey(), member.getValue());
        }
        return "";
    }

    private void metrics(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            send(exchange, 200, Metrics.TYPE, Metrics.of(control, desk));
        } catch (ControlException e) {
            fail(exchange, status(e.code()), String.valueOf(e.getMessage()));
        } catch (LedgerException e) {
            fail(exchange, 500, String.valueOf(e.getMessage()));
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode json) throws IOException {
        send(exchange, status, "application/json", Json.pretty(json) + "\n");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void send(HttpExchange exchange, Route.Source source) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/jsonl; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (Writer out = new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8)) {
            source.writeTo(out);
        }
    }

    private static void fail(HttpExchange exchange, int status, String error) throws IOException {
        send(exchange, status, Json.object().put("error", error));
    }

    @Override
    public void close() {
        http.stop(GOODBYE_SECONDS);
        threads.close();
    }
}
