package oriel.rdp.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.rdp.transport.ServerIdentity.PemPair;

class ServerIdentityTest {

    @TempDir
    private Path folder;

    @Test
    void shouldTakeKeysInTheFormsThatAreAround() throws IOException, GeneralSecurityException {
        PemPair ec = TestCertificates.write(folder, "EC", 1);
        byte[] pkcs8 = Base64.getMimeDecoder()
                .decode(Files.readString(ec.key())
                        .replaceAll("-----[^-]+-----", "")
                        .strip());
        Files.writeString(ec.key(), TestCertificates.pem("EC PRIVATE KEY", sec1(pkcs8)));
        PemPair rsa = TestCertificates.write(folder, "RSA", 1);
        byte[] rsaPkcs8 = Base64.getMimeDecoder()
                .decode(Files.readString(rsa.key())
                        .replaceAll("-----[^-]+-----", "")
                        .strip());
        Files.writeString(rsa.key(), TestCertificates.pem("RSA PRIVATE KEY", inner(rsaPkcs8)));
        assertThatCode(() -> new ServerIdentity(List.of(ec, rsa)).context()).doesNotThrowAnyException();
    }

    /** SEC 1, appendix C.4: version, private key, and the curve, which PKCS #8 keeps outside. */
    private static byte[] sec1(byte[] pkcs8) throws GeneralSecurityException {
        ECPrivateKey key = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        byte[] secret = key.getS().toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(secret.length, 32);
        System.arraycopy(secret, secret.length - length, fixed, 32 - length, length);
        byte[] curve = Der.oid(0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07);
        return Der.sequence(Der.value(0x02, new byte[] {1}), Der.octetString(fixed), Der.value(0xA0, curve));
    }

    /** The PKCS #1 key inside a PKCS #8 one: the last member of the sequence, which is long. */
    private static byte[] inner(byte[] pkcs8) {
        for (int at = 0; at < pkcs8.length - 4; at++) {
            int length = ((pkcs8[at + 2] & 0xFF) << 8) | (pkcs8[at + 3] & 0xFF);
            if (pkcs8[at] == 0x04 && (pkcs8[at + 1] & 0xFF) == 0x82 && at + 4 + length == pkcs8.length) {
                return java.util.Arrays.copyOfRange(pkcs8, at + 4, pkcs8.length);
            }
        }
        throw new IllegalArgumentException("no key inside");
    }

    @Test
    void shouldRefuseAKeyThatBelongsToAnotherCertificate() throws IOException {
        PemPair pair = TestCertificates.write(folder, "EC", 1);
        Path kept = folder.resolve("kept.pem");
        Files.copy(pair.certificate(), kept);
        TestCertificates.write(folder, "EC", 2);
        var identity = new ServerIdentity(List.of(new PemPair(kept, pair.key())));
        assertThatThrownBy(identity::context)
                .isInstanceOf(IdentityUnusableException.class)
                .hasMessageContaining("not the key of the certificate");
    }

    @Test
    void shouldNameWhatIsWrongWithAFile() throws IOException {
        PemPair pair = TestCertificates.write(folder, "EC", 1);
        Files.writeString(pair.key(), TestCertificates.pem("ENCRYPTED PRIVATE KEY", new byte[10]));
        assertThatThrownBy(() -> new ServerIdentity(List.of(pair)).context()).hasMessageContaining("encrypted");
        Files.delete(pair.key());
        assertThatThrownBy(() -> new ServerIdentity(List.of(pair)).context())
                .hasMessageContaining(pair.key().toString());
    }

    @Test
    void shouldKeepTheOldCertificateWhileTheNewOneIsBroken() throws IOException, IdentityUnusableException {
        PemPair pair = TestCertificates.write(folder, "EC", 1);
        var identity = new ServerIdentity(List.of(pair));
        SSLContext before = identity.context();
        Path backup = folder.resolve("backup.pem");
        Files.copy(pair.certificate(), backup);
        Files.writeString(pair.certificate(), "half a certificate");
        identity.lookAgain();
        assertThat(identity.context()).isSameAs(before);
        Files.copy(backup, pair.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(
                pair.certificate(), FileTime.from(Instant.now().plusSeconds(5)));
        identity.lookAgain();
        assertThat(identity.context()).isNotSameAs(before);
    }
}
