package oriel.licensing.exchange;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.licensing.packets.ClientHardwareId;
import oriel.licensing.packets.ClientKeyExchange;
import oriel.licensing.packets.ClientLicenseInformation;
import oriel.licensing.packets.ClientNewLicenseRequest;
import oriel.licensing.packets.ClientPlatformChallengeResponse;
import oriel.licensing.packets.LicenseErrorMessage;
import oriel.licensing.packets.LicensePacket;
import oriel.licensing.packets.NewLicenseInformation;
import oriel.licensing.packets.PlatformChallengeResponseData;
import oriel.licensing.packets.PlatformId;
import oriel.licensing.packets.ProprietaryCertificate;
import oriel.licensing.packets.ServerLicenseRequest;
import oriel.licensing.packets.ServerNewLicense;
import oriel.licensing.packets.ServerPlatformChallenge;
import oriel.licensing.packets.ServerPublicKey;
import oriel.licensing.packets.ServerUpgradeLicense;
import oriel.licensing.packets.X509CertificateChain;
import oriel.licensing.packets.crypto.LicenseKeys;
import oriel.licensing.packets.crypto.RawRsa;
import oriel.wire.Octets;
import oriel.wire.WireWriter;

/** A client of the licensing extension with a store for one licence, at the end of a courier without a wire. */
class LicenseClient implements ProtocolLicenseConnection {
    static final PlatformId PLATFORM = PlatformId.of(PlatformId.POST_5_2, PlatformId.MICROSOFT, 0);

    final List<LicensePacket> received = new ArrayList<>();
    final ClientHardwareId hardwareId;
    Optional<Octets> store = Optional.empty();

    /** Changes the bytes of a packet on their way to the server; the number counts from 0. */
    UnaryOperator<byte[]> firstPacket = UnaryOperator.identity();

    UnaryOperator<byte[]> secondPacket = UnaryOperator.identity();

    /** The hardware id of the response, if it is to be another. */
    Optional<ClientHardwareId> secondHardwareId = Optional.empty();

    /** Whether it goes on whatever the checksum of the challenge is: honest clients stop there. */
    boolean careless;

    /** The challenge as it is answered. */
    UnaryOperator<Octets> answeredChallenge = UnaryOperator.identity();

    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final Random random;
    private LicenseKeys keys;
    private int sent;

    LicenseClient(long seed) {
        random = new Random(seed);
        hardwareId =
                new ClientHardwareId(PLATFORM, random.nextInt(), random.nextInt(), random.nextInt(), random.nextInt());
        keys = LicenseKeys.derive(new byte[48], Octets.EMPTY, Octets.EMPTY);
    }

    /** The same device, connecting again with what it has kept. */
    LicenseClient again() {
        var again = new LicenseClient(random.nextLong(), hardwareId);
        again.store = store;
        return again;
    }

    private LicenseClient(long seed, ClientHardwareId hardwareId) {
        random = new Random(seed);
        this.hardwareId = hardwareId;
        keys = LicenseKeys.derive(new byte[48], Octets.EMPTY, Octets.EMPTY);
    }

    @Override
    public void sendClientLicense(byte[] packet) {
        LicensePacket message = LicensePacket.receive(packet);
        received.add(message);
        switch (message) {
            case ServerLicenseRequest request -> answer(first(request));
            case ServerPlatformChallenge challenge -> answer(second(challenge));
            case ServerNewLicense license -> keep(license.encryptedLicense(), license.mac());
            case ServerUpgradeLicense license -> keep(license.encryptedLicense(), license.mac());
            case LicenseErrorMessage _ -> {}
            default -> throw new AssertionError("a server sent " + message);
        }
    }

    private void answer(LicensePacket packet) {
        answers.add((sent++ == 0 ? firstPacket : secondPacket).apply(packet.toByteArray()));
    }

    /** The secret and how it travels; a client of another mind may do otherwise. */
    protected ClientKeyExchange exchangeKeys(ServerLicenseRequest request) {
        byte[] premaster = bytes(48);
        Octets clientRandom = Octets.of(bytes(32));
        keys = LicenseKeys.derive(premaster, clientRandom, request.serverRandom());
        ServerPublicKey key = key(request);
        return new ClientKeyExchange(
                ServerLicenseRequest.RSA,
                PLATFORM,
                clientRandom,
                RawRsa.encrypt(premaster, key.exponent(), key.modulus()));
    }

    protected void deriveFromZeros(ServerLicenseRequest request) {
        keys = LicenseKeys.derive(new byte[48], Octets.of(new byte[32]), request.serverRandom());
    }

    private LicensePacket first(ServerLicenseRequest request) {
        ClientKeyExchange exchange = exchangeKeys(request);
        Octets id = hardwareId.toOctets();
        return store.<LicensePacket>map(
                        license -> new ClientLicenseInformation(exchange, license, keys.crypt(id), keys.mac(id)))
                .orElseGet(() -> new ClientNewLicenseRequest(exchange, "ada", "engine"));
    }

    private LicensePacket second(ServerPlatformChallenge challenge) {
        Octets clear = keys.crypt(challenge.encryptedChallenge());
        if (!careless && !keys.verifies(challenge.mac(), clear)) {
            throw new AssertionError("checksum of the challenge is wrong");
        }
        Octets data = response(answeredChallenge.apply(clear));
        Octets id = secondHardwareId.orElse(hardwareId).toOctets();
        Octets both = new WireWriter().octets(data).octets(id).toOctets();
        return new ClientPlatformChallengeResponse(keys.crypt(data), keys.crypt(id), keys.mac(both));
    }

    protected Octets response(Octets challenge) {
        var out = new WireWriter();
        new PlatformChallengeResponseData(
                        PlatformChallengeResponseData.VERSION,
                        PlatformChallengeResponseData.OTHER,
                        PlatformChallengeResponseData.DETAIL,
                        challenge)
                .encode(out);
        return out.toOctets();
    }

    private void keep(Octets encrypted, Octets mac) {
        Octets clear = keys.crypt(encrypted);
        if (!keys.verifies(mac, clear)) {
            throw new AssertionError("checksum of the licence is wrong");
        }
        store = Optional.of(NewLicenseInformation.decode(clear.reader()).license());
    }

    /** The server's key out of either form of its certificate. */
    static ServerPublicKey key(ServerLicenseRequest request) {
        return switch (request.certificate().orElseThrow()) {
            case ProprietaryCertificate certificate -> {
                if (!certificate.isSigned()) {
                    throw new AssertionError("the certificate is not signed");
                }
                yield certificate.key();
            }
            case X509CertificateChain chain -> {
                try {
                    var factory = CertificateFactory.getInstance("X.509");
                    var root = factory.generateCertificate(new ByteArrayInputStream(
                            chain.certificates().getFirst().toArray()));
                    var last = factory.generateCertificate(new ByteArrayInputStream(
                            chain.certificates().getLast().toArray()));
                    last.verify(root.getPublicKey());
                    var key = (RSAPublicKey) last.getPublicKey();
                    yield ServerPublicKey.of(key.getPublicExponent(), key.getModulus());
                } catch (GeneralSecurityException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public byte[] requestClientLicense() {
        return answers.remove();
    }

    @Override
    public LicenseCapabilities requestLicensingCapabilities() {
        throw new AssertionError("the service asks for the capabilities");
    }

    @Override
    public void protocolComplete(int outcome) {
        throw new AssertionError("the service completes the exchange");
    }

    /** Names of the packets received, in order. */
    List<String> names() {
        return received.stream()
                .map(packet -> packet.getClass().getSimpleName())
                .toList();
    }
}
