package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The licensing policies of the assembled program, with stock clients and the verbs of the administrator. */
class PolicyInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** ERRINFO_LICENSE_NO_LICENSE, 0x102, as xfreerdp makes an exit code of it. */
    private static final int NO_LICENSE = 242;

    /** ERRINFO_LICENSE_CANT_UPGRADE_LICENSE, 0x109. */
    private static final int NO_UPGRADE = 249;

    private VirtualDisplay display;
    private Path client;

    @BeforeEach
    void openDisplay() throws Exception {
        display = VirtualDisplay.open(1024, 768);
        client = StockClient.freshHome();
    }

    @AfterEach
    void closeDisplay() {
        display.close();
    }

    @Test
    void shouldGiveADeviceATemporaryLicenceAndThenAPermanentOne() throws Exception {
        try (OrielServer server = OrielServer.start("--licensing", "per-device")) {
            visit(server);
            Map<String, String> first = onlyLicense(server);
            assertThat(first)
                    .containsEntry("temporary", "true")
                    .containsEntry("state", "active")
                    .containsEntry("user", OrielServer.USER);
            byte[] kept = Files.readAllBytes(kept());

            visit(server);
            Map<String, String> second = onlyLicense(server);
            assertThat(second)
                    .containsEntry("temporary", "false")
                    .containsEntry("device", first.get("device"))
                    .doesNotContainEntry("serial", first.get("serial"));
            assertThat(Files.readAllBytes(kept())).isNotEqualTo(kept);
            kept = Files.readAllBytes(kept());

            visit(server);
            assertThat(onlyLicense(server)).containsEntry("serial", second.get("serial"));
            assertThat(Files.readAllBytes(kept())).isEqualTo(kept);
            assertThat(server.lastCalls())
                    .containsSubsequence(
                            "SendClientLicense", "RequestClientLicense", "SendClientLicense", "ProtocolComplete");

            server.oriel("licenses", "key", "rotate");
            visit(server);
            assertThat(onlyLicense(server)).containsEntry("serial", second.get("serial"));

            server.oriel("licenses", "revoke", serial(second), "--reason", "lost");
            try (StockClient refused = xfreerdp(server, OrielServer.USER)) {
                display.settled(Duration.ofMillis(600), PATIENCE).save("licence-revoked");
                display.key("Return");
                assertThat(refused.exitCode(PATIENCE)).as(refused.printed()).isEqualTo(NO_UPGRADE);
            }
        }
    }

    @Test
    void shouldLetInAsManyConnectionsAsThereAreSeats() throws Exception {
        try (OrielServer server = limited("concurrent");
                VirtualDisplay elsewhere = VirtualDisplay.open(1024, 768)) {
            server.addUser("ben");
            try (StockClient first = xfreerdp(server, OrielServer.USER)) {
                server.awaitOnlySession("Active");
                try (StockClient second = StockClient.xfreerdp(elsewhere, server.port(), logon("ben"))) {
                    elsewhere.settled(Duration.ofMillis(600), PATIENCE).save("no-seat");
                    elsewhere.key("Return");
                    assertThat(second.exitCode(PATIENCE)).as(second.printed()).isEqualTo(NO_LICENSE);
                }
                assertThat(server.logged()).anyMatch(line -> line.contains("Licence pool office is empty"));
                server.oriel("licenses", "revoke", serial(onlyLicense(server)));
                assertThat(first.exitCode(PATIENCE)).as(first.printed()).isEqualTo(NO_LICENSE);
            }
            try (StockClient _ = StockClient.xfreerdp(elsewhere, server.port(), logon("ben"))) {
                Tool.await(
                        "ben at work",
                        PATIENCE,
                        () -> server.sessions().stream()
                                .anyMatch(session ->
                                        "ben".equals(session.get("user")) && "Active".equals(session.get("state"))));
            }
        }
    }

    /** Two services, one ledger, one seat, two clients at the same moment. */
    @Test
    void shouldGiveTheLastSeatOfTwoServicesOnce() throws Exception {
        Path ledger = Files.createTempDirectory("ledger"); // in a directory that lets the services through
        Map<String, String> shared =
                Map.of("ORIEL_LICENSING_GRACE_PERIOD", "0", "ORIEL_LICENSING_DIRECTORY", ledger.toString());
        try (OrielServer one = OrielServer.start(shared, "--licensing", "concurrent");
                OrielServer two = OrielServer.start(shared, "--licensing", "concurrent");
                VirtualDisplay elsewhere = VirtualDisplay.open(1024, 768)) {
            for (OrielServer server : List.of(one, two)) {
                server.configure("[pool.office]\nkind = \"concurrent\"\nsize = 1\n");
            }
            try (StockClient first = xfreerdp(one, OrielServer.USER);
                    StockClient second = StockClient.xfreerdp(elsewhere, two.port(), logon(OrielServer.USER))) {
                Tool.await("a user at work", PATIENCE, () -> active(one) + active(two) > 0);
                boolean firstWorks = active(one) > 0;
                VirtualDisplay refused = firstWorks ? elsewhere : display;
                refused.settled(Duration.ofMillis(600), PATIENCE);
                assertThat(active(one) + active(two)).isEqualTo(1);
                refused.key("Return");
                assertThat((firstWorks ? second : first).exitCode(PATIENCE)).isEqualTo(NO_LICENSE);
                assertThat((firstWorks ? first : second).running()).isTrue();
            }
        }
    }

    private static long active(OrielServer server) {
        return server.sessions().stream()
                .filter(session -> "Active".equals(session.get("state")))
                .count();
    }

    @Test
    void shouldRefuseAUserForWhomThereIsNoLicence() throws Exception {
        try (OrielServer server = limited("per-user")) {
            server.addUser("ben");
            visit(server);
            assertThat(onlyLicense(server))
                    .containsEntry("user", OrielServer.USER)
                    .containsEntry("pool", "office");
            try (StockClient refused = xfreerdp(server, "ben")) {
                display.settled(Duration.ofMillis(600), PATIENCE).save("no-user-licence");
                display.key("Return");
                assertThat(refused.exitCode(PATIENCE)).as(refused.printed()).isEqualTo(NO_LICENSE);
            }
            assertThat(server.oriel("licenses", "report", "--by", "user")).contains("ben");
        }
    }

    /** One licence of a kind, and no grace period. */
    private static OrielServer limited(String kind) throws Exception {
        OrielServer server = OrielServer.start(Map.of("ORIEL_LICENSING_GRACE_PERIOD", "0"), "--licensing", kind);
        server.configure("[pool.office]\nkind = \"" + kind + "\"\nsize = 1\n");
        return server;
    }

    /** Logs on, is seen at work, and leaves. */
    private void visit(OrielServer server) throws Exception {
        try (StockClient _ = xfreerdp(server, OrielServer.USER)) {
            server.awaitOnlySession("Active");
        }
        server.awaitOnlySession("Disconnected");
    }

    private StockClient xfreerdp(OrielServer server, String user) throws Exception {
        return StockClient.xfreerdp(display, client, server.port(), logon(user));
    }

    private static String[] logon(String user) {
        return new String[] {"/u:" + user, "/p:" + OrielServer.PASSWORD, "/size:1024x768", "/client-hostname:engine"};
    }

    private static Map<String, String> onlyLicense(OrielServer server) {
        List<Map<String, String>> licenses = FlatJson.objects(server.oriel("licenses", "list", "--json"));
        assertThat(licenses).hasSize(1);
        return licenses.getFirst();
    }

    private static String serial(Map<String, String> license) {
        return Objects.requireNonNull(license.get("serial"));
    }

    /** The file in which xfreerdp keeps its licence. */
    private Path kept() throws Exception {
        try (Stream<Path> files = Files.walk(client)) {
            return files.filter(file -> file.toString().contains("licenses"))
                    .filter(Files::isRegularFile)
                    .reduce((one, other) -> {
                        throw new AssertionError("two licences: " + one + " and " + other);
                    })
                    .orElseThrow(() -> new AssertionError("xfreerdp has kept no licence"));
        }
    }
}
