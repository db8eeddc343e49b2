package oriel.contract.desktop;

import java.util.List;

/**
 * Where a user says who they are. One question is open at a time: the {@code ask…} methods block their caller (the
 * session's logon thread) until the user has answered, and end with {@link InterruptedException} when that thread is
 * interrupted.
 */
public interface LogonScreen extends Scene {

    /**
     * Asks for user and password.
     *
     * @param question what to show beside the fields
     * @return what the user did
     * @throws InterruptedException if the asking thread was interrupted, e.g. since the client is gone
     */
    LogonAnswer askCredentials(LogonQuestion question) throws InterruptedException;

    /**
     * Lets a user who is logged on elsewhere choose among their disconnected sessions.
     *
     * @param user    who is asked
     * @param choices the sessions, at least one
     * @return what the user did: {@link LogonAnswer.Resume}, {@link LogonAnswer.NewSession} or {@link LogonAnswer.Cancelled}
     * @throws InterruptedException if the asking thread was interrupted
     */
    LogonAnswer askSession(String user, List<SessionChoice> choices) throws InterruptedException;

    /**
     * Shows a notice with one button and waits until it is pressed.
     *
     * @param message what to say
     * @throws InterruptedException if the asking thread was interrupted
     */
    void notice(LogonMessage message) throws InterruptedException;

    /**
     * Asks one thing more, in the words of the system: a one-time code, a new password.
     *
     * @param prompt  what is asked, e.g. {@code New password:}
     * @param visible whether the answer may be seen while it is typed
     * @return {@link LogonAnswer.Text} or {@link LogonAnswer.Cancelled}
     * @throws InterruptedException if the asking thread was interrupted
     */
    LogonAnswer askText(String prompt, boolean visible) throws InterruptedException;

    /**
     * Says that a desktop has failed, shows the end of its log, and asks whether to start a fresh one.
     *
     * @param message what has happened
     * @param details the last lines of the log, oldest first, possibly none
     * @return {@link LogonAnswer.FreshStart} or {@link LogonAnswer.Cancelled}
     * @throws InterruptedException if the asking thread was interrupted
     */
    LogonAnswer askFreshStart(LogonMessage message, List<String> details) throws InterruptedException;

    /**
     * Shows that work is going on; no question is open.
     *
     * @param message what is being done
     */
    void status(LogonMessage message);
}
