package oriel.licensing.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import oriel.licensing.ledger.PoolSettings;

/**
 * How this host licenses its clients.
 *
 * @param policy            the policy of every listener that has none of its own
 * @param listeners         policies of listeners, by the listener's name
 * @param gracePeriod       how long after its first use the host admits clients without licences, or until the first permanent licence
 *     was granted; zero = it does not
 * @param temporaryValidity how long a temporary licence is good; zero = there are none, and a device gets a permanent one at once
 * @param thresholds        percentages of a pool at which the administrator hears of it
 * @param telling           where a client learns that there is no licence for it
 * @param fips              whether this host must not use RC4, MD5 and SHA-1: no licence packets are exchanged, devices are counted by name
 * @param pools             the pools that are not from packs
 */
public record LicensingSettings(
        PolicyName policy,
        Map<String, PolicyName> listeners,
        Duration gracePeriod,
        Duration temporaryValidity,
        List<Integer> thresholds,
        Telling telling,
        boolean fips,
        List<PoolSettings> pools) {

    /** What a host does that is told nothing: no licences. */
    public static final LicensingSettings NONE = of(PolicyName.NONE, List.of());

    /** Where a client that gets no licence learns of it. */
    public enum Telling {
        /** On the logon screen, in words; within the exchange it is told that it may go on. Stock clients say little of a refusal there. */
        ON_SCREEN,
        /** Within the exchange, by an error and total abort, as the specification has it. */
        BY_CODE
    }

    /** Copies the collections and checks the times. */
    public LicensingSettings {
        listeners = Map.copyOf(listeners);
        thresholds = List.copyOf(thresholds);
        pools = List.copyOf(pools);
        if (gracePeriod.isNegative() || temporaryValidity.isNegative()) {
            throw new IllegalArgumentException("a grace period and a validity are not negative");
        }
    }

    /**
     * The usual settings: 120 days of grace, temporary licences of 90 days, thresholds of 80, 95 and 100 percent, told on the screen.
     *
     * @param policy the policy of all listeners
     * @param pools  the pools
     * @return the settings
     */
    public static LicensingSettings of(PolicyName policy, List<PoolSettings> pools) {
        return new LicensingSettings(
                policy,
                Map.of(),
                Duration.ofDays(120),
                Duration.ofDays(90),
                List.of(80, 95, 100),
                Telling.ON_SCREEN,
                false,
                pools);
    }

    /**
     * Whether any listener's policy needs a ledger.
     *
     * @return false = no ledger need be opened
     */
    public boolean needsLedger() {
        return policy != PolicyName.NONE || listeners.values().stream().anyMatch(name -> name != PolicyName.NONE);
    }

    /**
     * Whether any listener's policy exchanges licence packets with keys and certificates.
     *
     * @return false = no issuer need be made ready
     */
    public boolean needsExchange() {
        return policy == PolicyName.PER_DEVICE || listeners.containsValue(PolicyName.PER_DEVICE);
    }
}
