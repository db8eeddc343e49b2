package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A user with two sessions, and a session that its user locks. */
class ChooserInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofMillis(500);

    /** A button of the logon screen, which no desktop shows so large. */
    private static final int BUTTON = 0x0B7A86;

    @Test
    void shouldLetTheUserChooseAmongTwoSessionsAndLockTheOne() throws Exception {
        try (OrielServer server = OrielServer.start(Map.of("ORIEL_POLICY_SINGLE_SESSION_PER_USER", "false"));
                VirtualDisplay display = VirtualDisplay.open(1024, 768)) {
            try (StockClient first = xfreerdp(display, server)) {
                awaitStates(server, "Active");
                try (StockClient second = xfreerdp(display, server)) {
                    awaitStates(server, "Active", "Active");
                    assertThat(first.running() && second.running()).isTrue();
                }
                awaitStates(server, "Active", "Disconnected");
            }
            awaitStates(server, "Disconnected", "Disconnected");

            try (StockClient client = xfreerdp(display, server)) {
                display.await(BUTTON, 10_000, PATIENCE);
                display.settled(QUIET, PATIENCE).save("chooser");
                display.move(500, 700);
                display.key("Down", "Return");
                // the one that was left last stands first; below it is the other
                awaitStates(server, "Disconnected", "Active");

                display.settled(QUIET, PATIENCE);
                display.key("ctrl+Escape");
                display.type("l");
                display.settled(QUIET, PATIENCE).save("menu-lock");
                display.key("Return");
                Tool.await("a locked session", PATIENCE, () -> locked(server));
                display.await(BUTTON, 10_000, PATIENCE);
                display.settled(QUIET, PATIENCE).save("locked");
                display.type(OrielServer.PASSWORD);
                display.key("Return");
                Tool.await("an unlocked session", PATIENCE, () -> !locked(server));
                assertThat(client.running()).as(client.printed()).isTrue();
            }
        }
    }

    private static boolean locked(OrielServer server) {
        return "true".equals(server.sessions().getLast().get("locked"));
    }

    /** Waits until the sessions, by number, are in these states. */
    private static void awaitStates(OrielServer server, String... states) throws Exception {
        Tool.await(
                "sessions that are " + List.of(states),
                PATIENCE,
                () -> server.sessions().stream()
                        .map(session -> String.valueOf(session.get("state")))
                        .toList()
                        .equals(List.of(states)));
    }

    private static StockClient xfreerdp(VirtualDisplay display, OrielServer server) throws Exception {
        return StockClient.xfreerdp(
                display, server.port(), "/u:" + OrielServer.USER, "/p:" + OrielServer.PASSWORD, "/size:1024x768");
    }
}
