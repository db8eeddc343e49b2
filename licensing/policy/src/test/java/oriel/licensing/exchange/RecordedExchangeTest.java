package oriel.licensing.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.licensing.certificate.CertificateIssuer;
import oriel.licensing.certificate.IssuerKeys;
import oriel.licensing.certificate.TestIssuer;
import oriel.licensing.exchange.ExchangeResult.How;
import oriel.licensing.packets.ClientLicenseInformation;
import oriel.licensing.packets.LicenseErrorMessage;
import oriel.licensing.packets.LicensePacket;
import oriel.licensing.packets.NewLicenseInformation;
import oriel.licensing.packets.ServerLicenseRequest;
import oriel.licensing.packets.ServerNewLicense;
import oriel.licensing.packets.ServerPlatformChallenge;
import oriel.licensing.packets.crypto.LicenseKeys;
import oriel.wire.Octets;

/** Exchanges with stock clients, recorded, played again: their secrets, checksums and hardware ids are understood. */
class RecordedExchangeTest {
    private static final Path RECORDINGS = Path.of("src", "test", "resources", "exchanges");

    @TempDir
    private Path folder;

    private IssuerKeys keys;

    @BeforeEach
    void openTheirKeys() throws Exception {
        for (String file : List.of("signing.pem", "exchange.pem")) {
            Path copy = Files.copy(RECORDINGS.resolve(file), folder.resolve(file));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
        }
        keys = TestIssuer.keys(folder);
    }

    /** The packets of a recording, in order. */
    private static List<byte[]> packets(String name) throws IOException {
        var digits = new ArrayList<StringBuilder>();
        for (String line : Files.readAllLines(RECORDINGS.resolve(name + ".hex"))) {
            if (line.startsWith(">") || line.startsWith("<")) {
                digits.add(new StringBuilder());
            }
            if (!line.startsWith("#")) {
                digits.getLast().append(line.substring(2));
            }
        }
        return digits.stream().map(HexFormat.of()::parseHex).toList();
    }

    private ExchangeTerms terms(byte[] request, Octets challenge) {
        var recorded = (ServerLicenseRequest) LicensePacket.receive(request);
        return new ExchangeTerms(
                LicensedProduct.ORIEL,
                keys.exchangeKey(),
                new CertificateIssuer(keys, "host"),
                TestIssuer.NOW,
                recorded.serverRandom(),
                challenge,
                Octets.of(new byte[48]));
    }

    private static ExchangeState.Requested begin(ExchangeTerms terms) {
        return (ExchangeState.Requested) ExchangeState.begin(terms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"freerdp-new-license", "rdesktop-new-license"})
    void shouldUnderstandAClientThatAsksForANewLicense(String name) throws Exception {
        List<byte[]> packets = packets(name);
        LicenseKeys theirs = ((Challenged)
                        begin(terms(packets.get(0), Octets.of(new byte[10]))).received(packets.get(1)))
                .keys();
        var recorded = (ServerPlatformChallenge) LicensePacket.receive(packets.get(2));
        Octets challenge = theirs.crypt(recorded.encryptedChallenge());
        assertThat(theirs.verifies(recorded.mac(), challenge)).isTrue();

        ExchangeState.Requested requested = begin(terms(packets.get(0), challenge));
        assertThat(requested.packet().toByteArray()).isEqualTo(packets.get(0));
        var challenged = (Challenged) requested.received(packets.get(1));
        assertThat(challenged.packet().toByteArray()).isEqualTo(packets.get(2));
        var answered = (Answered) challenged.received(packets.get(3));

        assertThat(answered.device().userName()).isEqualTo("ada");
        assertThat(answered.device().machineName()).isEqualTo("engine");
        assertThat(answered.license()).isEmpty();
        var license = (ServerNewLicense) LicensePacket.receive(packets.get(4));
        Octets clear = theirs.crypt(license.encryptedLicense());
        assertThat(theirs.verifies(license.mac(), clear)).isTrue();
        var inspected = (LicenseIssuer.Inspection.Genuine) new CertificateIssuer(keys, "host")
                .inspect(NewLicenseInformation.decode(clear.reader()).license().toArray(), TestIssuer.NOW);
        assertThat(inspected.terms().device()).isEqualTo(answered.device());
        assertThat(answered.with(new LicenseAnswer.Issue(inspected.terms())))
                .isInstanceOfSatisfying(
                        ExchangeState.Over.class,
                        over -> assertThat(over.last().orElseThrow().toByteArray())
                                .isEqualTo(packets.get(4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"freerdp-license-information", "rdesktop-license-information"})
    void shouldUnderstandAClientThatPresentsALicense(String name) throws Exception {
        List<byte[]> packets = packets(name);
        ExchangeState.Requested requested = begin(terms(packets.get(0), Octets.of(new byte[10])));
        assertThat(requested.packet().toByteArray()).isEqualTo(packets.get(0));
        var presented = (Presented) requested.received(packets.get(1));

        assertThat(presented.license().faults()).isEqualTo(Set.of());
        assertThat(presented.device().machineName()).isEqualTo("engine");
        var sent = (ClientLicenseInformation) LicensePacket.receive(packets.get(1));
        assertThat(presented.bytes()).isEqualTo(sent.license());
        assertThat(presented.accepted(true))
                .isEqualTo(new ExchangeState.Over(
                        Optional.of(LicenseErrorMessage.VALID_CLIENT),
                        new ExchangeResult.Completed(presented.device(), How.LICENSE_ACCEPTED, Optional.empty())));
        assertThat(packets.get(2)).isEqualTo(LicenseErrorMessage.VALID_CLIENT.toByteArray());
    }

    /** The hardware id of xfreerdp is a platform id and the MD5 of its host's name; that of rdesktop is 2 and the name itself. */
    @Test
    void shouldReadTheHardwareIdsOfBoth() throws Exception {
        assertThat(hardwareId("freerdp-license-information")).startsWith("00000104");
        assertThat(hardwareId("rdesktop-license-information")).isEqualTo("02000000" + "656e67696e65" + "00".repeat(10));
    }

    private String hardwareId(String name) throws IOException {
        List<byte[]> packets = packets(name);
        return ((Presented)
                        begin(terms(packets.get(0), Octets.of(new byte[10]))).received(packets.get(1)))
                .device()
                .hardwareId();
    }
}
