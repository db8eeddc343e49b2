package oriel.service;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import oriel.identity.Authentication;
import oriel.identity.Conversation;
import oriel.identity.Identity;
import oriel.identity.Refusal;

/** Knows everybody whose password is "secret"; may be told to refuse somebody for another reason. */
final class FakeAuthentication implements Authentication {

    final List<String> attempts = new CopyOnWriteArrayList<>();
    final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    /** What else is asked of somebody. */
    final Map<String, String> questions = new ConcurrentHashMap<>();

    @Override
    public Outcome authenticate(String userName, String domain, char[] password, String origin, Conversation further)
            throws InterruptedException {
        attempts.add(userName);
        String question = questions.get(userName);
        if (question != null && further.ask(question, true).isEmpty()) {
            return new Outcome.Refused(new Refusal.GivenUp());
        }
        Refusal refusal = refusals.get(userName);
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        return String.valueOf(password).equals("secret")
                ? new Outcome.Authenticated(new Identity(userName, domain, Set.of()))
                : new Outcome.Refused(new Refusal.WrongCredentials());
    }
}
