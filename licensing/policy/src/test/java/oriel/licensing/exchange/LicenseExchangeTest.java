package oriel.licensing.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oriel.contract.protocol.CertType;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.licensing.certificate.CertificateIssuer;
import oriel.licensing.certificate.IssuerKeys;
import oriel.licensing.certificate.TestIssuer;
import oriel.licensing.exchange.ExchangeResult.How;
import oriel.licensing.exchange.PresentedLicense.Fault;
import oriel.licensing.packets.ClientKeyExchange;
import oriel.licensing.packets.LicenseErrorCode;
import oriel.licensing.packets.LicenseErrorMessage;
import oriel.licensing.packets.ServerLicenseRequest;
import oriel.wire.Octets;

/** The exchange against a client of our own: the pictures of licensing.md, sections 2.1 to 2.5, and the table of 7.2. */
class LicenseExchangeTest {
    private static final Instant NOW = TestIssuer.NOW;
    private static final LicensedProduct PRODUCT = LicensedProduct.ORIEL;

    private static IssuerKeys keys;
    private static IssuerKeys others;

    private final ScriptedAuthority authority = new ScriptedAuthority();
    private final LicenseClient client = new LicenseClient(1);

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = TestIssuer.keys();
        others = TestIssuer.keys();
    }

    @BeforeEach
    void issueByDefault() {
        authority.answer = device -> new LicenseAnswer.Issue(terms(device));
    }

    private static LicenseTerms terms(Device device) {
        return new LicenseTerms(
                7, PRODUCT.version(), false, NOW.minusSeconds(60), NOW.plus(Duration.ofDays(90)), device);
    }

    private static LicenseExchange exchange(LicensedProduct product, IssuerKeys issuer, Instant now) {
        return exchange(product, issuer, issuer.exchangeKey(), now);
    }

    private static LicenseExchange exchange(LicensedProduct product, IssuerKeys issuer, ExchangeKey key, Instant now) {
        return new LicenseExchange(
                product,
                key,
                new CertificateIssuer(issuer, "host"),
                Clock.fixed(now, ZoneOffset.UTC),
                new SecureRandom());
    }

    private ExchangeResult run(LicenseClient with) throws Exception {
        return run(exchange(PRODUCT, keys, NOW), with);
    }

    private ExchangeResult run(LicenseExchange exchange, LicenseClient with) throws Exception {
        return exchange.run(capabilities(1, LicenseCapabilities.CURRENT_VERSION), with, authority);
    }

    private static LicenseCapabilities capabilities(int algorithm, int version) {
        return new LicenseCapabilities(algorithm, version, false, CertType.X509, "engine");
    }

    @Test
    void shouldIssueANewLicense() throws Exception {
        var result = (ExchangeResult.Completed) run(client);

        assertThat(client.names())
                .containsExactly("ServerLicenseRequest", "ServerPlatformChallenge", "ServerNewLicense");
        assertThat(result.how()).isEqualTo(How.NEW_LICENSE);
        assertThat(client.store).isEqualTo(result.license()).isPresent();
        var device = new Device(client.hardwareId.toHex(), LicenseClient.PLATFORM.value(), "ada", "engine");
        assertThat(result.device()).isEqualTo(device);
        assertThat(authority.devices).containsExactly(device);
        assertThat(new CertificateIssuer(keys, "host")
                        .inspect(client.store.orElseThrow().toArray(), NOW))
                .isEqualTo(new LicenseIssuer.Inspection.Genuine(terms(device), PRODUCT));
    }

    @Test
    void shouldRecogniseTheLicenseItIssued() throws Exception {
        run(client);
        authority.accepts = true;
        LicenseClient again = client.again();

        var result = (ExchangeResult.Completed) run(again);

        assertThat(again.received).hasSize(2).last().isEqualTo(LicenseErrorMessage.VALID_CLIENT);
        assertThat(result.how()).isEqualTo(How.LICENSE_ACCEPTED);
        assertThat(result.license()).isEmpty();
        assertThat(again.store).isEqualTo(client.store);
        assertThat(authority.presented)
                .singleElement()
                .satisfies(license -> assertThat(license.faults()).isEmpty())
                .satisfies(license -> assertThat(license.terms()).contains(terms(result.device())));
        assertThat(result.device().userName()).isEqualTo("ada");
    }

    /** Renewal and upgrade: the authority does not accept what is good, e.g. a temporary licence. */
    @Test
    void shouldUpgradeAGoodLicenseIfTheAuthorityWantsTo() throws Exception {
        run(client);
        LicenseClient again = client.again();

        var result = (ExchangeResult.Completed) run(again);

        assertThat(again.names())
                .containsExactly("ServerLicenseRequest", "ServerPlatformChallenge", "ServerUpgradeLicense");
        assertThat(result.how()).isEqualTo(How.UPGRADED_LICENSE);
        assertThat(again.store).isEqualTo(result.license());
    }

    @Test
    void shouldSendTheOldLicenseAgain() throws Exception {
        run(client);
        authority.answer = _ -> new LicenseAnswer.OldLicense();
        LicenseClient again = client.again();

        var result = (ExchangeResult.Completed) run(again);

        assertThat(again.names()).last().isEqualTo("ServerUpgradeLicense");
        assertThat(result.how()).isEqualTo(How.OLD_LICENSE);
        assertThat(again.store).isEqualTo(client.store).isEqualTo(result.license());
    }

    @Test
    void shouldNotSendAnOldLicenseThatThereIsNot() {
        authority.answer = _ -> new LicenseAnswer.OldLicense();
        assertThatThrownBy(() -> run(client)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldAdmitWithoutALicense() throws Exception {
        authority.answer = _ -> new LicenseAnswer.ValidClient();

        var result = (ExchangeResult.Completed) run(client);

        assertThat(client.received).last().isEqualTo(LicenseErrorMessage.VALID_CLIENT);
        assertThat(result.how()).isEqualTo(How.VALID_CLIENT);
        assertThat(client.store).isEmpty();
    }

    @Test
    void shouldAbortAsTheAuthoritySays() throws Exception {
        authority.answer = _ -> new LicenseAnswer.Abort(0x6, ErrorInfo.LICENSE_NO_SERVER, "no ledger");

        var result = (ExchangeResult.Refused) run(client);

        assertThat(client.received).last().isEqualTo(LicenseErrorMessage.abort(LicenseErrorCode.NO_LICENSE_SERVER));
        assertThat(result.refused().error()).isEqualTo(ErrorInfo.LICENSE_NO_SERVER);
        assertThat(result.refused().reason()).isEqualTo("no ledger");
    }

    @Test
    void shouldTakeAChainOfCertificatesForTheKeyAsWell() throws Exception {
        var result = run(exchange(PRODUCT, keys, keys.exchangeKeyInChain(NOW), NOW), client);
        assertThat(result).isInstanceOf(ExchangeResult.Completed.class);
        assertThat(client.store).isPresent();
    }

    /** What is wrong with a licence, and how to come by it. */
    enum Wrong {
        OTHER_ISSUER(Fault.UNTRUSTED),
        TAMPERED(Fault.UNTRUSTED),
        CUT(Fault.UNREADABLE),
        OTHER_DEVICE(Fault.OTHER_DEVICE),
        EXPIRED(Fault.EXPIRED),
        NOT_YET_VALID(Fault.NOT_YET_VALID),
        OLDER_VERSION(Fault.OLDER_VERSION),
        OTHER_COMPANY(Fault.OTHER_PRODUCT),
        OTHER_PRODUCT(Fault.OTHER_PRODUCT),
        OTHER_SCOPE(Fault.OTHER_PRODUCT);

        final Fault fault;

        Wrong(Fault fault) {
            this.fault = fault;
        }
    }

    /** Each is challenged, and replaced by a good one. */
    @ParameterizedTest
    @EnumSource(Wrong.class)
    void shouldChallengeWhoeverPresentsALicenseThatIsNotGood(Wrong wrong) throws Exception {
        run(wrong == Wrong.OTHER_ISSUER ? exchange(PRODUCT, others, NOW) : exchange(PRODUCT, keys, NOW), client);
        LicenseClient again = wrong == Wrong.OTHER_DEVICE ? new LicenseClient(2) : client.again();
        again.store = client.store.map(license -> spoilt(license, wrong));
        LicensedProduct product = switch (wrong) {
            case OLDER_VERSION -> new LicensedProduct(0x0002_0000, "Oriel", "A02", "oriel");
            case OTHER_COMPANY -> new LicensedProduct(PRODUCT.version(), "Auriol", "A02", "oriel");
            case OTHER_PRODUCT -> new LicensedProduct(PRODUCT.version(), "Oriel", "A03", "oriel");
            case OTHER_SCOPE -> new LicensedProduct(PRODUCT.version(), "Oriel", "A02", "example.org");
            default -> PRODUCT;
        };
        Instant now = switch (wrong) {
            case EXPIRED -> NOW.plus(Duration.ofDays(91));
            case NOT_YET_VALID -> NOW.minusSeconds(61);
            default -> NOW;
        };

        var result = (ExchangeResult.Completed) run(exchange(product, keys, now), again);

        assertThat(authority.presented)
                .singleElement()
                .extracting(PresentedLicense::faults)
                .isEqualTo(Set.of(wrong.fault));
        boolean silent = EnumSet.of(Fault.UNTRUSTED, Fault.UNREADABLE).contains(wrong.fault);
        assertThat(authority.presented.getFirst().terms().isEmpty()).isEqualTo(silent);
        assertThat(again.names())
                .containsExactly("ServerLicenseRequest", "ServerPlatformChallenge", "ServerUpgradeLicense");
        assertThat(result.how()).isEqualTo(How.UPGRADED_LICENSE);
        assertThat(again.store).isEqualTo(result.license());
    }

    private static Octets spoilt(Octets license, Wrong wrong) {
        byte[] bytes = license.toArray();
        return switch (wrong) {
            case TAMPERED -> {
                bytes[bytes.length - 20] ^= 1; // within the signature of the licence
                yield Octets.of(bytes);
            }
            case CUT -> Octets.of(bytes, 0, bytes.length - 1);
            default -> license;
        };
    }

    /** The last second of a licence is a good one. */
    @Test
    void shouldAcceptALicenseUntilItsLastSecond() throws Exception {
        run(client);
        authority.accepts = true;
        run(exchange(PRODUCT, keys, NOW.plus(Duration.ofDays(90))), client.again());
        assertThat(authority.presented)
                .singleElement()
                .extracting(PresentedLicense::faults)
                .isEqualTo(Set.of());
    }

    @Test
    void shouldSaySoIfTheClientCannotBeLicensedByPackets() throws Exception {
        var exchange = exchange(PRODUCT, keys, NOW);
        assertThat(exchange.run(capabilities(2, LicenseCapabilities.CURRENT_VERSION), client, authority))
                .isEqualTo(new ExchangeResult.WithoutPackets(ExchangeResult.Reason.CLIENT_WITHOUT_RSA));
        assertThat(exchange.run(capabilities(1, 0x0001_0002), client, authority))
                .isEqualTo(new ExchangeResult.WithoutPackets(ExchangeResult.Reason.CLIENT_OF_ANOTHER_VERSION));
        assertThat(client.received).isEmpty();
        client.firstPacket = _ -> new byte[0];
        assertThat(run(client))
                .isEqualTo(new ExchangeResult.WithoutPackets(ExchangeResult.Reason.PROVIDER_WITHOUT_PACKETS));
    }

    /** A host in FIPS mode has no provider with RC4. */
    @Test
    void shouldSendNothingOnAHostWithoutRc4() throws Exception {
        var provider = Security.getProvider("SunJCE");
        int position = List.of(Security.getProviders()).indexOf(provider) + 1;
        Security.removeProvider("SunJCE");
        try {
            assertThat(run(client))
                    .isEqualTo(new ExchangeResult.WithoutPackets(ExchangeResult.Reason.HOST_WITHOUT_CIPHERS));
        } finally {
            Security.insertProviderAt(provider, position);
        }
        assertThat(client.received).isEmpty();
    }

    /** What rdesktop 1.9 does: no randomness of its own, 72 zero bytes for a secret, and a bare challenge for an answer. */
    @Test
    void shouldLicenseAClientThatDoesAsRdesktop() throws Exception {
        var rdesktop = new LicenseClient(3) {
            @Override
            protected ClientKeyExchange exchangeKeys(ServerLicenseRequest request) {
                deriveFromZeros(request);
                return new ClientKeyExchange(
                        ServerLicenseRequest.RSA, PLATFORM, Octets.of(new byte[32]), Octets.of(new byte[72]));
            }

            @Override
            protected Octets response(Octets challenge) {
                return challenge;
            }
        };
        assertThat(run(rdesktop)).isInstanceOf(ExchangeResult.Completed.class);
        assertThat(rdesktop.store).isPresent();
    }

    @Test
    void shouldNotAskTwiceWithTheSameRandom() throws Exception {
        run(client);
        LicenseClient again = client.again();
        run(again);
        assertThat(((ServerLicenseRequest) client.received.getFirst()).serverRandom())
                .isNotEqualTo(((ServerLicenseRequest) again.received.getFirst()).serverRandom());
    }
}
