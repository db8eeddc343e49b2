package oriel.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import oriel.licensing.exchange.Device;
import oriel.licensing.exchange.LicenseIssuer.Inspection;
import oriel.licensing.exchange.LicenseTerms;
import oriel.licensing.exchange.LicensedProduct;
import oriel.licensing.packets.LicenseBlob;

class CertificateIssuerTest {
    private static final Instant NOW = TestIssuer.NOW;
    private static final String HARDWARE_ID = "0000010400112233445566778899aabbccddeeff";

    private static CertificateIssuer issuer;
    private static IssuerKeys keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = TestIssuer.keys();
        issuer = new CertificateIssuer(keys, "host");
    }

    private static LicenseTerms terms(String user, String machine, boolean temporary, Instant until) {
        return new LicenseTerms(
                Long.MAX_VALUE,
                0x0001_0000,
                temporary,
                NOW,
                until,
                new Device(HARDWARE_ID, 0x0401_0000, user, machine));
    }

    private static byte[] some() {
        return issuer.issue(terms("ada", "engine", true, NOW.plus(Duration.ofDays(90))), LicensedProduct.ORIEL);
    }

    @Test
    void shouldReadWhatItWrote() {
        for (LicenseTerms terms : List.of(
                terms("ada", "engine", true, NOW.plus(Duration.ofDays(90))),
                terms("#0500", "\\engine", true, NOW.plus(Duration.ofDays(90))),
                terms("", "", false, Instant.parse("9999-12-31T23:59:59Z")),
                terms("Zoë, \"the\" first #1", "büro+=<>;\\ 机", false, Instant.parse("2050-01-01T00:00:00Z")))) {
            byte[] license = issuer.issue(terms, LicensedProduct.ORIEL);
            assertThat(issuer.inspect(license, NOW)).isEqualTo(new Inspection.Genuine(terms, LicensedProduct.ORIEL));
        }
    }

    /** As licences of the field: PKCS #7, the issuer's certificate first, then the licence. */
    @Test
    void shouldBeAChainThatOthersRead() throws Exception {
        var chain =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(some())).stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        assertThat(chain).hasSize(2).first().isEqualTo(keys.certificate());
        var license = chain.getLast();
        license.verify(keys.certificate().getPublicKey());
        assertThat(license.getSerialNumber().longValueExact()).isEqualTo(Long.MAX_VALUE);
        assertThat(license.getSigAlgName()).isEqualTo("SHA256withRSA");
        assertThat(license.getNonCriticalExtensionOIDs())
                .contains(
                        "1.3.6.1.4.1.311.18.2", "1.3.6.1.4.1.311.18.4", "1.3.6.1.4.1.311.18.5", "1.3.6.1.4.1.311.18.6");
        assertThat(some().length).isLessThan(4000);
    }

    @Test
    void shouldKnowALicenseOfAnotherIssuer() throws Exception {
        assertThat(new CertificateIssuer(TestIssuer.keys(), "host").inspect(some(), NOW))
                .isEqualTo(new Inspection.Untrusted());
    }

    @Test
    void shouldBelieveNoLicenseThatWasChanged() {
        byte[] license = some();
        Inspection genuine = issuer.inspect(license, NOW);
        var random = new Random(4);
        for (int i = 0; i < 1500; i++) {
            byte[] changed = license.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            // A change in the issuer's certificate changes nothing: it is not looked at.
            assertThat(issuer.inspect(changed, NOW))
                    .isIn(genuine, new Inspection.Untrusted(), new Inspection.Unreadable());
        }
    }

    @Test
    void shouldReadNoLicenseThatIsNone() throws Exception {
        byte[] license = some();
        for (int length = 0; length < license.length; length += 7) {
            assertThat(issuer.inspect(Arrays.copyOf(license, length), NOW)).isEqualTo(new Inspection.Unreadable());
        }
        assertThat(issuer.inspect(keys.certificate().getEncoded(), NOW)).isEqualTo(new Inspection.Unreadable());
        assertThat(issuer.inspect(Arrays.copyOf(license, LicenseBlob.LONGEST_LICENSE + 1), NOW))
                .isEqualTo(new Inspection.Unreadable());
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] garbage = new byte[random.nextInt(300)];
            random.nextBytes(garbage);
            assertThat(issuer.inspect(garbage, NOW)).isEqualTo(new Inspection.Unreadable());
        }
    }
}
