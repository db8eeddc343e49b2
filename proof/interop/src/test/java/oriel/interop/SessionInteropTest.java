package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging on, working, leaving and coming back with stock clients. */
class SessionInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The order of the connection sequence picture; the licence calls are one round of the loop. */
    private static final List<String> PICTURE = List.of(
            "OnConnected",
            "GetLogonErrorRedirector",
            "OnReady",
            "AcceptConnection",
            "GetClientData",
            "GetClientMonitorData",
            "GetUserCredentials",
            "GetLicenseConnection",
            "RequestLicensingCapabilities",
            "SendClientLicense",
            "ProtocolComplete",
            "AuthenticateClientToSession",
            "NotifySessionId",
            "GetInputHandles",
            "GetVideoHandle",
            "ConnectNotify",
            "NotifyCommandProcessCreated",
            "IsUserAllowedToLogon",
            "SessionArbitrationEnumeration",
            "LogonNotify");

    private VirtualDisplay display;
    private OrielServer server;

    @BeforeEach
    void openDisplayAndServer() throws Exception {
        display = VirtualDisplay.open(1024, 768);
        server = OrielServer.start();
    }

    @AfterEach
    void closeBoth() {
        server.close();
        display.close();
    }

    @Test
    void shouldLogOnWorkDropAndComeBackWithXfreerdp() throws Exception {
        int answer = color(42, 137, 200);
        try (StockClient client = xfreerdp()) {
            Map<String, String> session = server.awaitOnlySession("Active");
            assertThat(session)
                    .containsEntry("user", OrielServer.USER)
                    .containsEntry("protocol", "RDP")
                    .containsEntry("desktop", "embedded");
            assertThat(server.lastCalls().stream().filter(PICTURE::contains).distinct())
                    .containsExactlyElementsOf(PICTURE);
            display.settled(Duration.ofMillis(600), PATIENCE).save("desktop-xfreerdp");

            display.move(400, 400);
            display.type("clear; printf '\\033[48;2;%d;137;200m%60s\\033[0m\\n' $((6*7)) ''");
            display.key("Return");
            awaitColor(answer);
            display.screenshot().save("terminal-xfreerdp");
            assertThat(client.running()).as(client.printed()).isTrue();
        }

        server.awaitOnlySession("Disconnected");

        try (StockClient client = xfreerdp()) {
            server.awaitOnlySession("Active");
            awaitColor(answer);
            display.screenshot().save("came-back-xfreerdp");
            assertThat(client.running()).isTrue();
        }
    }

    @Test
    void shouldLogOnAndWorkWithRdesktop() throws Exception {
        try (StockClient client = StockClient.rdesktop(
                display,
                server.port(),
                "-u",
                OrielServer.USER,
                "-p",
                OrielServer.PASSWORD,
                "-g",
                "1024x768",
                "-a",
                "32")) {
            Map<String, String> session = server.awaitOnlySession("Active");
            assertThat(session).as(client.printed()).containsEntry("user", OrielServer.USER);
            display.settled(Duration.ofMillis(600), PATIENCE).save("desktop-rdesktop");

            display.move(400, 400);
            display.type("clear; printf '\\033[48;2;%d;10;20m%60s\\033[0m\\n' $((11*11)) ''");
            display.key("Return");
            awaitColor(color(121, 10, 20));
            display.screenshot().save("terminal-rdesktop");
        }
    }

    @Test
    void shouldLetASecondClientTakeTheSessionOverAndTellTheFirstWhy() throws Exception {
        try (StockClient first = xfreerdp();
                VirtualDisplay elsewhere = VirtualDisplay.open(1024, 768)) {
            String id = server.idOfOnlySession();
            display.settled(Duration.ofMillis(400), PATIENCE);

            try (StockClient second = xfreerdp(elsewhere)) {
                // ERRINFO_DISCONNECTED_BY_OTHER_CONNECTION is 5, and so is the exit code xfreerdp makes of it.
                assertThat(first.exitCode(PATIENCE)).as(first.printed()).isEqualTo(5);
                assertThat(server.awaitOnlySession("Active")).containsEntry("id", id);
                assertThat(second.running()).isTrue();
            }
        }
    }

    @Test
    void shouldEndTheSessionOnLogoffAndTellTheClient() throws Exception {
        try (StockClient client = xfreerdp()) {
            String id = server.idOfOnlySession();

            server.oriel("logoff", id);

            // ERRINFO_RPC_INITIATED_LOGOFF is 2.
            assertThat(client.exitCode(PATIENCE)).as(client.printed()).isEqualTo(2);
            assertThat(server.sessions()).isEmpty();
        }
    }

    @Test
    void shouldKeepTheSessionOnDisconnectByTheAdministrator() throws Exception {
        try (StockClient client = xfreerdp()) {
            String id = server.idOfOnlySession();

            server.oriel("disconnect", id);

            // ERRINFO_RPC_INITIATED_DISCONNECT is 1.
            assertThat(client.exitCode(PATIENCE)).as(client.printed()).isEqualTo(1);
            assertThat(server.awaitOnlySession("Disconnected")).containsEntry("id", id);
        }
    }

    private StockClient xfreerdp() throws Exception {
        return xfreerdp(display);
    }

    private StockClient xfreerdp(VirtualDisplay where) throws Exception {
        return StockClient.xfreerdp(
                where, server.port(), "/u:" + OrielServer.USER, "/p:" + OrielServer.PASSWORD, "/size:1024x768");
    }

    private void awaitColor(int color) throws Exception {
        display.await(color, 500, PATIENCE);
    }

    private static int color(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }
}
