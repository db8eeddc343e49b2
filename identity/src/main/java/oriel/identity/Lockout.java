package oriel.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failures of one kind of thing, account names or addresses. Bounded: of more than {@value #MOST} things the one that
 * failed longest ago is forgotten, so that an attacker who invents names cannot fill the memory. Thread-safe.
 */
final class Lockout {

    private static final int MOST = 10_000;

    private record Failures(int failures, Instant last) {}

    private final LockoutPolicy policy;
    private final Clock clock;
    private final Map<String, Failures> records = new LinkedHashMap<>();

    Lockout(LockoutPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** Whether an attempt counts now, and why not. */
    synchronized Optional<Refusal> refusal(String key) {
        Failures record = records.get(key);
        if (record == null) {
            return Optional.empty();
        }
        Duration since = Duration.between(record.last, clock.instant());
        if (record.failures >= policy.lockAfter()) {
            Duration remaining = policy.lockFor().minus(since);
            if (remaining.isPositive()) {
                return Optional.of(new Refusal.LockedOut(remaining));
            }
            records.remove(key);
            return Optional.empty();
        }
        if (since.compareTo(policy.forgetAfter()) >= 0) {
            records.remove(key);
            return Optional.empty();
        }
        Duration remaining = policy.delayAfter(record.failures).minus(since);
        return remaining.isPositive() ? Optional.of(new Refusal.SlowedDown(remaining)) : Optional.empty();
    }

    /** One more failure. */
    synchronized void failed(String key) {
        Failures before = records.remove(key);
        records.put(key, new Failures(before == null ? 1 : before.failures + 1, clock.instant()));
        if (records.size() > MOST) {
            records.remove(records.keySet().iterator().next());
        }
    }

    /** Success wipes the slate. */
    synchronized void succeeded(String key) {
        records.remove(key);
    }
}
