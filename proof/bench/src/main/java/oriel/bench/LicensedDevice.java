package oriel.bench;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import oriel.licensing.packets.ClientHardwareId;
import oriel.licensing.packets.ClientKeyExchange;
import oriel.licensing.packets.ClientLicenseInformation;
import oriel.licensing.packets.ClientNewLicenseRequest;
import oriel.licensing.packets.ClientPlatformChallengeResponse;
import oriel.licensing.packets.LicensePacket;
import oriel.licensing.packets.NewLicenseInformation;
import oriel.licensing.packets.PlatformChallengeResponseData;
import oriel.licensing.packets.PlatformId;
import oriel.licensing.packets.ProprietaryCertificate;
import oriel.licensing.packets.ServerLicenseRequest;
import oriel.licensing.packets.ServerNewLicense;
import oriel.licensing.packets.ServerPlatformChallenge;
import oriel.licensing.packets.ServerUpgradeLicense;
import oriel.licensing.packets.crypto.LicenseKeys;
import oriel.licensing.packets.crypto.RawRsa;
import oriel.wire.Octets;
import oriel.wire.WireWriter;

/** A device that takes part in the licence exchange as a stock client does, and keeps the licence it is given. */
final class LicensedDevice {

    private static final PlatformId PLATFORM = PlatformId.of(PlatformId.POST_5_2, PlatformId.MICROSOFT, 0);

    private final Octets hardwareId;
    private Optional<Octets> kept = Optional.empty();
    private int given;
    private LicenseKeys keys = LicenseKeys.derive(new byte[48], Octets.EMPTY, Octets.EMPTY);

    /** A device that nobody has seen before. */
    LicensedDevice() {
        var random = ThreadLocalRandom.current();
        hardwareId = new ClientHardwareId(
                        PLATFORM, random.nextInt(), random.nextInt(), random.nextInt(), random.nextInt())
                .toOctets();
    }

    /** Whether it has a licence to show. */
    boolean licensed() {
        return kept.isPresent();
    }

    /** How many licences it was given so far. */
    int given() {
        return given;
    }

    /** Takes a packet of the server; the answer, if one is due. */
    Optional<byte[]> take(byte[] message) throws IOException {
        return switch (LicensePacket.receive(message)) {
            case ServerLicenseRequest request -> Optional.of(first(request).toByteArray());
            case ServerPlatformChallenge challenge ->
                Optional.of(second(challenge).toByteArray());
            case ServerNewLicense license -> keep(license.encryptedLicense());
            case ServerUpgradeLicense license -> keep(license.encryptedLicense());
            case LicensePacket other -> throw new IOException("the server refuses a licence: " + other);
        };
    }

    private LicensePacket first(ServerLicenseRequest request) throws IOException {
        if (!(request.certificate().orElse(null) instanceof ProprietaryCertificate certificate)) {
            throw new IOException("the server shows no proprietary certificate");
        }
        byte[] premaster = random(48);
        Octets clientRandom = Octets.of(random(32));
        keys = LicenseKeys.derive(premaster, clientRandom, request.serverRandom());
        var exchange = new ClientKeyExchange(
                ServerLicenseRequest.RSA,
                PLATFORM,
                clientRandom,
                RawRsa.encrypt(
                        premaster,
                        certificate.key().exponent(),
                        certificate.key().modulus()));
        return kept.<LicensePacket>map(license ->
                        new ClientLicenseInformation(exchange, license, keys.crypt(hardwareId), keys.mac(hardwareId)))
                .orElseGet(() -> new ClientNewLicenseRequest(exchange, "bench", "bench"));
    }

    private LicensePacket second(ServerPlatformChallenge challenge) {
        var data = new WireWriter();
        new PlatformChallengeResponseData(
                        PlatformChallengeResponseData.VERSION,
                        PlatformChallengeResponseData.OTHER,
                        PlatformChallengeResponseData.DETAIL,
                        keys.crypt(challenge.encryptedChallenge()))
                .encode(data);
        Octets response = data.toOctets();
        Octets both = new WireWriter().octets(response).octets(hardwareId).toOctets();
        return new ClientPlatformChallengeResponse(keys.crypt(response), keys.crypt(hardwareId), keys.mac(both));
    }

    private Optional<byte[]> keep(Octets encrypted) {
        given++;
        kept = Optional.of(
                NewLicenseInformation.decode(keys.crypt(encrypted).reader()).license());
        return Optional.empty();
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
