package oriel.licensing;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a client holds from the end of its licence exchange until its connection ends. The service calls {@link #delivered} and
 * {@link #loggedOn} on the connection's own thread, in either order, or never; {@link #close} at the end always, and on
 * whatever thread takes the connection down. Calls may wait for a store, for seconds at most.
 */
public interface LicenseGrant extends AutoCloseable {

    /** A grant that nothing has to be remembered of. */
    LicenseGrant NOTHING_HELD = new NothingHeld();

    /**
     * A grant that depends on the user: every client comes in, and each user is looked up at the logon.
     *
     * @param text what the trace says of it, a clause
     * @param check says why a user may not go on; empty = the user may
     * @return the grant
     */
    static LicenseGrant atLogon(String text, Function<User, Optional<LicenseOutcome.Refused>> check) {
        return new AtLogon(text, check);
    }

    /**
     * Says what is held, for the trace.
     *
     * @return a clause, e.g. {@code temporary licence 17 of pool office}; empty = nothing
     */
    String text();

    /** The client has gone on past licensing: whatever was sent to it has arrived. Called once at most. */
    void delivered();

    /**
     * A user has logged on: after {@code IsUserAllowedToLogon}, before {@code LogonNotify} (licensing.md, section 7.6). Called
     * again if another user logs on over the same connection.
     *
     * @param user who it is
     * @return why this user may not go on; empty = the user may
     */
    Optional<LicenseOutcome.Refused> loggedOn(User user);

    /** The connection has ended. Called once; nothing is called afterwards. */
    @Override
    void close();

    /**
     * A user whose identity was proved.
     *
     * @param name   name of the account
     * @param domain its domain, possibly empty
     * @param groups the groups it belongs to
     */
    record User(String name, String domain, Set<String> groups) {

        /** Copies the groups. */
        public User {
            groups = Set.copyOf(groups);
        }
    }
}
