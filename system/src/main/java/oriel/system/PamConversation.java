package oriel.system;

import java.util.Optional;

/** What PAM asks whoever logs on; called on the thread that calls {@link PamTransaction}. */
public interface PamConversation {

    /**
     * Asks one thing.
     *
     * @param prompt  what to ask
     * @param visible whether the answer may be seen while it is typed
     * @return the answer, wiped by whoever receives it; empty = none will come: what PAM was asked to do fails
     */
    Optional<char[]> ask(String prompt, boolean visible);

    /**
     * Tells something.
     *
     * @param text  what to tell
     * @param error whether it is a failure
     * @return false = nobody listens any more: what PAM was asked to do fails
     */
    boolean tell(String text, boolean error);
}
