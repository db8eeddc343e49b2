package oriel.identity;

import java.util.Optional;

/**
 * Further questions to somebody who logs on: a one-time code, a new password in place of an expired one. Called on the thread
 * that authenticates, one question at a time.
 */
public interface Conversation {

    /** With somebody who cannot be asked: every question is given up. */
    Conversation NONE = new Conversation() {
        @Override
        public Optional<char[]> ask(String prompt, boolean visible) {
            return Optional.empty();
        }

        @Override
        public void tell(String text, boolean error) {
            // nobody hears it
        }
    };

    /**
     * Asks one thing, and waits for the answer.
     *
     * @param prompt  what to ask, as the system words it, e.g. {@code New password:}
     * @param visible whether the answer may be seen while it is typed
     * @return the answer, owned by the caller, who wipes it; empty = the user has given up
     * @throws InterruptedException if the thread was interrupted, e.g. since the client is gone
     */
    Optional<char[]> ask(String prompt, boolean visible) throws InterruptedException;

    /**
     * Tells something, and waits until it was seen.
     *
     * @param text  what to tell, as the system words it
     * @param error whether it is a failure
     * @throws InterruptedException if the thread was interrupted
     */
    void tell(String text, boolean error) throws InterruptedException;
}
