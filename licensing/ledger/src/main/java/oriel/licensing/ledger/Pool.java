package oriel.licensing.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A pool and how full it is.
 *
 * @param settings    what it is
 * @param pack        the pack it was bought with; empty = it is from the configuration
 * @param open        whether licences can be had: a pool that went from the configuration is closed, and what was granted from it stays good
 * @param used        holders with a permanent licence or a seat, pending ones included
 * @param temporaries holders with a temporary licence
 * @param reserved    by group, how many of its reservation are used
 */
public record Pool(
        PoolSettings settings,
        Optional<String> pack,
        boolean open,
        int used,
        int temporaries,
        Map<String, Integer> reserved) {

    /** Copies the map. */
    public Pool {
        reserved = Map.copyOf(reserved);
    }

    /**
     * How many are free to whom, at best.
     *
     * @return none below zero; empty = no end of them
     */
    public OptionalInt free() {
        return settings.size().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.max(0, settings.size().getAsInt() - used));
    }
}
