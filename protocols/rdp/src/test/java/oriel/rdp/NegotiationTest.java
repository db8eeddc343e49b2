package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.SettingType;
import oriel.contract.protocol.Settings;
import oriel.rdp.codec.x224.NegotiationAnswer;
import oriel.rdp.codec.x224.NegotiationAnswer.Failure;
import oriel.rdp.codec.x224.NegotiationRequest;
import oriel.rdp.codec.x224.SecurityProtocols;
import oriel.rdp.transport.ServerIdentity.PemPair;
import oriel.rdp.transport.TestCertificates;

/** Connection Initiation at the socket: which client gets TLS, and what the others are told ([MS-RDPBCGR] 2.2.1.2). */
class NegotiationTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "11, 1"})
    void shouldSelectTlsWheneverItIsOffered(int offered, int selected) throws IOException, ProtocolException {
        try (var service = new TestListener(folder);
                var client = service.client()) {
            NegotiationAnswer answer = client.negotiate(new SecurityProtocols(offered));
            assertThat(answer)
                    .isEqualTo(new NegotiationAnswer.Response(
                            NegotiationAnswer.Response.EXTENDED_CLIENT_DATA_SUPPORTED,
                            new SecurityProtocols(selected)));
        }
    }

    /** Standard RDP security alone, CredSSP alone (2.2.1.2.2: "then the server only supports TLS"), and others. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 8, 16})
    void shouldDemandTlsFromClientsThatDoNotOfferIt(int offered) throws IOException, ProtocolException {
        try (var service = new TestListener(folder);
                var client = service.client()) {
            assertThat(client.negotiate(new SecurityProtocols(offered)))
                    .isEqualTo(new Failure(Failure.SSL_REQUIRED_BY_SERVER));
            assertThat(client.isClosedInOrder()).isTrue();
        }
    }

    @Test
    void shouldDemandTlsFromClientsThatDoNotNegotiate() throws IOException, ProtocolException {
        try (var service = new TestListener(folder);
                var client = service.client()) {
            assertThat(client.negotiate(Optional.empty())).isEqualTo(new Failure(Failure.SSL_REQUIRED_BY_SERVER));
            assertThat(client.isClosedInOrder()).isTrue();
        }
    }

    @Test
    void shouldRefuseFlagsThatContradictEachOther() throws IOException, ProtocolException {
        try (var service = new TestListener(folder);
                var client = service.client()) {
            var request =
                    new NegotiationRequest(NegotiationRequest.RESTRICTED_ADMIN_MODE_REQUIRED, SecurityProtocols.SSL);
            assertThat(client.negotiate(Optional.of(request))).isEqualTo(new Failure(Failure.INCONSISTENT_FLAGS));
        }
    }

    @Test
    void shouldSayThatThereIsNoCertificate() throws IOException, ProtocolException {
        try (var service = new TestListener(Map.of());
                var client = service.client()) {
            assertThat(client.negotiate(SecurityProtocols.SSL)).isEqualTo(new Failure(Failure.SSL_CERT_NOT_ON_SERVER));
            assertThat(client.isClosedInOrder()).isTrue();
        }
    }

    @Test
    void shouldSayThatTheCertificateCannotBeUsed() throws IOException, ProtocolException {
        PemPair pair = TestCertificates.write(folder, "EC", 1);
        Files.writeString(pair.key(), "not a key");
        try (var service = new TestListener(TestListener.values(pair));
                var client = service.client()) {
            assertThat(client.negotiate(SecurityProtocols.SSL)).isEqualTo(new Failure(Failure.SSL_CERT_NOT_ON_SERVER));
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2, EC", "TLSv1.3, EC", "TLSv1.2, RSA", "TLSv1.3, RSA"})
    void shouldSpeakTlsWith(String version, String key) throws IOException, ProtocolException {
        PemPair pair = TestCertificates.write(folder, key, 1);
        try (var service = new TestListener(TestListener.values(pair));
                var client = service.client()) {
            client.connect(version);
            assertThat(client.serverCertificate().getPublicKey().getAlgorithm()).isEqualTo(key);
        }
    }

    /** Nobody is dropped: the connection that stands goes on with what it began with. */
    @Test
    void shouldShowANewCertificateAfterTheFilesHaveChanged() throws IOException, ProtocolException {
        PemPair pair = TestCertificates.write(folder, "EC", 1);
        try (var service = new TestListener(TestListener.values(pair));
                var before = service.client();
                var after = service.client()) {
            before.connect();
            TestCertificates.write(folder, "EC", 2);
            service.service().manager.notifySettingsChange(Settings.notConfigured(SettingType.MACHINE));
            after.connect();
            assertThat(before.serverCertificate().getSerialNumber()).isEqualTo(1);
            assertThat(after.serverCertificate().getSerialNumber()).isEqualTo(2);
            before.share(new oriel.rdp.codec.share.ShutdownRequest());
            before.next(oriel.rdp.codec.share.ShutdownDenied.class);
        }
    }
}
