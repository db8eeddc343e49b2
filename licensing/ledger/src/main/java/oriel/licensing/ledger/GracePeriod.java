package oriel.licensing.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * The time in which a host admits clients without licences (licensing.md, section 7.2).
 *
 * @param started when the host was first used
 * @param ends    when it runs out
 * @param ended   when the first permanent licence ended it; empty = none did
 */
public record GracePeriod(Instant started, Instant ends, Optional<Instant> ended) {

    /**
     * Whether it runs at a time.
     *
     * @param now the time
     * @return whether clients without licences are admitted
     */
    public boolean runsAt(Instant now) {
        return ended.isEmpty() && now.isBefore(ends);
    }
}
