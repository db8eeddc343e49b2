package oriel.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ControlServerTest {

    @TempDir
    Path directory;

    private Path path = Path.of("");
    private ControlServer server;

    @BeforeEach
    void open() throws IOException {
        path = directory.resolve("control");
        server = ControlServer.open(path, Duration.ofMinutes(2), ControlServerTest::handle);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private static JsonNode handle(String verb, JsonNode request, ControlHandler.Events events)
            throws ControlException, IOException {
        return switch (verb) {
            case "echo" -> request;
            case "count" -> {
                for (int i = 0; i < 3; i++) {
                    events.send(Json.object().put("i", i));
                }
                yield Json.object().put("sent", 3);
            }
            case "crash" -> throw new IllegalStateException("a secret detail");
            default -> throw new ControlException(ControlCode.NOT_FOUND, "there is no " + verb);
        };
    }

    private ControlClient client() throws IOException {
        return ControlClient.connect(path).orElseThrow();
    }

    private SocketChannel raw() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(path));
        return channel;
    }

    private static String answerTo(SocketChannel channel, byte[] bytes) throws IOException {
        var out = ByteBuffer.wrap(bytes);
        try {
            while (out.hasRemaining()) {
                channel.write(out);
            }
        } catch (IOException closedByTheServer) {
            assertThat(closedByTheServer).hasMessageContaining("Broken pipe");
        }
        return new LineChannel(channel, 1 << 20).read().orElse("");
    }

    @Test
    void shouldBeItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldAnswerSeveralRequestsOnOneConnection() throws Exception {
        try (ControlClient client = client()) {
            for (int i = 0; i < 3; i++) {
                JsonNode request = Json.object().put("verb", "echo").put("n", i).put("text", "ä\nö");
                assertThat(client.call(request, event -> {})).isEqualTo(request);
            }
        }
    }

    @Test
    void shouldSendEventsBeforeTheResult() throws Exception {
        List<Integer> events = new ArrayList<>();
        try (ControlClient client = client()) {
            JsonNode result = client.call(
                    Json.object().put("verb", "count"),
                    event -> events.add(event.path("i").asInt()));
            assertThat(result.path("sent").asInt()).isEqualTo(3);
        }
        assertThat(events).containsExactly(0, 1, 2);
    }

    @Test
    void shouldSayWhatWasNotFulfilled() throws Exception {
        try (ControlClient client = client()) {
            assertThatThrownBy(() -> client.call(Json.object().put("verb", "x"), event -> {}))
                    .isInstanceOfSatisfying(
                            ControlException.class, e -> assertThat(e.code()).isEqualTo(ControlCode.NOT_FOUND))
                    .hasMessage("there is no x");
        }
    }

    @Test
    void shouldKeepDetailsOfItsOwnFaultsToItself() throws Exception {
        try (ControlClient client = client()) {
            assertThatThrownBy(() -> client.call(Json.object().put("verb", "crash"), event -> {}))
                    .isInstanceOf(ControlException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "5", "nonsense", "{\"verb\":\"\"}", "{\"verb\":\"a\",\"verb\":\"b\"}", "{} {}"})
    void shouldRefuseWhatIsNoRequest(String line) throws IOException {
        try (SocketChannel channel = raw()) {
            assertThat(answerTo(channel, (line + "\n").getBytes(StandardCharsets.UTF_8)))
                    .contains("BAD_REQUEST");
        }
    }

    @Test
    void shouldRefuseDeepNesting() throws IOException {
        try (SocketChannel channel = raw()) {
            String line = "[".repeat(60_000) + "\n";
            assertThat(answerTo(channel, line.getBytes(StandardCharsets.UTF_8))).contains("BAD_REQUEST");
        }
    }

    @Test
    void shouldRefuseEndlessLines() throws IOException {
        try (SocketChannel channel = raw()) {
            byte[] endless = new byte[ControlServer.LONGEST_REQUEST + 1];
            java.util.Arrays.fill(endless, (byte) ' ');
            assertThat(answerTo(channel, endless)).contains("longer than 65536 bytes");
        }
    }

    @Test
    void shouldSurviveRandomBytes() throws Exception {
        var random = new Random(25);
        for (int i = 0; i < 30; i++) {
            byte[] garbage = new byte[random.nextInt(2000)];
            random.nextBytes(garbage);
            try (SocketChannel channel = raw()) {
                channel.write(ByteBuffer.wrap(garbage));
            }
        }
        shouldAnswerSeveralRequestsOnOneConnection();
    }

    @Test
    void shouldSendSilentClientsAway() throws IOException {
        server.close();
        server = ControlServer.open(path, Duration.ofMillis(500), ControlServerTest::handle);
        try (SocketChannel channel = raw()) {
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void shouldLimitTheNumberOfClients() throws Exception {
        List<ControlClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < ControlServer.MOST_CLIENTS; i++) {
                ControlClient client = client();
                clients.add(client);
                assertThat(client.call(Json.object().put("verb", "echo"), event -> {}))
                        .isNotNull();
            }
            try (SocketChannel channel = raw()) {
                assertThat(new LineChannel(channel, 1000).read().orElse("")).contains("control clients already");
            }
        } finally {
            for (ControlClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void shouldLeaveNothingBehind() throws IOException {
        server.close();
        assertThat(path).doesNotExist();
        assertThat(ControlClient.connect(path)).isEmpty();
    }

    @Test
    void shouldRefusePathsThatNoSocketCanHave() {
        Path deep = directory.resolve("x".repeat(120));
        assertThatThrownBy(() -> ControlServer.open(deep, Duration.ofSeconds(1), ControlServerTest::handle))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("choose a shorter ORIEL_HOME");
    }
}
