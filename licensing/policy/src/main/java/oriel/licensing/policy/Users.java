package oriel.licensing.policy;

import oriel.licensing.LicenseGrant;

/** How users are named in the ledger. */
final class Users {

    private Users() {}

    /** The account's name, with its domain if it has one. */
    static String name(LicenseGrant.User user) {
        return user.domain().isEmpty() ? user.name() : user.domain() + "\\" + user.name();
    }
}
