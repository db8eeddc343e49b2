package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.kit.CallLog;
import oriel.licensing.certificate.CertificateIssuer;
import oriel.licensing.certificate.IssuerKeys;
import oriel.licensing.exchange.LicenseExchange;
import oriel.licensing.exchange.LicensedProduct;
import oriel.licensing.ledger.JournalEvent;
import oriel.licensing.ledger.LedgerListener;
import oriel.licensing.ledger.LedgerSettings;
import oriel.licensing.ledger.License;
import oriel.licensing.ledger.LicenseFilter;
import oriel.licensing.ledger.LicenseKind;
import oriel.licensing.ledger.PoolSettings;
import oriel.licensing.ledger.SqliteLedger;
import oriel.licensing.policy.LicensingSettings;
import oriel.licensing.policy.PerDevice;
import oriel.licensing.policy.PolicyName;

/** The life of a stock client's licence under policy {@code per-device}, with the ledger and the client's own store. */
class LicensedDeviceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MovedClock clock = new MovedClock();

    @TempDir
    private Path directory;

    private VirtualDisplay display;
    private SqliteLedger ledger;
    private HostedOriel oriel;
    private Path home;

    @BeforeEach
    void startOriel() throws Exception {
        display = VirtualDisplay.open(1024, 768);
        home = StockClient.freshHome();
        IssuerKeys keys =
                IssuerKeys.open(directory.resolve("keys"), "Oriel licences", clock.instant(), new SecureRandom());
        ledger = SqliteLedger.open(LedgerSettings.of(directory.resolve("licences.db")), clock, LedgerListener.NONE);
        ledger.configure(List.of(PoolSettings.of("office", LicenseKind.PER_DEVICE, 1)));
        LicensedProduct product = LicensedProduct.ORIEL;
        var exchange = new LicenseExchange(
                product, keys.exchangeKey(), new CertificateIssuer(keys, "host"), clock, new SecureRandom());
        var settings = LicensingSettings.of(PolicyName.PER_DEVICE, List.of());
        oriel = HostedOriel.start(new PerDevice(ledger, exchange, product.version(), settings, clock));
    }

    @AfterEach
    void stopOriel() {
        oriel.close();
        ledger.close();
        display.close();
    }

    @Test
    void shouldTakeXfreerdpFromATemporaryLicenceToItsRevocation() throws Exception {
        byte[] temporary = connect(new byte[0]);
        assertThat(held().temporary()).isTrue();
        assertThat(held().user()).contains(HostedOriel.USER);

        byte[] permanent = connect(temporary);
        assertThat(held().temporary()).isFalse();
        long serial = held().serial().value();

        recognised(permanent);
        assertThat(held().serial().value()).isEqualTo(serial);

        clock.pass(Duration.ofDays(75));
        byte[] renewed = connect(permanent);
        assertThat(held().serial().value()).isNotEqualTo(serial);
        recognised(renewed);

        ledger.revoke(held().serial(), "sold");
        turnedAway();
        assertThat(ledger.licenses(LicenseFilter.LIVE)).isEmpty();
        assertThat(ledger.journal(Instant.EPOCH, clock.instant().plusSeconds(1), 100))
                .anySatisfy(entry -> assertThat(entry.event()).isEqualTo(JournalEvent.REFUSED));
        assertThat(ledger.check().faults()).isEmpty();
    }

    private License held() throws IOException {
        List<License> live = ledger.licenses(LicenseFilter.LIVE);
        assertThat(live).hasSize(1);
        return live.getFirst();
    }

    /** Connects, logs on, and has another licence in its store than before; returns it. */
    private byte[] connect(byte[] before) throws Exception {
        try (StockClient client = xfreerdp()) {
            awaitLogon(client);
            Tool.await(
                    "a new licence in the client's store",
                    PATIENCE,
                    () -> Files.isRegularFile(kept()) && !Arrays.equals(Files.readAllBytes(kept()), before));
        } finally {
            oriel.awaitAllClosed();
        }
        return Files.readAllBytes(kept());
    }

    private void recognised(byte[] license) throws Exception {
        try (StockClient client = xfreerdp()) {
            awaitLogon(client);
        } finally {
            oriel.awaitAllClosed();
        }
        assertThat(Files.readAllBytes(kept())).isEqualTo(license);
    }

    private void turnedAway() throws Exception {
        int before = oriel.connections().size();
        try (StockClient client = xfreerdp()) {
            Tool.await(
                    "the end of a connection without a licence",
                    PATIENCE,
                    () -> oriel.connections().size() > before);
            assertThat(oriel.connections().get(before).await("ConnectNotify", PATIENCE))
                    .as(client.printed())
                    .isNotNull();
        } finally {
            oriel.awaitAllClosed();
        }
        assertThat(oriel.connections().subList(before, oriel.connections().size()))
                .allSatisfy(log -> assertThat(log.names()).doesNotContain("LogonNotify"));
    }

    private void awaitLogon(StockClient client) throws Exception {
        Tool.await(
                "a connection",
                PATIENCE,
                () -> oriel.connections().stream().anyMatch(log -> !log.names().contains("Close")));
        CallLog last = oriel.connections().getLast();
        assertThat(last.await("LogonNotify", PATIENCE)).as(client.printed()).isNotNull();
    }

    private StockClient xfreerdp() throws IOException {
        return StockClient.xfreerdp(
                display,
                home,
                oriel.port(),
                "/u:" + HostedOriel.USER,
                "/p:" + HostedOriel.PASSWORD,
                "/client-hostname:engine",
                "/size:640x480");
    }

    private Path kept() throws IOException {
        Path folder = home.resolve(".config/freerdp/licenses");
        if (!Files.isDirectory(folder)) {
            return folder.resolve("none");
        }
        try (var files = Files.list(folder)) {
            return files.findFirst().orElse(folder.resolve("none"));
        }
    }

    /** A clock that goes when it is told to. */
    private static final class MovedClock extends Clock {

        private volatile Instant now = Instant.parse("2026-05-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for a time zone");
        }
    }
}
