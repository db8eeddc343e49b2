package oriel.licensing.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a ledger.
 *
 * @param holder    for whom; the kind of licence follows from it
 * @param temporary how long a temporary licence is to be good; empty = a permanent one is asked for
 * @param version   the version of the product it has to be good for
 * @param groups    the groups of the user, as far as known: reservations of these are open
 * @param pools     the pools it may come from; empty = all of its kind
 */
public record LedgerRequest(
        Holder holder, Optional<Duration> temporary, int version, Set<String> groups, List<String> pools) {

    /** Copies the collections. */
    public LedgerRequest {
        groups = Set.copyOf(groups);
        pools = List.copyOf(pools);
    }

    /**
     * Asks for a permanent licence, or a seat, of any pool.
     *
     * @param holder for whom
     * @return the request
     */
    public static LedgerRequest permanent(Holder holder) {
        return new LedgerRequest(holder, Optional.empty(), 0, Set.of(), List.of());
    }

    /**
     * Asks for a temporary licence of any pool.
     *
     * @param holder   for whom
     * @param validity how long it is to be good
     * @return the request
     */
    public static LedgerRequest temporary(Holder holder, Duration validity) {
        return new LedgerRequest(holder, Optional.of(validity), 0, Set.of(), List.of());
    }

    /**
     * The same for a version of the product.
     *
     * @param wanted major in the high 16 bits, minor in the low ones
     * @return a new request
     */
    public LedgerRequest version(int wanted) {
        return new LedgerRequest(holder, temporary, wanted, groups, pools);
    }

    /**
     * The same for a member of groups.
     *
     * @param known the groups
     * @return a new request
     */
    public LedgerRequest groups(Set<String> known) {
        return new LedgerRequest(holder, temporary, version, known, pools);
    }

    /**
     * The same from certain pools.
     *
     * @param names their names; none = all
     * @return a new request
     */
    public LedgerRequest pools(List<String> names) {
        return new LedgerRequest(holder, temporary, version, groups, names);
    }
}
