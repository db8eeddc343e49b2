package oriel.licensing.packets;

import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * The fields that {@link ClientNewLicenseRequest} and {@link ClientLicenseInformation} begin with — MS-RDPELE, section 2.2.2.2.
 *
 * @param algorithm the algorithm the client has chosen, {@link ServerLicenseRequest#RSA}
 * @param platformId what the client runs on
 * @param clientRandom 32 random bytes
 * @param encryptedPremasterSecret the premaster secret, encrypted with the server's key; as many bytes as the client likes
 */
public record ClientKeyExchange(
        int algorithm, PlatformId platformId, Octets clientRandom, Octets encryptedPremasterSecret) {

    /** Longest name of a user or a machine that is believed; MS-RDPBCGR allows user names of 512 bytes. */
    static final int LONGEST_NAME = 1024;

    /** A key of 8192 bits, and its padding. */
    private static final int LONGEST_SECRET = 8192 / 8 + 8;

    /** Checks the size of the random number. */
    public ClientKeyExchange {
        Sizes.check(clientRandom, ServerLicenseRequest.RANDOM_SIZE, "ClientRandom");
    }

    static ClientKeyExchange decode(WireReader in) {
        int algorithm = in.i32("PreferredKeyExchangeAlg");
        var platformId = new PlatformId(in.i32("PlatformId"));
        Octets random = in.octets(ServerLicenseRequest.RANDOM_SIZE, "ClientRandom");
        Octets secret = LicenseBlob.expect(in, LicenseBlob.RANDOM, "EncryptedPreMasterSecret");
        in.count(secret.length(), LONGEST_SECRET, "EncryptedPreMasterSecret");
        return new ClientKeyExchange(algorithm, platformId, random, secret);
    }

    void encode(WireWriter out) {
        out.i32(algorithm).i32(platformId.value()).octets(clientRandom);
        new LicenseBlob(LicenseBlob.RANDOM, encryptedPremasterSecret).encode(out);
    }
}
