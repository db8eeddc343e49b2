package oriel.service;

import java.util.Set;
import oriel.contract.protocol.UserToken;
import oriel.identity.Identity;

/**
 * An authenticated user, as providers are shown one.
 *
 * @param identity who it is
 */
record Token(Identity identity) implements UserToken {

    @Override
    public String userName() {
        return identity.userName();
    }

    @Override
    public String domain() {
        return identity.domain();
    }

    @Override
    public Set<String> groups() {
        return identity.groups();
    }
}
