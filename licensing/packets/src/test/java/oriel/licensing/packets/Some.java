package oriel.licensing.packets;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import oriel.wire.Octets;

/** Random packets, the same for the same seed. */
final class Some {
    /** A generator for every packet there is. */
    static final List<Function<Some, LicensePacket>> PACKETS = List.of(
            Some::request,
            s -> new ServerPlatformChallenge(s.i32(), s.upTo(40), s.octets(16)),
            s -> new ServerNewLicense(s.upTo(7000), s.octets(16)),
            s -> new ServerUpgradeLicense(s.upTo(7000), s.octets(16)),
            s -> new ClientNewLicenseRequest(s.keys(), s.text(20), s.text(20)),
            s -> new ClientLicenseInformation(s.keys(), s.upTo(7000), s.octets(20), s.octets(16)),
            s -> new ClientPlatformChallengeResponse(s.upTo(40), s.octets(20), s.octets(16)),
            s -> new LicenseErrorMessage(new LicenseErrorCode(s.i32()), new StateTransition(s.below(5)), s.upTo(20)));

    final long seed;
    private final Random random;

    Some(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    ServerLicenseRequest request() {
        return new ServerLicenseRequest(
                octets(32),
                new ProductInformation(i32(), text(20), text(6)),
                List.of(ServerLicenseRequest.RSA),
                random.nextBoolean() ? Optional.empty() : Optional.of(certificate()),
                IntStream.range(0, below(3)).mapToObj(_ -> new Scope(text(20))).toList());
    }

    ServerCertificate certificate() {
        return random.nextBoolean()
                ? new ProprietaryCertificate(random.nextBoolean(), key(), octets(72))
                : new X509CertificateChain(random.nextBoolean(), List.of(upTo(900), upTo(900)));
    }

    ServerPublicKey key() {
        return new ServerPublicKey(i32() & 0xFFFF_FFFFL, octets(64 << below(4)));
    }

    ClientKeyExchange keys() {
        return new ClientKeyExchange(
                ServerLicenseRequest.RSA, new PlatformId(i32()), octets(32), octets((64 << below(4)) + 8));
    }

    NewLicenseInformation license() {
        return new NewLicenseInformation(i32(), new Scope(text(20)), text(20), text(6), upTo(4000));
    }

    LicensedProductInformation product() {
        return new LicensedProductInformation(
                LicensedProductInformation.VERSION,
                i32(),
                new PlatformId(i32()),
                i32(),
                text(6),
                text(12),
                new LicensedVersionInformation(below(0x10000), below(0x10000), i32()));
    }

    LicenseServerInformation server() {
        return new LicenseServerInformation(
                text(20), random.nextBoolean() ? Optional.empty() : Optional.of(text(20)), text(20));
    }

    PlatformChallengeResponseData response() {
        return new PlatformChallengeResponseData(below(0x10000), below(0x10000), below(4), upTo(40));
    }

    ClientHardwareId hardwareId() {
        return new ClientHardwareId(new PlatformId(i32()), i32(), i32(), i32(), i32());
    }

    int i32() {
        return random.nextInt();
    }

    int below(int limit) {
        return random.nextInt(limit);
    }

    Octets octets(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    Octets upTo(int limit) {
        return octets(random.nextInt(limit + 1));
    }

    /** Characters of every plane but the surrogates; none is zero. */
    String text(int limit) {
        return random.ints(random.nextInt(limit + 1), 1, 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
