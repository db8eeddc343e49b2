package oriel.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.licensing.exchange.Device;
import oriel.licensing.exchange.LicenseIssuer.Inspection;
import oriel.licensing.exchange.LicenseTerms;
import oriel.licensing.exchange.LicensedProduct;

class IssuerKeysTest {
    private static final Instant NOW = TestIssuer.NOW;
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(90));

    @TempDir
    Path folder;

    private static byte[] license(IssuerKeys keys) {
        var device = new Device("00".repeat(20), 1, "", "");
        return new CertificateIssuer(keys, "host")
                .issue(new LicenseTerms(1, 1, true, NOW, UNTIL, device), LicensedProduct.ORIEL);
    }

    private static boolean trusts(IssuerKeys keys, byte[] license, Instant now) {
        return new CertificateIssuer(keys, "host").inspect(license, now) instanceof Inspection.Genuine;
    }

    @Test
    void shouldMakeTheKeysOnceForTheirOwnerOnly() throws Exception {
        IssuerKeys keys = TestIssuer.keys(folder.resolve("keys"));
        assertThat(TestIssuer.keys(folder.resolve("keys")).certificate()).isEqualTo(keys.certificate());
        assertThat(trusts(TestIssuer.keys(folder.resolve("keys")), license(keys), NOW))
                .isTrue();
        for (String file : List.of("signing.pem", "exchange.pem")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("keys").resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    /** Raw RSA with the key that signs would sign what a client likes. */
    @Test
    void shouldNotTakeSecretsWithTheKeyThatSigns() throws Exception {
        TestIssuer.keys(folder);
        var signing = KeyFiles.signing(folder.resolve("signing.pem"));
        var exchange = KeyFiles.pair(folder.resolve("exchange.pem"));
        assertThat(exchange.getPublic()).isNotEqualTo(signing.certificate().getPublicKey());
    }

    @Test
    void shouldKeepLicencesGoodWhenTheKeyIsRotated() throws Exception {
        IssuerKeys keys = TestIssuer.keys(folder);
        X509Certificate old = keys.certificate();
        byte[] before = license(keys);

        keys.rotate(NOW, UNTIL);

        assertThat(keys.certificate()).isNotEqualTo(old);
        byte[] after = license(keys);
        IssuerKeys reopened = TestIssuer.keys(folder);
        for (IssuerKeys each : List.of(keys, reopened)) {
            assertThat(trusts(each, before, UNTIL)).isTrue();
            assertThat(trusts(each, after, NOW)).isTrue();
            assertThat(trusts(each, before, UNTIL.plusSeconds(1))).isFalse();
        }
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("retired-")))
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file)).doesNotContain("PRIVATE"));
        }
    }

    @Test
    void shouldForgetARetiredKeyInTime() throws Exception {
        IssuerKeys keys = TestIssuer.keys(folder);
        keys.rotate(NOW, UNTIL);
        IssuerKeys.open(folder, "Oriel licences", UNTIL.plusSeconds(1), new SecureRandom());
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("signing.pem", "exchange.pem", "lock");
        }
    }

    @Test
    void shouldSeeThatAnotherProgramRotatedTheKey() throws Exception {
        IssuerKeys here = TestIssuer.keys(folder);
        IssuerKeys there = TestIssuer.keys(folder);
        byte[] before = license(here);
        there.rotate(NOW, UNTIL);
        assertThat(trusts(here, license(there), NOW)).isTrue();
        assertThat(trusts(here, before, NOW)).isTrue();
        assertThat(here.certificate()).isEqualTo(there.certificate());
        assertThat(trusts(there, license(here), UNTIL.plusSeconds(1))).isTrue();
    }

    @Test
    void shouldSignNothingWhenItsFileIsGone() throws Exception {
        IssuerKeys keys = TestIssuer.keys(folder);
        Files.delete(folder.resolve("signing.pem"));
        assertThatThrownBy(() -> license(keys))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signing.pem");
    }

    @Test
    void shouldAgreeOnOneKeyWhoeverComesFirst() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<X509Certificate> open = () -> TestIssuer.keys(folder).certificate();
            var certificates = threads.invokeAll(List.of(open, open, open, open));
            for (var certificate : certificates) {
                assertThat(certificate.get()).isEqualTo(certificates.getFirst().get());
            }
        }
    }

    @Test
    void shouldRefuseAKeyThatOthersCanRead() throws Exception {
        TestIssuer.keys(folder);
        Path file = folder.resolve("signing.pem");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> TestIssuer.keys(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void shouldSayWhichFileIsDamaged() throws Exception {
        TestIssuer.keys(folder);
        Path file = folder.resolve("exchange.pem");
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> TestIssuer.keys(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " holds no private key");
    }

    @Test
    void shouldSeeThatACertificateIsOfAnotherKey() throws Exception {
        Path file = folder.resolve("signing.pem");
        TestIssuer.keys(folder);
        String one = Files.readString(file);
        Files.delete(file);
        TestIssuer.keys(folder);
        String two = Files.readString(file);
        String mixed = one.substring(0, one.indexOf("-----BEGIN CERTIFICATE"))
                + two.substring(two.indexOf("-----BEGIN CERTIFICATE"));
        Files.writeString(file, mixed);
        assertThatThrownBy(() -> TestIssuer.keys(folder)).hasMessage(file + " holds a certificate of another key");
    }
}
