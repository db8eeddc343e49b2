package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Logging on by hand, on the logon screen. */
class LogonScreenInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Ground of the box that says what went wrong. */
    static final int COMPLAINT = 0xFBE9E7;

    private static final Duration QUIET = Duration.ofMillis(500);

    @Test
    void shouldShowAWrongPasswordAndLetTheUserTryAgain() throws Exception {
        try (OrielServer server = OrielServer.start();
                VirtualDisplay display = VirtualDisplay.open(1024, 768);
                StockClient client = StockClient.xfreerdp(
                        display, server.port(), "/u:" + OrielServer.USER, "/p:wrong", "/size:1024x768")) {
            server.awaitOnlySession("Connected");
            display.await(COMPLAINT, 500, PATIENCE);
            Pixels refused = display.settled(QUIET, PATIENCE).save("logon-wrong-password");
            assertThat(refused.colors(20)).isEqualTo(20);

            display.type(OrielServer.PASSWORD);
            display.key("Return");

            assertThat(server.awaitOnlySession("Active")).containsEntry("user", OrielServer.USER);
            assertThat(client.running()).as(client.printed()).isTrue();
        }
    }

    @Test
    void shouldAskWhenTheClientSendsNoPassword() throws Exception {
        try (OrielServer server = OrielServer.start();
                VirtualDisplay display = VirtualDisplay.open(1024, 768);
                StockClient client = StockClient.rdesktop(display, server.port(), "-u", "", "-g", "1024x768")) {
            server.awaitOnlySession("Connected");
            display.settled(QUIET, PATIENCE).save("logon-rdesktop");

            display.move(10, 10);
            display.type(OrielServer.USER);
            display.key("Tab");
            display.type(OrielServer.PASSWORD);
            display.screenshot().save("logon-typed");
            display.key("Return");

            assertThat(server.awaitOnlySession("Active")).containsEntry("user", OrielServer.USER);
            assertThat(client.running()).as(client.printed()).isTrue();
        }
    }

    @Test
    void shouldSpeakFrenchToAFrenchKeyboard() throws Exception {
        try (OrielServer server = OrielServer.start();
                VirtualDisplay display = VirtualDisplay.open(1024, 768);
                StockClient client = StockClient.xfreerdp(
                        display, server.port(), "/u:" + OrielServer.USER, "/kbd:0x40C", "/size:1024x768", "/p:")) {
            server.awaitOnlySession("Connected");
            display.settled(QUIET, PATIENCE).save("logon-french");
            assertThat(client.running()).as(client.printed()).isTrue();
        }
    }
}
