package oriel.server.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service's end of the control socket: a virtual thread for each client, which sends one request after the other. */
public final class ControlServer implements AutoCloseable {

    /** Longest request, in bytes. */
    public static final int LONGEST_REQUEST = 64 * 1024;

    /** Most clients at a time. */
    public static final int MOST_CLIENTS = 32;

    /** Longest path of a socket, in bytes: it and its final zero must fit into {@code sun_path}. */
    public static final int LONGEST_PATH = 107;

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    private final Path path;
    private final ServerSocketChannel server;
    private final ControlHandler handler;
    private final Duration patience;
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("control-watch").factory());

    private ControlServer(Path path, ServerSocketChannel server, ControlHandler handler, Duration patience) {
        this.path = path;
        this.server = server;
        this.handler = handler;
        this.patience = patience;
    }

    /**
     * Opens the socket. Whoever calls holds the lock of the instance, so a socket left behind is nobody's.
     *
     * @param path     where; its directory is its owner's alone
     * @param patience how long a client may be silent between requests
     * @param handler  fulfils requests
     * @return the server, accepting
     * @throws IOException if it cannot be opened
     */
    public static ControlServer open(Path path, Duration patience, ControlHandler handler) throws IOException {
        int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PATH) {
            throw new IOException("the path of the control socket has " + length + " bytes, at most " + LONGEST_PATH
                    + " are possible: choose a shorter ORIEL_HOME (" + path + ")");
        }
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        var control = new ControlServer(path, server, handler, patience);
        Thread.ofVirtual().name("control").start(control::accept);
        return control;
    }

    private void accept() {
        while (true) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().name("control-client").start(() -> serve(client));
            } catch (AsynchronousCloseException closed) {
                return;
            } catch (IOException e) {
                if (!server.isOpen()) {
                    return;
                }
                LOG.warn("A control client could not be accepted: {}", e.getMessage());
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                var lines = new LineChannel(client, LONGEST_REQUEST)) {
            Optional<String> refusal = refusal(client);
            if (refusal.isPresent()) {
                LOG.warn("A control client was refused: {}.", refusal.get());
                lines.write(error(ControlCode.FAILED, refusal.get()).toString());
                return;
            }
            converse(client, lines);
        } catch (RejectedExecutionException closing) {
            LOG.debug("A control client is still there while the socket is being closed");
        } catch (IOException e) {
            LOG.debug("A control client has gone: {}", e.getMessage());
        } finally {
            clients.remove(client);
        }
    }

    private Optional<String> refusal(SocketChannel client) throws IOException {
        String peer = client.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        String owner = Files.getOwner(path).getName();
        if (!peer.equals(owner) && !peer.equals("root")) {
            return Optional.of("the control socket belongs to " + owner + ", not to " + peer);
        }
        clients.add(client);
        return clients.size() > MOST_CLIENTS
                ? Optional.of("there are " + MOST_CLIENTS + " control clients already")
                : Optional.empty();
    }

    private void converse(SocketChannel client, LineChannel lines) throws IOException {
        while (true) {
            var impatience = watch.schedule(() -> close(client), patience.toMillis(), TimeUnit.MILLISECONDS);
            Optional<String> line;
            try {
                line = lines.read();
            } catch (java.nio.channels.ClosedChannelException closed) {
                return;
            } catch (IOException malformed) {
                lines.write(
                        error(ControlCode.BAD_REQUEST, malformed.getMessage()).toString());
                return;
            } finally {
                impatience.cancel(false);
            }
            if (line.isEmpty()) {
                return;
            }
            lines.write(answer(line.get(), lines).toString());
        }
    }

    private ObjectNode answer(String line, LineChannel lines) throws IOException {
        try {
            JsonNode request = Json.read(line);
            String verb = request.path("verb").asText("");
            if (verb.isEmpty()) {
                return error(ControlCode.BAD_REQUEST, "a request is an object with a member 'verb'");
            }
            JsonNode result = handler.handle(
                    verb,
                    request,
                    event -> lines.write(Json.object().set("event", event).toString()));
            return Json.object().set("result", result);
        } catch (JsonProcessingException e) {
            return error(ControlCode.BAD_REQUEST, "the request is not JSON: " + e.getOriginalMessage());
        } catch (ControlException e) {
            return error(e.code(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(ControlCode.FAILED, "the service is stopping");
        } catch (RuntimeException e) {
            LOG.error("A control request failed.", e);
            return error(ControlCode.FAILED, "the request failed; the log says why");
        }
    }

    private static ObjectNode error(ControlCode code, @Nullable String message) {
        return Json.object().put("error", message).put("code", code.name());
    }

    private static void close(SocketChannel client) {
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("A control client could not be closed: {}", e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        server.close();
        Files.deleteIfExists(path);
        clients.forEach(ControlServer::close);
    }
}
