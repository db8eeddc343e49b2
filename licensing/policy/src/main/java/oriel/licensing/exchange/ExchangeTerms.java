package oriel.licensing.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import oriel.licensing.packets.ServerLicenseRequest;
import oriel.wire.Octets;

/**
 * What one exchange starts with: all that is random, and the time, come in here.
 *
 * @param product      what licences are for
 * @param key          the key for the premaster secret
 * @param issuer       signs licences and inspects them
 * @param now          the time of the exchange
 * @param serverRandom 32 random bytes
 * @param challenge    the challenge; rdesktop 1.9 crashes on one that has not ten bytes
 * @param substitute   48 random bytes, in place of a premaster secret that cannot be decrypted
 */
record ExchangeTerms(
        LicensedProduct product,
        ExchangeKey key,
        LicenseIssuer issuer,
        Instant now,
        Octets serverRandom,
        Octets challenge,
        Octets substitute) {

    static final int CHALLENGE_SIZE = 10;

    ServerLicenseRequest request() {
        return new ServerLicenseRequest(
                serverRandom,
                product.information(),
                List.of(ServerLicenseRequest.RSA),
                Optional.of(key.certificate()),
                List.of(product.scopeOfIssue()));
    }
}
