package oriel.service;

import oriel.contract.protocol.ErrorInfo;

/** How a connection gets a session that another one may have (sequences.md, section 4.1). */
final class Takeover {

    private static final Ending REPLACED =
            Ending.of(Ending.Kind.DISCONNECTED, ErrorInfo.DISCONNECTED_BY_OTHER_CONNECTION);

    private Takeover() {}

    /**
     * Claims a session for a connection; one that has it is told why and disconnected first.
     *
     * @return whether the session, with its desktop, is the connection's now; false = it has ended meanwhile
     */
    static boolean of(Session wanted, ClientConnection by, Deadlines deadlines) {
        while (true) {
            switch (wanted.claim(by)) {
                case Session.Claim.Granted _ -> {
                    return keep(wanted, by);
                }
                case Session.Claim.Gone _ -> {
                    return false;
                }
                case Session.Claim.HeldBy(ClientConnection holder) -> {
                    holder.end(REPLACED);
                    if (!holder.state().awaitClosed(deadlines.teardown())) {
                        wanted.detach(holder); // it hangs in a call of its own provider; the session need not wait
                    }
                }
            }
        }
    }

    private static boolean keep(Session wanted, ClientConnection by) {
        by.claimed(wanted);
        if (wanted.desktop().isPresent()) {
            return true;
        }
        by.left(wanted); // its user had not come as far as a desktop
        wanted.detach(by);
        return false;
    }
}
