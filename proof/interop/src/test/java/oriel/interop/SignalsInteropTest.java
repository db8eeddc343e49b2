package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a terminal, a shell and a service manager say to the program, while somebody works. */
class SignalsInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private VirtualDisplay display;
    private OrielServer server;
    private StockClient client;

    @BeforeEach
    void letSomebodyWork() throws Exception {
        display = VirtualDisplay.open(800, 600);
        server = OrielServer.start();
        client = StockClient.xfreerdp(
                display, server.port(), "/u:" + OrielServer.USER, "/p:" + OrielServer.PASSWORD, "/size:800x600");
        server.awaitOnlySession("Active");
    }

    @AfterEach
    void closeAll() {
        client.close();
        server.close();
        display.close();
    }

    /** Ctrl-C is SIGINT; service managers send SIGTERM. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void shouldStopInGoodOrderAndTellTheClient(String signal) throws Exception {
        server.signal(signal);

        assertThat(server.exitCode(PATIENCE)).as(server.printed()).isZero();
        client.exitCode(PATIENCE);
        // ERRINFO_SERVER_SHUTDOWN
        assertThat(client.printed()).contains("0x00000019");
        try (Stream<Path> left = Files.list(server.home().resolve("run"))) {
            assertThat(left.map(Path::getFileName)).containsExactly(Path.of("lock"));
        }
        try (Stream<ProcessHandle> children = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(server.home() + "/"))) {
            assertThat(children).isEmpty();
        }
    }

    @Test
    void shouldTakeANewCertificateAndConfigurationWithoutDroppingAnybody() throws Exception {
        String connection = server.awaitOnlySession("Active").get("connection");
        String before = fingerprint();
        Certificates.write(
                server.home().resolve("state/certificate.pem"), server.home().resolve("state/certificate.key"));
        Files.writeString(
                server.home().resolve("config/oriel.toml"),
                "\n[policy]\nidle-limit = \"2h\"\n",
                StandardOpenOption.TRUNCATE_EXISTING);

        server.signal("HUP");

        Tool.await(
                "a reload",
                PATIENCE,
                () -> server.logged().stream().anyMatch(line -> line.contains("changed: [policy.idle-limit]")));
        assertThat(fingerprint()).isNotEqualTo(before);
        assertThat(server.awaitOnlySession("Active")).containsEntry("connection", connection);
        assertThat(client.running()).as(client.printed()).isTrue();
    }

    /** Of the certificate that a new client is shown. */
    private String fingerprint() throws Exception {
        try (RudePeer peer = RudePeer.secured("127.0.0.1", server.port())) {
            return peer.fingerprint();
        }
    }
}
