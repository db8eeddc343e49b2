package oriel.service;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.identity.Identity;
import oriel.licensing.LicenseGrant;
import oriel.licensing.LicenseOutcome;

/**
 * What licensing has given to a connection: a grant, or a refusal that its user is still to be told of. Used by the
 * connection's own thread.
 */
final class License {

    /** Before anything was given. */
    static final License NONE = new License(LicenseGrant.NOTHING_HELD, null);

    private final LicenseGrant grant;
    private final LicenseOutcome.@Nullable Refused refusal;
    private boolean delivered;

    private License(LicenseGrant grant, LicenseOutcome.@Nullable Refused refusal) {
        this.grant = grant;
        this.refusal = refusal;
    }

    static License of(LicenseOutcome outcome) {
        return switch (outcome) {
            case LicenseOutcome.Granted(var grant) -> new License(grant, null);
            case LicenseOutcome.Refused refused -> new License(LicenseGrant.NOTHING_HELD, refused);
        };
    }

    /** Why the client may not go on, if it may not. */
    Optional<LicenseOutcome.Refused> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What is held, for the trace; possibly empty. */
    String text() {
        return refusal == null ? grant.text() : "no licence: " + refusal.reason();
    }

    /** The client has gone on past licensing. */
    void delivered() {
        if (!delivered) {
            delivered = true;
            grant.delivered();
        }
    }

    /** Whether this user may go on. */
    Optional<LicenseOutcome.Refused> loggedOn(Identity user) {
        return grant.loggedOn(new LicenseGrant.User(user.userName(), user.domain(), user.groups()));
    }

    /** The connection has ended. */
    void close() {
        grant.close();
    }
}
