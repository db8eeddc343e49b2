package oriel.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import oriel.contract.protocol.CertType;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.licensing.certificate.CertificateIssuer;
import oriel.licensing.certificate.IssuerKeys;
import oriel.licensing.exchange.Device;
import oriel.licensing.exchange.ExchangeKey;
import oriel.licensing.exchange.LicenseAnswer;
import oriel.licensing.exchange.LicenseAuthority;
import oriel.licensing.exchange.LicenseExchange;
import oriel.licensing.exchange.LicenseIssuer;
import oriel.licensing.exchange.LicensedProduct;
import oriel.licensing.exchange.PresentedLicense;

/** What a client can give to licensing besides packets: a licence, and packets in any order. */
final class Licensing {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final LicenseCapabilities CAPABILITIES =
            new LicenseCapabilities(1, LicenseCapabilities.CURRENT_VERSION, false, CertType.X509, "engine");

    private static final CertificateIssuer ISSUER = issuer();
    private static final LicenseExchange EXCHANGE = new LicenseExchange(
            LicensedProduct.ORIEL, key(), ISSUER, Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());

    private Licensing() {}

    private static CertificateIssuer issuer() {
        try {
            return new CertificateIssuer(
                    IssuerKeys.open(Files.createTempDirectory("issuer"), "fuzz", NOW, new SecureRandom()), "fuzz");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A short key: the speed of RSA is of no interest here. */
    private static ExchangeKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(512);
            KeyPair pair = generator.generateKeyPair();
            return ExchangeKey.proprietary((RSAPrivateKey) pair.getPrivate(), (RSAPublicKey) pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody can know the key of the issuer: no bytes may be taken for one of its licences. */
    static void inspect(byte[] license) {
        if (ISSUER.inspect(license, NOW) instanceof LicenseIssuer.Inspection.Genuine genuine) {
            throw new AssertionError("believed " + genuine);
        }
    }

    /** The first two bytes say how long the first packet is; the rest is the second. Whatever they hold, there is a result. */
    static void exchange(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        int first = Math.min((bytes[0] & 0xFF) | (bytes[1] & 0xFF) << 8, bytes.length - 2);
        try {
            EXCHANGE.run(
                    CAPABILITIES,
                    new Packets(new ArrayDeque<>(List.of(
                            Arrays.copyOfRange(bytes, 2, 2 + first),
                            Arrays.copyOfRange(bytes, 2 + first, bytes.length)))),
                    new Generous());
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        }
    }

    /** Packets of a client that does not listen. */
    private record Packets(Deque<byte[]> packets) implements ProtocolLicenseConnection {
        @Override
        public LicenseCapabilities requestLicensingCapabilities() {
            return CAPABILITIES;
        }

        @Override
        public void sendClientLicense(byte[] packet) {}

        @Override
        public byte[] requestClientLicense() {
            return packets.remove();
        }

        @Override
        public void protocolComplete(int outcome) {}
    }

    /** Lets everybody in. */
    private record Generous() implements LicenseAuthority {
        @Override
        public boolean accepts(Device device, PresentedLicense presented) {
            return presented.faults().isEmpty();
        }

        @Override
        public LicenseAnswer answer(Device device, Optional<PresentedLicense> presented) {
            return new LicenseAnswer.ValidClient();
        }
    }
}
