package oriel.identity;

import java.time.Clock;
import java.util.Optional;

/**
 * Failures of accounts and of the addresses they come from, counted apart; the worse of both counts. The counts live in memory
 * and begin anew with the process. Thread-safe.
 */
public final class Attempts {

    private final Lockout accounts;
    private final Lockout addresses;

    /**
     * Begins to count.
     *
     * @param policy what failures lead to
     * @param clock  tells the time
     */
    public Attempts(LockoutPolicy policy, Clock clock) {
        this.accounts = new Lockout(policy, clock);
        this.addresses = new Lockout(policy, clock);
    }

    /**
     * Whether an attempt counts now.
     *
     * @param userName as it was typed; case does not matter
     * @param origin   address it comes from
     * @return why it does not count; empty = it does
     */
    public Optional<Refusal> refusal(String userName, String origin) {
        return accounts.refusal(LocalUser.key(userName)).or(() -> addresses.refusal(origin));
    }

    /**
     * One more failure.
     *
     * @param userName as it was typed
     * @param origin   address it came from
     */
    public void failed(String userName, String origin) {
        accounts.failed(LocalUser.key(userName));
        addresses.failed(origin);
    }

    /**
     * Success wipes the slate.
     *
     * @param userName as it was typed
     * @param origin   address it came from
     */
    public void succeeded(String userName, String origin) {
        forgive(userName);
        addresses.succeeded(origin);
    }

    /** The account begins anew. */
    void forgive(String userName) {
        accounts.succeeded(LocalUser.key(userName));
    }
}
