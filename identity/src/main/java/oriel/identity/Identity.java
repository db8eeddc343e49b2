package oriel.identity;

import java.util.Set;

/**
 * Somebody whose identity was proved.
 *
 * @param userName name of the account as it is stored, whatever case was typed
 * @param domain   domain of the account, possibly empty
 * @param groups   groups the account belongs to
 */
public record Identity(String userName, String domain, Set<String> groups) {

    /** Copies the groups. */
    public Identity {
        groups = Set.copyOf(groups);
    }
}
