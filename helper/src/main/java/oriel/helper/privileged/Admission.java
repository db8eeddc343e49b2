package oriel.helper.privileged;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import oriel.helper.protocol.HelperSettings;
import oriel.identity.Refusal;

/** Who may log on, whatever their password. */
final class Admission {

    private final HelperSettings.Access access;

    Admission(HelperSettings.Access access) {
        this.access = access;
    }

    /** Why members of these groups may not; empty = they may. */
    Optional<Refusal> refusal(Collection<String> groups) {
        if (!Collections.disjoint(groups, access.deniedGroups())) {
            return Optional.of(new Refusal.NotAllowed("a group of yours may not log on here"));
        }
        if (!access.allowedGroups().isEmpty() && Collections.disjoint(groups, access.allowedGroups())) {
            return Optional.of(new Refusal.NotAllowed("no group of yours may log on here"));
        }
        return Optional.empty();
    }

    /** Whether this user id may be logged on with at all. */
    boolean admits(int uid) {
        return uid != 0 || access.root();
    }
}
