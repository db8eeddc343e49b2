package oriel.helper.privileged;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.Secret;
import oriel.system.PamConversation;

/**
 * What PAM asks during one attempt to log on. The password that the user has typed already answers the question for it;
 * everything else is asked on the user's screen.
 */
final class Dialogue implements PamConversation {

    private static final Logger LOG = LoggerFactory.getLogger(Dialogue.class);

    private static final long PATIENCE_MINUTES = 5;
    private static final int MOST_QUESTIONS = 32;

    /** Hidden questions that do not mean the password; the helper runs in the language C, so they are in English. */
    private static final Pattern OTHER_THAN_PASSWORD =
            Pattern.compile("\\b(code|token|otp|one[- ]time|pin|passcode|factor|response)\\b");

    private static final Pattern OLD_PASSWORD = Pattern.compile("\\b(current|old)\\b");

    /** What the front end has said: an answer, or that it has been seen. */
    private sealed interface Reply {
        record Answered(Optional<Secret> answer) implements Reply {}

        record Seen() implements Reply {}

        record Cancelled() implements Reply {}
    }

    private final int id;
    private final char[] password;
    private final FrontEnd frontEnd;
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private boolean waitsForAnswer;
    private boolean waitsForSeen;
    private volatile boolean cancelled;
    private volatile boolean over;
    private boolean passwordGiven;
    private boolean changing;
    private boolean givenUp;
    private int questions;

    Dialogue(int id, char[] password, FrontEnd frontEnd) {
        this.id = id;
        this.password = password;
        this.frontEnd = frontEnd;
    }

    /** From now on an old password is meant where a password is asked for. */
    void beginChange() {
        changing = true;
        passwordGiven = false;
    }

    @Override
    public Optional<char[]> ask(String prompt, boolean visible) {
        if (over) {
            return Optional.empty();
        }
        if (!visible && !passwordGiven && isForPassword(prompt)) {
            passwordGiven = true;
            return Optional.of(password.clone());
        }
        if (++questions > MOST_QUESTIONS) {
            return Optional.empty();
        }
        expect(true);
        frontEnd.send(new FromHelper.Ask(id, prompt, visible));
        if (reply() instanceof Reply.Answered(var answer) && answer.isPresent()) {
            Secret secret = answer.get();
            char[] characters = Arrays.copyOf(secret.characters(), secret.characters().length);
            secret.wipe();
            return Optional.of(characters);
        }
        givenUp = true;
        return Optional.empty();
    }

    private boolean isForPassword(String prompt) {
        String lower = prompt.toLowerCase(Locale.ROOT);
        return changing
                ? OLD_PASSWORD.matcher(lower).find()
                : lower.contains("password")
                        || !OTHER_THAN_PASSWORD.matcher(lower).find();
    }

    @Override
    public boolean tell(String text, boolean error) {
        if (over) {
            LOG.info("PAM says: {}", text);
            return true;
        }
        if (cancelled || ++questions > MOST_QUESTIONS) {
            return false;
        }
        expect(false);
        frontEnd.send(new FromHelper.Tell(id, text, error));
        boolean seen = reply() instanceof Reply.Seen;
        givenUp |= !seen;
        return seen;
    }

    private synchronized void expect(boolean answer) {
        waitsForAnswer = answer;
        waitsForSeen = !answer;
    }

    private Reply reply() {
        try {
            Reply reply = cancelled ? null : replies.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
            return reply == null ? new Reply.Cancelled() : reply;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Cancelled();
        }
    }

    /** The front end answers; false = nothing was asked. */
    synchronized boolean answer(Optional<Secret> answer) {
        boolean awaited = waitsForAnswer;
        waitsForAnswer = false;
        return awaited && replies.add(new Reply.Answered(answer));
    }

    /** The front end has shown something; false = nothing was told. */
    synchronized boolean seen() {
        boolean awaited = waitsForSeen;
        waitsForSeen = false;
        return awaited && replies.add(new Reply.Seen());
    }

    /** Nobody answers any more. */
    void cancel() {
        cancelled = true;
        replies.add(new Reply.Cancelled());
    }

    /** The attempt is over: what modules say later, about the session, nobody sees. */
    void end() {
        over = true;
    }

    /** Waits, but no longer than somebody is interested. */
    void pause(long milliseconds) throws InterruptedException {
        if (!cancelled && milliseconds > 0) {
            replies.poll(milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    boolean cancelled() {
        return cancelled;
    }

    /** Whether the user has given up a question. */
    boolean givenUp() {
        return givenUp;
    }
}
