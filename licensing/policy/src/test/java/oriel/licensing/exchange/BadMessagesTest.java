package oriel.licensing.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import oriel.contract.protocol.CertType;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.licensing.certificate.CertificateIssuer;
import oriel.licensing.certificate.IssuerKeys;
import oriel.licensing.certificate.TestIssuer;
import oriel.licensing.packets.ClientHardwareId;
import oriel.licensing.packets.ClientKeyExchange;
import oriel.licensing.packets.ClientLicenseInformation;
import oriel.licensing.packets.ClientNewLicenseRequest;
import oriel.licensing.packets.LicenseErrorCode;
import oriel.licensing.packets.LicenseErrorMessage;
import oriel.licensing.packets.LicensePacket;
import oriel.licensing.packets.LicensePreamble;
import oriel.licensing.packets.PlatformId;
import oriel.licensing.packets.ServerLicenseRequest;
import oriel.licensing.packets.StateTransition;
import oriel.licensing.packets.crypto.RawRsa;
import oriel.wire.Octets;

/** What a client may send instead, and what it is told (licensing.md, sections 7.4 and 8). */
class BadMessagesTest {
    private static IssuerKeys keys;

    private final ScriptedAuthority authority = new ScriptedAuthority();
    private final LicenseClient client = new LicenseClient(1);

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = TestIssuer.keys();
    }

    private ExchangeResult run() throws Exception {
        return with(client);
    }

    /** The client is told a code and total abort; the connection ends with an error info code; nobody gets a licence. */
    private void shouldBeTold(LicenseErrorCode code, ErrorInfo error) throws Exception {
        ExchangeResult result = run();
        assertThat(client.received).last().isEqualTo(LicenseErrorMessage.abort(code));
        assertThat(result).isInstanceOfSatisfying(ExchangeResult.Refused.class, refused -> {
            assertThat(refused.refused().error()).isEqualTo(error);
            assertThat(refused.refused().reason()).isNotBlank();
        });
    }

    @Test
    void shouldRefuseEveryTruncation() throws Exception {
        client.firstPacket = packet -> Arrays.copyOf(packet, packet.length - 1);
        shouldBeTold(LicenseErrorCode.INVALID_MESSAGE_LEN, ErrorInfo.LICENSE_BAD_CLIENT_MESSAGE);
    }

    @Test
    void shouldRefuseAFieldThatEndsTooSoon() throws Exception {
        client.firstPacket = packet -> {
            byte[] cut = Arrays.copyOf(packet, packet.length - 1);
            cut[2] = (byte) cut.length;
            cut[3] = (byte) (cut.length >> 8);
            return cut;
        };
        shouldBeTold(LicenseErrorCode.INVALID_CLIENT, ErrorInfo.LICENSE_BAD_CLIENT_MESSAGE);
    }

    @Test
    void shouldRefuseAGiantLength() throws Exception {
        client.firstPacket = packet -> {
            packet[2] = (byte) 0xFF;
            packet[3] = (byte) 0xFF;
            return packet;
        };
        shouldBeTold(LicenseErrorCode.INVALID_MESSAGE_LEN, ErrorInfo.LICENSE_BAD_CLIENT_MESSAGE);
    }

    @Test
    void shouldRefuseAnUnknownMessage() throws Exception {
        client.firstPacket = packet -> {
            packet[0] = 0x33;
            return packet;
        };
        shouldBeTold(LicenseErrorCode.INVALID_CLIENT, ErrorInfo.LICENSE_BAD_CLIENT_MESSAGE);
    }

    @Test
    void shouldRefuseAMessageOfTheServer() throws Exception {
        client.firstPacket = _ -> client.received.getFirst().toByteArray();
        shouldBeTold(LicenseErrorCode.INVALID_CLIENT, ErrorInfo.LICENSE_BAD_CLIENT_MESSAGE);
    }

    @Test
    void shouldRefuseTheFirstMessageOnceMore() throws Exception {
        byte[][] first = new byte[1][];
        client.firstPacket = packet -> first[0] = packet;
        client.secondPacket = _ -> first[0];
        shouldBeTold(LicenseErrorCode.INVALID_CLIENT, ErrorInfo.LICENSE_BAD_CLIENT_MESSAGE);
    }

    @Test
    void shouldRefuseAnotherKeyExchange() throws Exception {
        client.firstPacket = packet -> {
            packet[LicensePreamble.SIZE] = 2;
            return packet;
        };
        shouldBeTold(LicenseErrorCode.INVALID_CLIENT, ErrorInfo.LICENSE_BAD_CLIENT_MESSAGE);
    }

    @Test
    void shouldRefuseAChangedChecksumOfTheResponse() throws Exception {
        client.secondPacket = BadMessagesTest::withLastByteChanged;
        shouldBeTold(LicenseErrorCode.INVALID_MAC, ErrorInfo.LICENSE_BAD_ENCRYPTION);
    }

    @Test
    void shouldRefuseAChangedChecksumOfAPresentedLicense() throws Exception {
        client.store = Optional.of(Octets.of((byte) 1));
        client.firstPacket = BadMessagesTest::withLastByteChanged;
        shouldBeTold(LicenseErrorCode.INVALID_MAC, ErrorInfo.LICENSE_BAD_ENCRYPTION);
        assertThat(authority.presented).isEmpty();
    }

    private static byte[] withLastByteChanged(byte[] packet) {
        packet[packet.length - 1] ^= 1;
        return packet;
    }

    @Test
    void shouldRefuseTheResponseToAnotherChallenge() throws Exception {
        client.answeredChallenge = challenge -> Octets.of(new byte[challenge.length()]);
        shouldBeTold(LicenseErrorCode.INVALID_CLIENT, ErrorInfo.LICENSE_BAD_CLIENT_MESSAGE);
    }

    /** A response recorded in another exchange has another key. */
    @Test
    void shouldRefuseAReplayedResponse() throws Exception {
        byte[][] recorded = new byte[1][];
        client.secondPacket = packet -> recorded[0] = packet;
        assertThat(run()).isInstanceOf(ExchangeResult.Completed.class);
        var replaying = new LicenseClient(1);
        replaying.secondPacket = _ -> recorded[0];
        var result = with(replaying);
        assertThat(replaying.received).last().isEqualTo(LicenseErrorMessage.abort(LicenseErrorCode.INVALID_MAC));
        assertThat(result).isInstanceOf(ExchangeResult.Refused.class);
    }

    private ExchangeResult with(LicenseClient other) throws Exception {
        authority.answer = _ -> new LicenseAnswer.ValidClient();
        return new LicenseExchange(
                        LicensedProduct.ORIEL,
                        keys.exchangeKey(),
                        new CertificateIssuer(keys, "host"),
                        Clock.fixed(TestIssuer.NOW, ZoneOffset.UTC),
                        new SecureRandom())
                .run(
                        new LicenseCapabilities(1, LicenseCapabilities.CURRENT_VERSION, false, CertType.X509, "engine"),
                        other,
                        authority);
    }

    @Test
    void shouldRefuseTwoHardwareIdsInOneExchange() throws Exception {
        client.store = Optional.of(Octets.of((byte) 1));
        client.secondHardwareId = Optional.of(new ClientHardwareId(new PlatformId(1), 2, 3, 4, 5));
        shouldBeTold(LicenseErrorCode.INVALID_CLIENT, ErrorInfo.LICENSE_HARDWARE_ID_MISMATCH);
    }

    @Test
    void shouldEndWhenTheClientEnds() throws Exception {
        client.firstPacket =
                _ -> new LicenseErrorMessage(LicenseErrorCode.NO_LICENSE, StateTransition.TOTAL_ABORT, Octets.EMPTY)
                        .toByteArray();
        var refused = ((ExchangeResult.Refused) run()).refused();
        assertThat(client.received).hasSize(1);
        assertThat(refused.error()).isEqualTo(ErrorInfo.LICENSE_CLIENT_ENDED);
        assertThat(refused.reason()).contains("ERR_NO_LICENSE").contains("ST_TOTAL_ABORT");
    }

    /**
     * No oracle: whatever is wrong with the secret, a client is challenged like any other, and learns from the checksum of its
     * response what it would learn from a secret that was merely another one.
     */
    @Test
    void shouldNotTellWhatIsWrongWithASecret() throws Exception {
        var random = new Random(5);
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var stranger = (RSAPublicKey) generator.generateKeyPair().getPublic();
        byte[] longer = new byte[100];
        random.nextBytes(longer);
        byte[] garbage = new byte[264];
        random.nextBytes(garbage);
        byte[] tooLarge = new byte[256];
        Arrays.fill(tooLarge, (byte) 0xFF);
        Octets otherModulus = Octets.of(RawRsa.littleEndian(stranger.getModulus(), 256));
        for (UnaryOperator<Octets> wrong : List.<UnaryOperator<Octets>>of(
                _ -> Octets.EMPTY,
                _ -> Octets.of(garbage),
                _ -> Octets.of(tooLarge),
                _ -> RawRsa.encrypt(new byte[48], 65537, otherModulus),
                secret -> Octets.of(secret.toArray(), 0, 200),
                _ -> RawRsa.encrypt(longer, 65537, modulus()),
                _ -> RawRsa.encrypt(new byte[] {1}, 65537, modulus()))) {
            var victim = new LicenseClient(1);
            victim.careless = true;
            victim.firstPacket = packet -> withSecret(packet, wrong);
            var result = with(victim);
            assertThat(victim.names())
                    .containsExactly("ServerLicenseRequest", "ServerPlatformChallenge", "LicenseErrorMessage");
            assertThat(victim.received).last().isEqualTo(LicenseErrorMessage.abort(LicenseErrorCode.INVALID_MAC));
            assertThat(((ExchangeResult.Refused) result).refused().error()).isEqualTo(ErrorInfo.LICENSE_BAD_ENCRYPTION);
        }
    }

    private static Octets modulus() {
        var request = ExchangeState.begin(new ExchangeTerms(
                LicensedProduct.ORIEL,
                keys.exchangeKey(),
                new CertificateIssuer(keys, "host"),
                TestIssuer.NOW,
                Octets.of(new byte[32]),
                Octets.of(new byte[10]),
                Octets.of(new byte[48])));
        return LicenseClient.key(((ExchangeState.Requested) request).packet()).modulus();
    }

    private static byte[] withSecret(byte[] packet, UnaryOperator<Octets> change) {
        return switch (LicensePacket.receive(packet)) {
            case ClientNewLicenseRequest request ->
                new ClientNewLicenseRequest(changed(request.keys(), change), request.userName(), request.machineName())
                        .toByteArray();
            case ClientLicenseInformation information ->
                new ClientLicenseInformation(
                                changed(information.keys(), change),
                                information.license(),
                                information.encryptedHardwareId(),
                                information.mac())
                        .toByteArray();
            case LicensePacket other -> throw new AssertionError(other);
        };
    }

    private static ClientKeyExchange changed(ClientKeyExchange keys, UnaryOperator<Octets> change) {
        return new ClientKeyExchange(
                ServerLicenseRequest.RSA,
                keys.platformId(),
                keys.clientRandom(),
                change.apply(keys.encryptedPremasterSecret()));
    }

    /** Whatever bytes come, the exchange ends with a result: never with an exception, and never with a licence. */
    @Test
    void shouldSurviveWhateverComes() throws Exception {
        var random = new Random(6);
        for (int i = 0; i < 300; i++) {
            boolean first = random.nextBoolean();
            var victim = new LicenseClient(i);
            victim.careless = true;
            if (random.nextBoolean()) {
                byte[] license = new byte[random.nextInt(2000)];
                random.nextBytes(license);
                victim.store = Optional.of(Octets.of(license));
            }
            UnaryOperator<byte[]> spoil = packet -> {
                for (int n = random.nextInt(4); n >= 0; n--) {
                    packet[random.nextInt(packet.length)] = (byte) random.nextInt();
                }
                return packet;
            };
            if (first) {
                victim.firstPacket = spoil;
            } else {
                victim.secondPacket = spoil;
            }
            assertThat(with(victim)).isNotNull();
        }
    }
}
