package oriel.identity;

/** Decides who somebody is. Safe to call from many threads; a call takes as long as the check of a password takes,
 * and the user for what else is asked. */
public interface Authentication {

    /**
     * Checks a user name and a password.
     *
     * @param userName as the user typed it
     * @param domain   as the user typed it, possibly empty
     * @param password as the user typed it; lent for the call, the caller wipes it
     * @param origin   address the attempt comes from, as text without port; empty = this host
     * @param further  asks what else is needed
     * @return who it is, or why not
     * @throws InterruptedException if the thread was interrupted
     */
    Outcome authenticate(String userName, String domain, char[] password, String origin, Conversation further)
            throws InterruptedException;

    /** What an attempt led to. */
    sealed interface Outcome {

        /**
         * It is this user.
         *
         * @param identity who it is
         */
        record Authenticated(Identity identity) implements Outcome {}

        /**
         * It is not proved.
         *
         * @param refusal why
         */
        record Refused(Refusal refusal) implements Outcome {}
    }
}
