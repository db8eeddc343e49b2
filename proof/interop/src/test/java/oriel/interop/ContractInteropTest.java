package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.service.SessionState;
import oriel.service.SessionStatus;

/**
 * The provider of the program and the service, with stock clients at the far end: whatever the clients do, both keep the
 * contract to the letter. {@link HostedOriel#close} checks every call from the start of the service to its stop.
 */
class ContractInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What shows that a client is moved into a session, in order. */
    private static final List<String> ATTACHED =
            List.of("NotifySessionId", "GetInputHandles", "GetVideoHandle", "ConnectNotify", "LogonNotify");

    private static VirtualDisplay display;

    private HostedOriel oriel;

    @BeforeAll
    static void openDisplay() throws IOException {
        display = VirtualDisplay.open(1024, 768);
    }

    @AfterAll
    static void closeDisplay() {
        display.close();
    }

    @BeforeEach
    void startOriel() throws Exception {
        oriel = HostedOriel.start();
    }

    @AfterEach
    void stopOriel() {
        oriel.close();
    }

    @Test
    void shouldKeepTheContractWhenUsersLogOnAndTheServerStops() throws Exception {
        try (StockClient first = xfreerdp(oriel.port(), HostedOriel.USER);
                StockClient second = rdesktop(HostedOriel.OTHER_USER)) {
            awaitActive(2);

            oriel.close();

            // ERRINFO_SERVER_SHUTDOWN, which FreeRDP 2.11 knows by its number alone
            first.exitCode(PATIENCE);
            assertThat(first.printed()).contains("0x00000019");
            second.exitCode(PATIENCE);
            assertThat(oriel.connections()).hasSize(2).allSatisfy(log -> {
                assertThat(log.names()).containsSubsequence("LogonNotify", "SetErrorInfo", "PreDisconnect");
                assertThat(log.names()).endsWith("DisconnectNotify", "Close");
            });
        }
    }

    @Test
    void shouldKeepTheContractWhenTheNetworkFailsAndTheClientReturnsByItself() throws Exception {
        try (Cable cable = Cable.to(oriel.port());
                StockClient client = xfreerdp(cable.port(), HostedOriel.USER, "+auto-reconnect")) {
            SessionStatus before = oriel.awaitOnlySession(SessionState.ACTIVE);

            display.settled(Duration.ofMillis(400), PATIENCE); // by then it has what it needs to come back
            cable.cut();

            Tool.await(
                    "a second connection: " + client.printed(),
                    PATIENCE,
                    () -> oriel.connections().size() == 2);
            oriel.connections().getLast().await("LogonNotify", PATIENCE);
            assertThat(oriel.awaitOnlySession(SessionState.ACTIVE).uniqueId()).isEqualTo(before.uniqueId());
            assertThat(oriel.connections().getFirst().names())
                    .containsSubsequence("BrokenConnection", "PreDisconnect", "DisconnectNotify", "Close");
            // The client proved who it is: nobody has to log on, nothing is arbitrated (sequences.md, section 4.1).
            assertThat(oriel.connections().getLast().names())
                    .containsSubsequence("AuthenticateClientToSession", "NotifySessionId")
                    .containsSubsequence(ATTACHED)
                    .containsOnlyOnce("NotifySessionId")
                    .doesNotContain("NotifyCommandProcessCreated", "SessionArbitrationEnumeration");
            assertThat(client.running()).isTrue();
        }
    }

    @Test
    void shouldKeepTheContractWhenAUserComesBackAndIsMovedToTheSessionOfBefore() throws Exception {
        SessionStatus before;
        try (StockClient client = xfreerdp(oriel.port(), HostedOriel.USER)) {
            before = oriel.awaitOnlySession(SessionState.ACTIVE);
            assertThat(client.running()).isTrue();
        }
        oriel.awaitOnlySession(SessionState.DISCONNECTED);

        try (StockClient client = rdesktop(HostedOriel.USER)) {
            assertThat(oriel.awaitOnlySession(SessionState.ACTIVE).uniqueId())
                    .as(client.printed())
                    .isEqualTo(before.uniqueId());
            assertThat(oriel.connections().getLast().names())
                    .containsSubsequence("SessionArbitrationEnumeration", "DisconnectNotify")
                    .containsSubsequence(ATTACHED)
                    .doesNotContain("PreDisconnect");
        }
    }

    @Test
    void shouldKeepTheContractWhenASecondClientTakesTheSessionOver() throws Exception {
        try (StockClient first = xfreerdp(oriel.port(), HostedOriel.USER)) {
            SessionStatus before = oriel.awaitOnlySession(SessionState.ACTIVE);
            try (StockClient second = rdesktop(HostedOriel.USER)) {
                // ERRINFO_DISCONNECTED_BY_OTHER_CONNECTION
                assertThat(first.exitCode(PATIENCE)).as(first.printed()).isEqualTo(5);
                oriel.connections().getLast().await("LogonNotify", PATIENCE);
                assertThat(oriel.awaitOnlySession(SessionState.ACTIVE).uniqueId())
                        .isEqualTo(before.uniqueId());
                assertThat(second.running()).isTrue();
            }
        }
    }

    @Test
    void shouldKeepTheContractWhenAUserIsLoggedOff() throws Exception {
        try (StockClient client = rdesktop(HostedOriel.USER)) {
            SessionStatus session = oriel.awaitOnlySession(SessionState.ACTIVE);
            assertThat(oriel.service().logoff(session.id())).isTrue();
            client.exitCode(PATIENCE);
            assertThat(oriel.service().sessions()).isEmpty();
        }
    }

    /** A wrong password leads to the logon screen, which the user leaves; a host that drains wants nobody new. */
    @Test
    void shouldKeepTheContractWhenALogonIsRefused() throws Exception {
        try (StockClient client =
                StockClient.xfreerdp(display, oriel.port(), "/u:" + HostedOriel.USER, "/p:wrong", "/size:1024x768")) {
            oriel.awaitOnlySession(SessionState.CONNECTED);
            display.await(LogonScreenInteropTest.COMPLAINT, 500, PATIENCE);
            assertThat(client.running()).isTrue();
        }
        oriel.awaitAllClosed();
        assertThat(oriel.service().sessions()).isEmpty();

        oriel.service().drain(true);
        try (StockClient client = xfreerdp(oriel.port(), HostedOriel.USER)) {
            assertThat(client.exitCode(PATIENCE)).as(client.printed()).isNotZero();
        }
        assertThat(oriel.connections().getLast().names()).doesNotContain("NotifySessionId");
    }

    /** Wherever in the sequence it is when its client is killed, a connection ends as it should. */
    @Test
    void shouldKeepTheContractWhenClientsAreKilledInTheMiddle() throws Exception {
        for (int milliseconds = 40; milliseconds <= 600; milliseconds += 80) {
            try (StockClient client = xfreerdp(oriel.port(), HostedOriel.USER)) {
                TimeUnit.MILLISECONDS.sleep(milliseconds);
                client.kill();
            }
        }
        for (String call : List.of("AcceptConnection", "GetInputHandles", "ConnectNotify", "IsUserAllowedToLogon")) {
            int before = oriel.connections().size();
            try (StockClient client = xfreerdp(oriel.port(), HostedOriel.USER)) {
                Tool.await(
                        "a connection: " + client.printed(),
                        PATIENCE,
                        () -> oriel.connections().size() > before);
                oriel.connections().get(before).await(call, PATIENCE);
                client.kill();
            }
        }
        oriel.awaitAllClosed();

        try (StockClient client = xfreerdp(oriel.port(), HostedOriel.USER)) {
            oriel.awaitOnlySession(SessionState.ACTIVE);
            assertThat(client.running()).isTrue();
        }
    }

    private void awaitActive(int sessions) throws Exception {
        Tool.await(
                sessions + " active sessions",
                PATIENCE,
                () -> oriel.service().sessions().stream()
                                .filter(session -> session.state() == SessionState.ACTIVE)
                                .count()
                        == sessions);
    }

    private static StockClient xfreerdp(int port, String user, String... more) throws IOException {
        String[] all = new String[more.length + 3];
        all[0] = "/u:" + user;
        all[1] = "/p:" + HostedOriel.PASSWORD;
        all[2] = "/size:1024x768";
        System.arraycopy(more, 0, all, 3, more.length);
        return StockClient.xfreerdp(display, port, all);
    }

    private StockClient rdesktop(String user) throws IOException {
        return StockClient.rdesktop(
                display, oriel.port(), "-u", user, "-p", HostedOriel.PASSWORD, "-g", "1024x768", "-a", "32");
    }
}
