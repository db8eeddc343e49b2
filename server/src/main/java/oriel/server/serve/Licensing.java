package oriel.server.serve;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import oriel.licensing.LicensingPolicies;
import oriel.licensing.certificate.CertificateIssuer;
import oriel.licensing.certificate.IssuerKeys;
import oriel.licensing.exchange.LicenseExchange;
import oriel.licensing.exchange.LicensedProduct;
import oriel.licensing.ledger.LedgerSettings;
import oriel.licensing.ledger.LicenseKind;
import oriel.licensing.ledger.PoolSettings;
import oriel.licensing.ledger.SqliteLedger;
import oriel.licensing.policy.ConfiguredPolicies;
import oriel.licensing.policy.LicensingSettings;
import oriel.licensing.policy.LicensingWatch;
import oriel.licensing.policy.PolicyName;
import oriel.server.home.HostName;
import oriel.server.licenses.LicenseDesk;
import oriel.server.licenses.LicenseFiles;
import oriel.server.licenses.SigningKeys;

/**
 * Licensing as the configuration wants it: the ledger, the keys, a policy for each listener, and the desk at which an administrator
 * is served. Where no listener licenses anybody, there is none of it.
 */
final class Licensing implements AutoCloseable {

    private static final String POOL = "default";

    private final LicensingSettings settings;
    private final LicensingPolicies policies;
    private final @Nullable SqliteLedger ledger;
    private final @Nullable LicenseDesk desk;

    private Licensing(
            LicensingSettings settings,
            LicensingPolicies policies,
            @Nullable SqliteLedger ledger,
            @Nullable LicenseDesk desk) {
        this.settings = settings;
        this.policies = policies;
        this.ledger = ledger;
        this.desk = desk;
    }

    /** Opens what the settings need. */
    static Licensing open(LicensingSettings settings, LicenseFiles files, Clock clock) throws IOException {
        if (!settings.needsLedger()) {
            return new Licensing(settings, ConfiguredPolicies.none(), null, null);
        }
        var watch = new LicensingWatch(new LedgerLog());
        SqliteLedger ledger =
                SqliteLedger.open(LedgerSettings.of(files.ledger()).thresholds(settings.thresholds()), clock, watch);
        try {
            ledger.configure(pools(settings, settings.pools(), ledger));
            var signing = new SigningKeys(files, ledger, clock);
            IssuerKeys keys = settings.needsExchange() ? signing.open() : null;
            var policies = ConfiguredPolicies.of(
                    settings,
                    ledger,
                    Optional.ofNullable(keys).map(opened -> exchange(opened, clock)),
                    LicensedProduct.ORIEL,
                    watch,
                    clock);
            var desk = new LicenseDesk(ledger, files.vendors(), signing, clock);
            return new Licensing(settings, policies, ledger, desk);
        } catch (IOException | RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    private static LicenseExchange exchange(IssuerKeys keys, Clock clock) {
        return new LicenseExchange(
                LicensedProduct.ORIEL,
                keys.exchangeKey(),
                new CertificateIssuer(keys, HostName.plain()),
                clock,
                new SecureRandom());
    }

    /**
     * The pools of the configuration. Where it names none, and no pack was bought, everybody gets what they ask for: licences are
     * counted, not limited.
     */
    private static List<PoolSettings> pools(LicensingSettings settings, List<PoolSettings> named, SqliteLedger ledger)
            throws IOException {
        if (!named.isEmpty() || !ledger.packs().isEmpty()) {
            return named;
        }
        return List.of(PolicyName.PER_DEVICE, PolicyName.PER_USER, PolicyName.CONCURRENT).stream()
                .filter(policy ->
                        settings.policy() == policy || settings.listeners().containsValue(policy))
                .map(policy -> LicenseKind.of(policy.word()).orElseThrow())
                .map(kind -> new PoolSettings(
                        POOL + "-" + kind.word(),
                        kind,
                        OptionalInt.empty(),
                        PoolSettings.DEFAULT_VALIDITY,
                        OptionalInt.empty(),
                        List.of(),
                        Optional.empty()))
                .toList();
    }

    LicensingPolicies policies() {
        return policies;
    }

    /** Where an administrator is served, if there is a ledger. */
    Optional<LicenseDesk> desk() {
        return Optional.ofNullable(desk);
    }

    /** Takes up the pools of a configuration that was read again. */
    void reload(List<PoolSettings> pools) throws IOException {
        if (ledger != null) {
            ledger.configure(pools(settings, pools, ledger));
        }
    }

    @Override
    public void close() {
        if (ledger != null) {
            ledger.close();
        }
    }
}
