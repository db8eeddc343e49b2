package oriel.identity;

import java.time.Duration;

/** Why an attempt to log on was refused. */
public sealed interface Refusal {

    /** User name or password is wrong; nobody is told which. */
    record WrongCredentials() implements Refusal {}

    /**
     * Failures have come too fast: nothing was checked.
     *
     * @param delay how long until the next attempt counts
     */
    record SlowedDown(Duration delay) implements Refusal {}

    /**
     * The account or the address is locked for a while: nothing was checked.
     *
     * @param remaining how long it stays locked
     */
    record LockedOut(Duration remaining) implements Refusal {}

    /** The password is right, but the account is switched off. */
    record Disabled() implements Refusal {}
}
