package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that behave badly, in numbers, beside one that works: it does not notice, and they all end with a reason. */
class RudeClientsInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ROAMER = "grace";

    /** Short deadlines, and a budget per address that the crowd exceeds. */
    private static final Map<String, String> STRICT = Map.of(
            "ORIEL_LISTENER_RDP_TCP_STEP_TIMEOUT", "4s",
            "ORIEL_LISTENER_RDP_TCP_WRITE_TIMEOUT", "4s",
            "ORIEL_LISTENER_RDP_TCP_HALF_OPEN_PER_ADDRESS", "40");

    /** More than garbage that was not collected yet makes; less than a crowd would take that is remembered. */
    private static final long MOST_MEBIBYTES_MORE = 160;

    private VirtualDisplay display;
    private OrielServer server;
    private StockClient worker;
    private int question;

    @BeforeEach
    void letAdaWork() throws Exception {
        display = VirtualDisplay.open(1024, 768);
        server = OrielServer.start(STRICT);
        server.addUser(ROAMER);
        worker = xfreerdp(display, OrielServer.USER);
        server.awaitOnlySession("Active");
        display.settled(Duration.ofMillis(400), PATIENCE);
        display.move(400, 400);
        work();
    }

    @AfterEach
    void closeAll() {
        worker.close();
        server.close();
        display.close();
    }

    @Test
    void shouldNotLetACrowdOfRudeClientsDisturbAnybody() throws Exception {
        String connection = connectionOf(OrielServer.USER);
        long before = server.residentMebibytes();
        List<RudePeer> peers = new ArrayList<>();
        try {
            peers.addAll(halfOpen());
            work();
            peers.addAll(untidy());
            work();
            peers.forEach(RudePeer::awaitEnd);
            work();
        } finally {
            peers.forEach(RudePeer::close);
        }
        for (int last = 2; last <= 8; last++) {
            assertEveryEndHasAReason("127.0.0." + last, peers);
        }
        assertThat(logged("127.0.0.2")).anyMatch(line -> line.contains("too many connections being set up"));
        assertThat(logged("127.0.0.2")).anyMatch(line -> line.contains("timed out waiting for"));

        long after = server.residentMebibytes();
        assertThat(after - before).as("%s MiB before, %s after", before, after).isLessThan(MOST_MEBIBYTES_MORE);
        assertThat(connectionOf(OrielServer.USER)).isEqualTo(connection);
        assertThat(worker.running()).as(worker.printed()).isTrue();
        try (VirtualDisplay elsewhere = VirtualDisplay.open(800, 600);
                StockClient next = xfreerdp(elsewhere, ROAMER)) {
            awaitState(ROAMER, "Active");
            assertThat(next.running()).isTrue();
        }
    }

    /** Its user is logged on, its screen changes all the time, and it takes nothing any more. */
    @Test
    void shouldEndAClientThatStopsReadingAndKeepItsSession() throws Exception {
        try (VirtualDisplay elsewhere = VirtualDisplay.open(1024, 768);
                StockClient reader = xfreerdp(elsewhere, ROAMER)) {
            awaitState(ROAMER, "Active");
            elsewhere.settled(Duration.ofMillis(400), PATIENCE);
            elsewhere.move(400, 400);
            elsewhere.type("while :; do head -c 20000 /dev/urandom | base64 -w 0; done");
            elsewhere.key("Return");
            Pixels first = elsewhere.screenshot();
            Tool.await(
                    "a screen full of changes",
                    PATIENCE,
                    () -> elsewhere.screenshot().differences(first) > 20_000);
            long before = server.residentMebibytes();

            reader.freeze();
            work();
            awaitState(ROAMER, "Disconnected");

            assertThat(server.logged()).anyMatch(line -> line.contains("client has stopped reading"));
            long after = server.residentMebibytes();
            assertThat(after - before)
                    .as("%s MiB before, %s after", before, after)
                    .isLessThan(MOST_MEBIBYTES_MORE);
            reader.kill();
        }
        work();
        try (VirtualDisplay elsewhere = VirtualDisplay.open(1024, 768);
                StockClient back = xfreerdp(elsewhere, ROAMER)) {
            awaitState(ROAMER, "Active");
            assertThat(back.running()).isTrue();
        }
    }

    /** Fifty silent connections from each of six addresses, which may have forty. */
    private List<RudePeer> halfOpen() throws Exception {
        List<RudePeer> crowd = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            crowd.add(RudePeer.connected("127.0.0." + (2 + i % 6), server.port()));
        }
        return crowd;
    }

    /** One of each kind of rudeness, in each phase that needs no credentials. */
    private List<RudePeer> untidy() throws Exception {
        int port = server.port();
        String from = "127.0.0.8";
        var random = new Random(7);
        List<RudePeer> peers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] noise = new byte[5000];
            random.nextBytes(noise);
            peers.add(RudePeer.connected(from, port).send(noise));
            peers.add(RudePeer.negotiated(from, port).send(noise));
            peers.add(RudePeer.secured(from, port).send(noise));
        }
        // TLS begun and left, at each of its ends
        peers.add(RudePeer.negotiated(from, port).send("160301020001"));
        peers.add(RudePeer.negotiated(from, port).send("16030102000100").stopSending());
        peers.add(RudePeer.secured(from, port));
        peers.add(RudePeer.secured(from, port).stopSending());
        peers.add(RudePeer.secured(from, port).send("0300"));
        peers.add(RudePeer.secured(from, port).send("0300").stopSending());
        // lengths that nobody means: TPKT, TLS record, MCS Connect Initial, fast path
        peers.add(RudePeer.connected(from, port).send("0300ffff"));
        peers.add(RudePeer.negotiated(from, port).send("160301ffff"));
        peers.add(RudePeer.secured(from, port).send("0300ffff02f0807f65847fffffff"));
        peers.add(RudePeer.secured(from, port).send("00ffff"));
        // a byte at a time
        peers.add(RudePeer.connected(from, port).send("03000200").drip());
        peers.add(RudePeer.negotiated(from, port).send("1603010200").drip());
        peers.add(RudePeer.secured(from, port).send("03000200").drip());
        return peers;
    }

    private void assertEveryEndHasAReason(String address, List<RudePeer> peers) throws Exception {
        long connections =
                peers.stream().filter(peer -> peer.address().equals(address)).count();
        Tool.await(
                connections + " reasons for connections of " + address + " in the log",
                PATIENCE,
                () -> logged(address).stream()
                                .filter(line -> line.matches(".* (ended|has failed): .+"))
                                .count()
                        >= connections);
    }

    private List<String> logged(String address) {
        return server.logged().stream()
                .filter(line -> line.matches(".* " + Pattern.quote(address) + "\\b.*"))
                .toList();
    }

    /** Asks the shell something whose answer is a colour that was not on the screen, and reads it from there. */
    private void work() throws Exception {
        question++;
        display.type(
                "clear; printf '\\033[48;2;%%d;%d;77m%%60s\\033[0m\\n' $((%d*2)) ''".formatted(question, question));
        display.key("Return");
        display.await((question * 2) << 16 | question << 8 | 77, 500, PATIENCE);
        assertThat(worker.running()).as(worker.printed()).isTrue();
    }

    private String connectionOf(String user) {
        return Objects.requireNonNull(sessionOf(user).get("connection"));
    }

    private Map<String, String> sessionOf(String user) {
        return server.sessions().stream()
                .filter(session -> user.equals(session.get("user")))
                .findFirst()
                .orElse(Map.of());
    }

    private void awaitState(String user, String state) throws Exception {
        Tool.await(
                user + " is " + state,
                PATIENCE,
                () -> state.equals(sessionOf(user).get("state")));
    }

    private StockClient xfreerdp(VirtualDisplay where, String user) throws Exception {
        return StockClient.xfreerdp(where, server.port(), "/u:" + user, "/p:" + OrielServer.PASSWORD, "/size:1024x768");
    }
}
