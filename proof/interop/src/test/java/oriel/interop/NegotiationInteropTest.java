package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is agreed on, or refused, before anybody logs on. */
class NegotiationInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** TPKT and X.224 Connection Request with an RDP Negotiation Request, up to requestedProtocols (MS-RDPBCGR 2.2.1.1). */
    private static final String CONNECTION_REQUEST = "030000130ee0000000000001000800";

    private static OrielServer server;
    private static VirtualDisplay display;

    @BeforeAll
    static void openBoth() throws Exception {
        server = OrielServer.start();
        display = VirtualDisplay.open(800, 600);
    }

    @AfterAll
    static void closeBoth() {
        server.close();
        display.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldServeAStockClientInBothVersionsOfTls(String version) throws Exception {
        // OpenSSL is told by its configuration which versions it may offer; xfreerdp reads it like every program that
        // uses OpenSSL.
        Path configuration = Files.writeString(Files.createTempFile("openssl", ".cnf"), """
                openssl_conf = settings
                [settings]
                ssl_conf = modules
                [modules]
                system_default = versions
                [versions]
                MinProtocol = %1$s
                MaxProtocol = %1$s
                """.formatted(version));
        try (StockClient client = StockClient.xfreerdp(
                display.with("OPENSSL_CONF", configuration.toString()),
                server.port(),
                "/u:" + OrielServer.USER,
                "/p:" + OrielServer.PASSWORD,
                "/size:800x600")) {
            server.awaitOnlySession("Active");
            assertThat(client.running()).isTrue();
            server.oriel("logoff", server.idOfOnlySession());
            assertThat(client.exitCode(PATIENCE)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void shouldAgreeOnTheVersionThatIsOffered(String version) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(40_000);
            socket.getOutputStream().write(HexFormat.of().parseHex(CONNECTION_REQUEST + "01000000"));
            byte[] confirm = socket.getInputStream().readNBytes(19);
            assertThat(confirm[11]).as("type RDP_NEG_RSP").isEqualTo((byte) 2);

            SSLSocket tls = (SSLSocket)
                    RudePeer.anybody().getSocketFactory().createSocket(socket, "localhost", server.port(), true);
            tls.setEnabledProtocols(new String[] {version});
            tls.startHandshake();

            assertThat(tls.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "no negotiation request at all,      -,        1",
        "standard RDP security alone,        00000000, 1",
        "CredSSP alone,                      02000000, 1"
    })
    void shouldRefuseWithTheProperFailureCode(String what, String protocols, int code) throws IOException {
        String request = protocols.equals("-") ? "0300000b06e00000000000" : CONNECTION_REQUEST + protocols;

        byte[] answer = exchange(request);

        assertThat(answer[11]).as(what + ": type RDP_NEG_FAILURE").isEqualTo((byte) 3);
        assertThat(answer[15]).as(what + ": failureCode").isEqualTo((byte) code);
    }

    @Test
    void shouldTellXfreerdpThatStandardSecurityIsRefused() throws Exception {
        try (StockClient client = StockClient.xfreerdp(display, server.port(), "/sec:rdp", "/u:x", "/p:y")) {
            assertThat(client.exitCode(PATIENCE)).isNotZero();
            assertThat(client.printed()).contains("SSL_REQUIRED_BY_SERVER");
        }
    }

    @Test
    void shouldDropAPeerThatSpeaksSomethingElse() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(40_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static byte[] exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(40_000);
            socket.getOutputStream().write(HexFormat.of().parseHex(request));
            return new DataInputStream(socket.getInputStream()).readNBytes(19);
        }
    }
}
