package oriel.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The command line's end of the control socket. */
public final class ControlClient implements AutoCloseable {

    /** Longest answer, in bytes. */
    private static final int LONGEST_ANSWER = 64 << 20;

    private final LineChannel lines;

    private ControlClient(SocketChannel channel) {
        lines = new LineChannel(channel, LONGEST_ANSWER);
    }

    /**
     * Connects to the service.
     *
     * @param path the control socket
     * @return the client; empty if no service listens there
     * @throws IOException if the socket is there and may not be opened
     */
    public static Optional<ControlClient> connect(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
        } catch (java.net.ConnectException nobody) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new ControlClient(channel));
    }

    /**
     * Makes a request.
     *
     * @param request an object with a member {@code verb}
     * @param events  hears of events until the result is there
     * @return the result
     * @throws ControlException if the service did not fulfil it
     * @throws IOException      if the service went away
     */
    public JsonNode call(JsonNode request, Consumer<JsonNode> events) throws ControlException, IOException {
        lines.write(request.toString());
        while (true) {
            String line = lines.read().orElseThrow(() -> new EOFException("the service ended the conversation"));
            JsonNode answer = Json.read(line);
            if (answer.has("event")) {
                events.accept(answer.get("event"));
            } else if (answer.has("error")) {
                throw new ControlException(
                        code(answer.path("code").asText()), answer.path("error").asText());
            } else {
                return answer.path("result");
            }
        }
    }

    private static ControlCode code(String name) {
        for (ControlCode code : ControlCode.values()) {
            if (code.name().equals(name)) {
                return code;
            }
        }
        return ControlCode.FAILED;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
