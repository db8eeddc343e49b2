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

    /** The password is right, but the account's time is over. */
    record AccountExpired() implements Refusal {}

    /** The password has expired, and no new one was set. */
    record PasswordExpired() implements Refusal {}

    /** The account has no shell to log on with. */
    record NoShell() implements Refusal {}

    /**
     * The password is right, but this user may not log on here.
     *
     * @param reason why, a clause for the user, possibly empty
     */
    record NotAllowed(String reason) implements Refusal {}

    /** The user has given up while being asked for more. */
    record GivenUp() implements Refusal {}

    /**
     * Nobody can be authenticated at present.
     *
     * @param reason why, a clause for the log
     */
    record Unavailable(String reason) implements Refusal {}
}
