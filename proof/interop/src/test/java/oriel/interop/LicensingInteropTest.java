package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.contract.protocol.ErrorInfo;
import oriel.interop.ScriptedLicensing.Exchanged;
import oriel.kit.CallLog;
import oriel.licensing.certificate.CertificateIssuer;
import oriel.licensing.certificate.IssuerKeys;
import oriel.licensing.exchange.Device;
import oriel.licensing.exchange.ExchangeResult;
import oriel.licensing.exchange.ExchangeResult.How;
import oriel.licensing.exchange.LicenseAnswer;
import oriel.licensing.exchange.LicenseIssuer;
import oriel.licensing.exchange.LicenseTerms;
import oriel.licensing.exchange.LicensedProduct;
import oriel.licensing.exchange.PresentedLicense.Fault;

/** Stock clients are licensed: the file in which they keep their licence is the proof. */
class LicensingInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOST = "engine";

    /** Calls of the licence connection for a new licence, and for one that is recognised. */
    private static final List<String> WHOLE_EXCHANGE = List.of(
            "RequestLicensingCapabilities",
            "SendClientLicense",
            "RequestClientLicense",
            "SendClientLicense",
            "RequestClientLicense",
            "SendClientLicense",
            "ProtocolComplete");

    private static final List<String> SHORT_EXCHANGE = List.of(
            "RequestLicensingCapabilities",
            "SendClientLicense",
            "RequestClientLicense",
            "SendClientLicense",
            "ProtocolComplete");

    private static VirtualDisplay display;
    private static IssuerKeys keys;
    private static ScriptedLicensing licensing;
    private static HostedOriel oriel;

    private Path home;

    @BeforeAll
    static void startOriel() throws Exception {
        display = VirtualDisplay.open(1024, 768);
        keys = keys();
        licensing = new ScriptedLicensing(keys.exchangeKey(), new CertificateIssuer(keys, "host"));
        oriel = HostedOriel.start(licensing);
    }

    private static IssuerKeys keys() throws Exception {
        return IssuerKeys.open(
                Files.createTempDirectory("issuer"), "Oriel licences", Instant.now(), new SecureRandom());
    }

    @AfterAll
    static void stopOriel() {
        oriel.close();
        display.close();
    }

    @BeforeEach
    void freshClient() throws IOException {
        home = StockClient.freshHome();
        licensing.all(); // of a client that tried once more
        licensing.product = LicensedProduct.ORIEL;
        licensing.now = Instant.parse("2026-05-01T12:00:00Z");
        licensing.key = keys.exchangeKey();
        licensing.issuer = new CertificateIssuer(keys, "host");
        licensing.content = true;
        licensing.answer = licensing::issue;
    }

    @Test
    void shouldLicenseXfreerdpAndRecogniseItAgain() throws Exception {
        Exchanged first = connect();

        assertThat(how(first)).isEqualTo(How.NEW_LICENSE);
        assertThat(lastLicenseCalls()).isEqualTo(WHOLE_EXCHANGE);
        assertThat(Files.readAllBytes(kept())).isEqualTo(license(first));

        Exchanged second = connect();

        assertThat(how(second)).isEqualTo(How.LICENSE_ACCEPTED);
        assertThat(second.presented()
                        .orElseThrow()
                        .terms()
                        .orElseThrow()
                        .device()
                        .machineName())
                .isEqualTo(HOST);
        assertThat(lastLicenseCalls()).isEqualTo(SHORT_EXCHANGE);
        assertThat(Files.readAllBytes(kept())).isEqualTo(license(first));
    }

    /** What a temporary licence comes to, and one in its last seven days: the authority is not content with a good licence. */
    @Test
    void shouldReplaceAGoodLicenseOfXfreerdp() throws Exception {
        Exchanged first = connect();
        licensing.content = false;

        Exchanged second = connect();

        assertThat(second.presented().orElseThrow().faults()).isEmpty();
        shouldBeReplaced(first, second);
        licensing.content = true;
        assertThat(how(connect())).isEqualTo(How.LICENSE_ACCEPTED);
    }

    @Test
    void shouldSendXfreerdpItsOldLicenseAgain() throws Exception {
        Exchanged first = connect();
        licensing.content = false;
        licensing.answer = _ -> new LicenseAnswer.OldLicense();

        Exchanged second = connect();

        assertThat(how(second)).isEqualTo(How.OLD_LICENSE);
        assertThat(lastLicenseCalls()).isEqualTo(WHOLE_EXCHANGE);
        assertThat(Files.readAllBytes(kept())).isEqualTo(license(first));
    }

    @Test
    void shouldAdmitXfreerdpWithoutALicense() throws Exception {
        licensing.answer = _ -> new LicenseAnswer.ValidClient();
        assertThat(how(connect())).isEqualTo(How.VALID_CLIENT);
        assertThat(kept()).doesNotExist();
    }

    @Test
    void shouldReplaceATamperedLicense() throws Exception {
        Exchanged first = connect();
        byte[] tampered = Files.readAllBytes(kept());
        tampered[tampered.length - 20] ^= 1;
        Files.write(kept(), tampered);

        Exchanged second = connect();

        shouldBeAtFault(second, Fault.UNTRUSTED);
        shouldBeReplaced(first, second);
    }

    @Test
    void shouldReplaceAFileThatIsNoLicense() throws Exception {
        Exchanged first = connect();
        Files.writeString(kept(), "nothing like a licence");

        Exchanged second = connect();

        shouldBeAtFault(second, Fault.UNREADABLE);
        shouldBeReplaced(first, second);
    }

    @Test
    void shouldReplaceALicenseOfAnotherIssuer() throws Exception {
        licensing.issuer = new CertificateIssuer(keys(), "elsewhere");
        Exchanged first = connect();
        licensing.issuer = new CertificateIssuer(keys, "host");

        Exchanged second = connect();

        shouldBeAtFault(second, Fault.UNTRUSTED);
        shouldBeReplaced(first, second);
    }

    /** The hardware id of xfreerdp is a hash of its host's name, and so is the name of the file: a copy is another device's. */
    @Test
    void shouldReplaceALicenseOfAnotherDevice() throws Exception {
        Exchanged first = connect("difference");
        Files.copy(kept("difference"), kept());

        Exchanged second = connect();

        shouldBeAtFault(second, Fault.OTHER_DEVICE);
        shouldBeReplaced(first, second);
    }

    @Test
    void shouldReplaceAnExpiredLicense() throws Exception {
        Exchanged first = connect();
        licensing.now = licensing.now.plus(Duration.ofDays(91));

        Exchanged second = connect();

        shouldBeAtFault(second, Fault.EXPIRED);
        shouldBeReplaced(first, second);
    }

    @Test
    void shouldReplaceALicenseForAnOlderVersion() throws Exception {
        Exchanged first = connect();
        LicensedProduct old = LicensedProduct.ORIEL;
        licensing.product = new LicensedProduct(old.version() + 1, old.companyName(), old.productId(), old.scope());

        Exchanged second = connect();

        shouldBeAtFault(second, Fault.OLDER_VERSION);
        shouldBeReplaced(first, second);
    }

    /** Old licences stay good when the key that signs is another one. */
    @Test
    void shouldRecogniseALicenseOfARetiredKey() throws Exception {
        IssuerKeys rotated = keys();
        licensing.issuer = new CertificateIssuer(rotated, "host");
        connect();
        rotated.rotate(licensing.now, licensing.now.plus(Duration.ofDays(90)));
        assertThat(how(connect())).isEqualTo(How.LICENSE_ACCEPTED);
        licensing.now = licensing.now.plus(Duration.ofDays(91));
        shouldBeAtFault(connect(), Fault.UNTRUSTED);
    }

    @Test
    void shouldTakeAChainOfCertificatesForTheKey() throws Exception {
        licensing.key = keys.exchangeKeyInChain(Instant.now());
        Exchanged first = connect();
        assertThat(how(first)).isEqualTo(How.NEW_LICENSE);
        assertThat(Files.readAllBytes(kept())).isEqualTo(license(first));
    }

    /** A licence may have up to 16 KB with its names around it; more than six are usual where chains are long. */
    @Test
    void shouldCarryLargeLicencesBothWays() throws Exception {
        byte[] large = new byte[15_000];
        new Random(1).nextBytes(large);
        licensing.issuer = new Large(large);
        connect();
        assertThat(Files.readAllBytes(kept())).isEqualTo(large);
        assertThat(how(connect())).isEqualTo(How.LICENSE_ACCEPTED);
    }

    /** Issues always the same bytes, and knows them again. */
    private record Large(byte[] license) implements LicenseIssuer {
        @Override
        public byte[] issue(LicenseTerms terms, LicensedProduct product) {
            return license;
        }

        @Override
        public Inspection inspect(byte[] presented, Instant now) {
            var device = new Device(hardwareId(HOST), 0x0401_0000, "", HOST);
            return Arrays.equals(license, presented)
                    ? new Inspection.Genuine(
                            new LicenseTerms(1, LicensedProduct.ORIEL.version(), false, now, now, device),
                            LicensedProduct.ORIEL)
                    : new Inspection.Unreadable();
        }
    }

    /** xfreerdp tries once more when licensing is aborted, then ends, and says no more than that it was aborted. */
    @Test
    void shouldTurnXfreerdpAway() throws Exception {
        licensing.answer = _ -> new LicenseAnswer.Abort(0x8, ErrorInfo.LICENSE_NONE_AVAILABLE, "no licence is left");
        try (StockClient client = xfreerdp(HOST)) {
            int code = client.exitCode(PATIENCE);
            oriel.awaitAllClosed();
            List<Exchanged> exchanges = licensing.all();
            // ERRCONNECT_CONNECT_TRANSPORT_FAILED is 147 among the exit codes of xfreerdp.
            assertThat(code).as(client.printed()).isEqualTo(147);
            assertThat(client.printed()).contains("license connection sequence aborted");
            assertThat(exchanges)
                    .hasSize(2)
                    .allSatisfy(exchanged -> assertThat(exchanged.result()).isInstanceOf(ExchangeResult.Refused.class));
        }
        assertThat(lastLicenseCalls()).isEqualTo(WHOLE_EXCHANGE);
        assertThat(kept()).doesNotExist();
    }

    @Test
    void shouldLicenseRdesktopAndRecogniseItAgain() throws Exception {
        Exchanged first = connectRdesktop();

        assertThat(how(first)).isEqualTo(How.NEW_LICENSE);
        assertThat(lastLicenseCalls()).isEqualTo(WHOLE_EXCHANGE);
        assertThat(Files.readAllBytes(keptByRdesktop())).isEqualTo(license(first));

        Exchanged second = connectRdesktop();

        assertThat(how(second)).isEqualTo(How.LICENSE_ACCEPTED);
        assertThat(lastLicenseCalls()).isEqualTo(SHORT_EXCHANGE);
        assertThat(Files.readAllBytes(keptByRdesktop())).isEqualTo(license(first));
    }

    @Test
    void shouldReplaceATamperedLicenseOfRdesktop() throws Exception {
        Exchanged first = connectRdesktop();
        byte[] tampered = Files.readAllBytes(keptByRdesktop());
        tampered[tampered.length - 20] ^= 1;
        Files.write(keptByRdesktop(), tampered);

        Exchanged second = connectRdesktop();

        shouldBeAtFault(second, Fault.UNTRUSTED);
        assertThat(how(second)).isEqualTo(How.UPGRADED_LICENSE);
        assertThat(Files.readAllBytes(keptByRdesktop()))
                .isEqualTo(license(second))
                .isNotEqualTo(license(first));
    }

    /** rdesktop names the error. It does not end with its connection: its user has to close it. */
    @Test
    void shouldTurnRdesktopAway() throws Exception {
        licensing.answer = _ -> new LicenseAnswer.Abort(0x8, ErrorInfo.LICENSE_NONE_AVAILABLE, "no licence is left");
        try (StockClient client = rdesktop()) {
            assertThat(licensing.next().result()).isInstanceOf(ExchangeResult.Refused.class);
            Tool.await(
                    "the error on rdesktop's terminal",
                    PATIENCE,
                    () -> client.printed().contains("License error alert from server: Invalid client"));
            oriel.awaitAllClosed();
        }
        assertThat(lastLicenseCalls()).isEqualTo(WHOLE_EXCHANGE);
    }

    private static void shouldBeAtFault(Exchanged exchanged, Fault fault) {
        assertThat(exchanged.presented().orElseThrow().faults()).isEqualTo(Set.of(fault));
    }

    private void shouldBeReplaced(Exchanged first, Exchanged second) throws Exception {
        assertThat(how(second)).isEqualTo(How.UPGRADED_LICENSE);
        assertThat(lastLicenseCalls()).isEqualTo(WHOLE_EXCHANGE);
        assertThat(Files.readAllBytes(kept())).isEqualTo(license(second)).isNotEqualTo(license(first));
    }

    private Exchanged connect() throws Exception {
        return connect(HOST);
    }

    /** Connects and is let in; what licensing saw of it. */
    private Exchanged connect(String hostName) throws Exception {
        try (StockClient client = xfreerdp(hostName)) {
            return letIn(client, () -> kept(hostName));
        } finally {
            oriel.awaitAllClosed();
        }
    }

    private StockClient xfreerdp(String hostName) throws IOException {
        return StockClient.xfreerdp(
                display,
                home,
                oriel.port(),
                "/u:" + HostedOriel.USER,
                "/p:" + HostedOriel.PASSWORD,
                "/client-hostname:" + hostName,
                "/size:640x480");
    }

    private Exchanged connectRdesktop() throws Exception {
        try (StockClient client = rdesktop()) {
            return letIn(client, this::keptByRdesktop);
        } finally {
            oriel.awaitAllClosed();
        }
    }

    private StockClient rdesktop() throws IOException {
        return StockClient.rdesktop(
                display,
                home,
                oriel.port(),
                "-u",
                HostedOriel.USER,
                "-p",
                HostedOriel.PASSWORD,
                "-n",
                HOST,
                "-g",
                "640x480");
    }

    /**
     * Waits until the client is let in, and has written the licence it was sent. The service does not wait for that: it has sent
     * its last packet, and goes on.
     */
    private static Exchanged letIn(StockClient client, Store store) throws Exception {
        Exchanged exchanged = licensing.next();
        assertThat(exchanged.result()).as(client.printed()).isInstanceOf(ExchangeResult.Completed.class);
        oriel.connections().getLast().await("LogonNotify", PATIENCE);
        var sent = ((ExchangeResult.Completed) exchanged.result()).license();
        if (sent.isPresent()) {
            byte[] license = sent.get().toArray();
            Tool.await("the licence in the client's store", PATIENCE, () -> {
                Path file = store.file();
                return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), license);
            });
        }
        return exchanged;
    }

    /** Where a client keeps its licence. */
    private interface Store {
        Path file() throws Exception;
    }

    private static How how(Exchanged exchanged) {
        return ((ExchangeResult.Completed) exchanged.result()).how();
    }

    private static byte[] license(Exchanged exchanged) {
        return ((ExchangeResult.Completed) exchanged.result())
                .license()
                .orElseThrow()
                .toArray();
    }

    private static List<String> lastLicenseCalls() {
        CallLog last = oriel.connections().getLast();
        var calls = new ArrayList<>(last.names());
        calls.retainAll(WHOLE_EXCHANGE);
        return calls;
    }

    private Path kept() throws Exception {
        return kept(HOST);
    }

    /** Where xfreerdp keeps the licence of a client host. */
    private Path kept(String hostName) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-1").digest(hostName.getBytes(StandardCharsets.UTF_8));
        return home.resolve(".config/freerdp/licenses").resolve(HexFormat.of().formatHex(hash) + ".cal");
    }

    /** The hardware id of xfreerdp: a platform id, and the MD5 of the name of its host. */
    private static String hardwareId(String hostName) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(hostName.getBytes(StandardCharsets.UTF_8));
            return "00000104" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Where rdesktop keeps its licence: under a hash of the host's name and a salt of its own. */
    private Path keptByRdesktop() throws IOException {
        Path folder = home.resolve(".local/share/rdesktop/licenses");
        if (!Files.exists(folder)) {
            return folder;
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".cal"))
                    .findFirst()
                    .orElse(folder.resolve("none"));
        }
    }
}
