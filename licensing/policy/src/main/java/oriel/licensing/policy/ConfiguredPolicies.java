package oriel.licensing.policy;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import oriel.licensing.LicensingPolicies;
import oriel.licensing.LicensingPolicy;
import oriel.licensing.NoLicensing;
import oriel.licensing.exchange.LicenseExchange;
import oriel.licensing.exchange.LicensedProduct;
import oriel.licensing.ledger.LicenseLedger;

/** The policies that a configuration asks for, by listener. */
public final class ConfiguredPolicies implements LicensingPolicies {

    private final LicensingSettings settings;
    private final Map<PolicyName, LicensingPolicy> policies = new EnumMap<>(PolicyName.class);

    private ConfiguredPolicies(LicensingSettings settings) {
        this.settings = settings;
    }

    /**
     * Policies for a host that needs no licences.
     *
     * @return policy {@code none} for every listener
     */
    public static LicensingPolicies none() {
        return LicensingPolicies.all(new NoLicensing());
    }

    /**
     * Makes the policies.
     *
     * @param settings what the configuration says
     * @param ledger   who has which licence; its pools are configured already
     * @param exchange exchanges licence packets; needed if {@link LicensingSettings#needsExchange}
     * @param product  what licences are for, as in the exchange
     * @param watch    what was given to the ledger as its listener
     * @param clock    what time it is
     * @return policies by listener
     */
    public static LicensingPolicies of(
            LicensingSettings settings,
            LicenseLedger ledger,
            Optional<LicenseExchange> exchange,
            LicensedProduct product,
            LicensingWatch watch,
            Clock clock) {
        ConfiguredPolicies made = new ConfiguredPolicies(settings);
        Set<PolicyName> wanted = new TreeSet<>(settings.listeners().values());
        wanted.add(settings.policy());
        for (PolicyName name : wanted) {
            made.policies.put(
                    name,
                    switch (name) {
                        case NONE -> new NoLicensing();
                        case PER_DEVICE ->
                            new PerDevice(
                                    ledger,
                                    exchange.orElseThrow(() -> new IllegalArgumentException(
                                            "licences per device need an exchange of packets")),
                                    product.version(),
                                    settings,
                                    clock);
                        case PER_USER -> new PerUser(ledger, settings, clock);
                        case CONCURRENT -> new Concurrent(ledger, settings, clock, watch);
                    });
        }
        return made;
    }

    @Override
    public LicensingPolicy of(String listener) {
        PolicyName name = settings.listeners().getOrDefault(listener, settings.policy());
        return policies.getOrDefault(name, new NoLicensing());
    }
}
