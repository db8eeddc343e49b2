package oriel.rdp.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsWarmUpTest {

    @TempDir
    private Path folder;

    @Test
    void shouldShakeHandsWithItselfUntilItIsInterrupted()
            throws IOException, GeneralSecurityException, IdentityUnusableException {
        SSLContext identity = new ServerIdentity(List.of(TestCertificates.write(folder, "EC", 1))).context();

        TlsWarmUp.run(identity);

        Thread.currentThread().interrupt();
        TlsWarmUp.run(identity);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void shouldSayThatAHandshakeIsImpossible() throws GeneralSecurityException {
        SSLContext nobody = SSLContext.getInstance("TLS");
        nobody.init(new KeyManager[0], null, null);

        assertThatThrownBy(() -> TlsWarmUp.run(nobody)).isInstanceOf(SSLException.class);
    }
}
