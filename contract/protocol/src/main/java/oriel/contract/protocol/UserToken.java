package oriel.contract.protocol;

import java.util.Set;

/** Stands for an authenticated user; lent for the call it is an argument of. */
public interface UserToken {

    /**
     * Name of the account.
     *
     * @return the name, without domain
     */
    String userName();

    /**
     * Domain of the account.
     *
     * @return the domain, possibly empty
     */
    String domain();

    /**
     * Groups the account belongs to.
     *
     * @return their names
     */
    Set<String> groups();
}
