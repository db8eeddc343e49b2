package oriel.helper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.HelperSettings;
import oriel.helper.protocol.Secret;
import oriel.helper.protocol.ToHelper;
import oriel.identity.Authentication;
import oriel.identity.Conversation;
import oriel.identity.Refusal;

/** Has the helper check passwords; what it asks is asked on the user's screen. */
final class HelperAuthentication implements Authentication {

    private static final Logger LOG = LoggerFactory.getLogger(HelperAuthentication.class);

    /** How long a check may take between two questions: directory services are slow when they are down. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LONGEST_PASSWORD = 255;

    private final Line line;

    HelperAuthentication(Line line) {
        this.line = line;
    }

    @Override
    public Outcome authenticate(String userName, String domain, char[] password, String origin, Conversation further)
            throws InterruptedException {
        if (password.length > LONGEST_PASSWORD || !fits(userName) || !fits(origin)) {
            return new Outcome.Refused(new Refusal.WrongCredentials());
        }
        var secret = new Secret(password);
        try (var call = new Call(line, id -> new ToHelper.Authenticate(id, userName, secret, origin))) {
            secret.wipe();
            return outcome(call, further);
        } catch (IOException e) {
            LOG.error("The logon of '{}' could not be checked: {}.", userName, e.getMessage());
            return new Outcome.Refused(new Refusal.Unavailable(String.valueOf(e.getMessage())));
        } finally {
            secret.wipe();
        }
    }

    private static boolean fits(String text) {
        return text.indexOf('\0') < 0 && text.getBytes(StandardCharsets.UTF_8).length <= HelperSettings.LONGEST_NAME;
    }

    private Outcome outcome(Call call, Conversation further) throws IOException, InterruptedException {
        while (true) {
            switch (call.next(PATIENCE)) {
                case FromHelper.Ask(int id, String prompt, boolean visible) ->
                    line.send(new ToHelper.Answer(id, answer(further, prompt, visible)));
                case FromHelper.Tell(int id, String text, boolean error) -> {
                    further.tell(text, error);
                    line.send(new ToHelper.Seen(id));
                }
                case FromHelper.Authenticated(var _, var identity) -> {
                    call.done();
                    return new Outcome.Authenticated(identity);
                }
                case FromHelper.Refused(var _, var refusal) -> {
                    call.done();
                    return new Outcome.Refused(refusal);
                }
                case FromHelper.Failed(var _, String reason, var _) -> {
                    call.done();
                    return new Outcome.Refused(new Refusal.Unavailable(reason));
                }
                case FromHelper other ->
                    throw new HelperGoneException(
                            "the helper answered " + other.getClass().getSimpleName());
            }
        }
    }

    private static Optional<Secret> answer(Conversation further, String prompt, boolean visible)
            throws InterruptedException {
        Optional<char[]> answer = further.ask(prompt, visible);
        return answer.filter(characters -> characters.length <= LONGEST_PASSWORD)
                .map(characters -> {
                    var secret = new Secret(characters);
                    Arrays.fill(characters, '\0');
                    return secret;
                });
    }
}
