package oriel.licensing.policy;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.licensing.ledger.GracePeriod;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.LicenseLedger;

/** The grace period of this host; remembered, for when the ledger cannot be asked. */
final class Grace {

    private final LicenseLedger ledger;
    private final Duration length;
    private final Clock clock;
    private volatile @Nullable GracePeriod known;

    Grace(LicenseLedger ledger, Duration length, Clock clock) {
        this.ledger = ledger;
        this.length = length;
        this.clock = clock;
    }

    /** A client has come: the first one ever begins the period. */
    void used() {
        if (known == null) {
            var _ = runs();
        }
    }

    /** Whether clients without licences are admitted now; if the ledger never could be asked, they are not. */
    boolean runs() {
        try {
            known = ledger.grace(length);
        } catch (LedgerException e) {
            // What was known last counts.
        }
        return Optional.ofNullable(known)
                .map(period -> period.runsAt(clock.instant()))
                .orElse(false);
    }
}
