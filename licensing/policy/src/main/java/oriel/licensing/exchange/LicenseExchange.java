package oriel.licensing.exchange;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import oriel.contract.protocol.LicenseCapabilities;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.ProtocolLicenseConnection;
import oriel.licensing.exchange.ExchangeResult.Reason;
import oriel.licensing.exchange.ExchangeResult.WithoutPackets;
import oriel.licensing.packets.ServerLicenseRequest;
import oriel.licensing.packets.crypto.ForbiddenCipherException;
import oriel.licensing.packets.crypto.LicenseKeys;
import oriel.wire.Octets;

/** Runs the server's side of licence exchanges, as the pictures of licensing.md, sections 2.1 to 2.5. Safe to use from many threads. */
public final class LicenseExchange {

    private final LicensedProduct product;
    private final ExchangeKey key;
    private final LicenseIssuer issuer;
    private final Clock clock;
    private final SecureRandom random;

    /**
     * Makes an exchange to be run with any number of clients.
     *
     * @param product what licences are for
     * @param key     the key for the clients' premaster secrets
     * @param issuer  signs licences and inspects them
     * @param clock   says when a licence is presented
     * @param random  makes randoms and challenges
     */
    public LicenseExchange(
            LicensedProduct product, ExchangeKey key, LicenseIssuer issuer, Clock clock, SecureRandom random) {
        this.product = product;
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Runs the exchange with one client.
     *
     * @param capabilities how the client can be licensed
     * @param courier      carries the packets
     * @param authority    says who gets a licence
     * @return how it went; the last packet has been sent, except for {@link WithoutPackets}
     * @throws ProtocolException if a packet could not be carried
     */
    public ExchangeResult run(
            LicenseCapabilities capabilities, ProtocolLicenseConnection courier, LicenseAuthority authority)
            throws ProtocolException {
        Optional<Reason> obstacle = obstacle(capabilities);
        if (obstacle.isPresent()) {
            return new WithoutPackets(obstacle.get());
        }
        ExchangeState.Over over;
        try {
            over = run(courier, authority);
        } catch (ForbiddenCipherException e) {
            return new WithoutPackets(Reason.HOST_WITHOUT_CIPHERS);
        }
        if (over.last().isPresent()) {
            courier.sendClientLicense(over.last().get().toByteArray());
        }
        return over.result();
    }

    private static Optional<Reason> obstacle(LicenseCapabilities capabilities) {
        if (capabilities.keyExchangeAlg() != LicenseCapabilities.KEY_EXCHANGE_ALG_RSA) {
            return Optional.of(Reason.CLIENT_WITHOUT_RSA);
        }
        if (capabilities.protocolVer() != LicenseCapabilities.CURRENT_VERSION) {
            return Optional.of(Reason.CLIENT_OF_ANOTHER_VERSION);
        }
        return LicenseKeys.available() ? Optional.empty() : Optional.of(Reason.HOST_WITHOUT_CIPHERS);
    }

    private ExchangeState.Over run(ProtocolLicenseConnection courier, LicenseAuthority authority)
            throws ProtocolException {
        ExchangeState state = ExchangeState.begin(new ExchangeTerms(
                product,
                key,
                issuer,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                random(ServerLicenseRequest.RANDOM_SIZE),
                random(ExchangeTerms.CHALLENGE_SIZE),
                random(LicenseKeys.PREMASTER_SIZE)));
        while (true) {
            switch (state) {
                case ExchangeState.Requested requested -> {
                    courier.sendClientLicense(requested.packet().toByteArray());
                    state = requested.received(courier.requestClientLicense());
                }
                case Presented presented ->
                    state = presented.accepted(authority.accepts(presented.device(), presented.license()));
                case Challenged challenged -> {
                    courier.sendClientLicense(challenged.packet().toByteArray());
                    state = challenged.received(courier.requestClientLicense());
                }
                case Answered answered ->
                    state = answered.with(authority.answer(answered.device(), answered.license()));
                case ExchangeState.Over over -> {
                    return over;
                }
            }
        }
    }

    private Octets random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }
}
