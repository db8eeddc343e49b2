package oriel.licensing.ledger;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which licences are asked for.
 *
 * @param pool   of this pool only; empty = of all
 * @param holder of the holder whose key, user or machine has this text in it; empty = of all
 * @param states in one of these states
 * @param limit  no more than this many, the latest first
 */
public record LicenseFilter(Optional<String> pool, Optional<String> holder, Set<LicenseState> states, int limit) {

    /** What is pending or active. */
    public static final LicenseFilter LIVE = new LicenseFilter(
            Optional.empty(), Optional.empty(), EnumSet.of(LicenseState.PENDING, LicenseState.ACTIVE), 1000);

    /** Everything that is still known. */
    public static final LicenseFilter ALL =
            new LicenseFilter(Optional.empty(), Optional.empty(), EnumSet.allOf(LicenseState.class), 1000);

    /** Copies the states and checks the limit. */
    public LicenseFilter {
        states = Set.copyOf(states);
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is above zero");
        }
    }

    /**
     * The same of one pool.
     *
     * @param name its name
     * @return a new filter
     */
    public LicenseFilter pool(String name) {
        return new LicenseFilter(Optional.of(name), holder, states, limit);
    }

    /**
     * The same of holders with a text in their names.
     *
     * @param text part of a key, a user's or a machine's name
     * @return a new filter
     */
    public LicenseFilter holder(String text) {
        return new LicenseFilter(pool, Optional.of(text), states, limit);
    }
}
