package oriel.helper.privileged;

import java.util.Optional;
import oriel.identity.Identity;

/**
 * The right to start one thing as somebody who has just proved who they are.
 *
 * @param identity who has logged on
 * @param account  Linux account that what is started runs as
 * @param pam      the transaction that has checked the password; empty = Oriel's own user, or used up
 */
record Grant(Identity identity, String account, Optional<PamThread> pam) {

    /** The transaction is of no more use. */
    void discard() {
        pam.ifPresent(PamThread::close);
    }

    /** For another start without another logon. */
    Grant again() {
        return new Grant(identity, account, Optional.empty());
    }
}
