package oriel.server.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path directory;

    private CertificateFiles made(String name) throws Exception {
        var files = new CertificateFiles(directory.resolve(name + ".pem"), directory.resolve(name + ".key"));
        SelfSigned.make(List.of("bay", "bay.example"), NOW, files.certificateFile(), files.keyFile());
        return files;
    }

    @Test
    void shouldMakeACertificateForAllNamesOfTheHost() throws Exception {
        X509Certificate certificate = made("a").check();
        assertThat(CertificateFiles.names(certificate))
                .containsExactly("bay", "bay.example", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(certificate.getNotBefore().toInstant()).isBefore(NOW);
        assertThat(certificate.getNotAfter().toInstant()).isAfter(NOW.plusSeconds(86_400L * 3000));
        certificate.verify(certificate.getPublicKey());
    }

    @Test
    void shouldHideTheKey() throws Exception {
        Path key = made("a").keyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    /** openssl is what an administrator compares with. */
    @Test
    void shouldPrintTheFingerprintThatOpensslPrints() throws Exception {
        CertificateFiles files = made("a");
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "x509",
                        "-noout",
                        "-fingerprint",
                        "-sha256",
                        "-in",
                        files.certificateFile().toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed.strip()).endsWithIgnoringCase(CertificateFiles.fingerprint(files.certificate()));
    }

    @Test
    void shouldMakeAnotherKeyEachTime() throws Exception {
        assertThat(made("a").check()).isNotEqualTo(made("b").check());
    }

    @Test
    void shouldNoticeAKeyOfAnotherCertificate() throws Exception {
        var crossed =
                new CertificateFiles(made("a").certificateFile(), made("b").keyFile());
        assertThatThrownBy(crossed::check).isInstanceOf(IOException.class).hasMessageContaining("does not belong to");
    }

    @Test
    void shouldSayWhichFileIsMissingOrBroken() throws Exception {
        CertificateFiles files = made("a");
        Files.delete(files.keyFile());
        assertThatThrownBy(files::check).hasMessage("key " + files.keyFile() + " does not exist");
        Files.writeString(files.keyFile(), "nonsense");
        assertThatThrownBy(files::check).hasMessageContaining(files.keyFile() + " holds no");
        Files.writeString(files.certificateFile(), "nonsense");
        assertThatThrownBy(files::check)
                .hasMessageContaining(files.certificateFile().toString());
    }
}
