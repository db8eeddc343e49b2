package oriel.identity;

import java.time.Duration;

/**
 * What failures lead to. Accounts and addresses are counted apart; the worse of both counts.
 *
 * @param slowAfter  failures that are free of charge, at least 1; each later one makes the next attempt wait
 * @param firstDelay first wait; it doubles with every further failure
 * @param lockAfter  failures after which nothing is checked any more for a while, more than {@code slowAfter}
 * @param lockFor    how long that while is
 * @param forgetAfter quiet time after which old failures no longer count
 */
public record LockoutPolicy(int slowAfter, Duration firstDelay, int lockAfter, Duration lockFor, Duration forgetAfter) {

    /** Three free failures, then 1, 2, 4 … seconds; ten lead to ten minutes; an hour forgets. */
    public static final LockoutPolicy DEFAULT =
            new LockoutPolicy(3, Duration.ofSeconds(1), 10, Duration.ofMinutes(10), Duration.ofHours(1));

    /** Checks the ranges. */
    public LockoutPolicy {
        if (slowAfter < 1 || lockAfter <= slowAfter) {
            throw new IllegalArgumentException(
                    "slow after " + slowAfter + " failures, lock after " + lockAfter + ": expected 1 <= slow < lock");
        }
        if (firstDelay.isNegative() || lockFor.isNegative() || forgetAfter.isNegative()) {
            throw new IllegalArgumentException("a duration is negative");
        }
    }

    /** How long the next attempt has to wait after so many failures in a row, while not locked. */
    Duration delayAfter(int failures) {
        if (failures < slowAfter) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - slowAfter, 16);
        Duration delay = firstDelay.multipliedBy(1L << doublings);
        return delay.compareTo(lockFor) > 0 ? lockFor : delay;
    }
}
