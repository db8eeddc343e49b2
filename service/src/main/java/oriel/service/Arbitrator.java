package oriel.service;

import java.util.List;
import java.util.Optional;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.protocol.Arbitration;
import oriel.contract.protocol.ErrorInfo;
import oriel.identity.Identity;

/**
 * Decides whether a user who has logged on stays in the new session or goes to one that exists (Q10; sequences.md, section
 * 4.2). With one session per user, a session that another client shows is taken over.
 */
final class Arbitrator {

    private final ServiceParts service;
    private final ClientConnection record;
    private final Logon logon;

    Arbitrator(ServiceParts service, ClientConnection record, Logon logon) {
        this.service = service;
        this.record = record;
        this.logon = logon;
    }

    /**
     * Chooses and claims.
     *
     * @param answer    what the provider said
     * @param temporary the session the user has logged on in
     * @param user      the user
     * @return the session to go to, claimed; empty = the user stays
     */
    Optional<Session> arbitrate(Arbitration answer, Session temporary, Identity user) throws ConnectionEnded {
        List<Session> others = service.sessions().enter(temporary, user);
        while (true) {
            Optional<Session> chosen = choose(answer, others, user);
            if (chosen.isEmpty() || Takeover.of(chosen.get(), record, service.deadlines())) {
                return chosen;
            }
            record.goOn();
            others = service.sessions().others(temporary, user); // the chosen one has just ended
        }
    }

    private Optional<Session> choose(Arbitration answer, List<Session> others, Identity user) throws ConnectionEnded {
        List<Session> candidates = candidates(answer, others);
        if (candidates.size() > 1 && !service.policy().singleSessionPerUser()) {
            return ask(user, candidates);
        }
        if (!candidates.isEmpty()) {
            return Optional.of(candidates.getFirst()); // the most recently disconnected
        }
        return service.policy().singleSessionPerUser() ? attached(others) : Optional.empty();
    }

    /** The user's disconnected sessions: those the provider named, else all. */
    private static List<Session> candidates(Arbitration answer, List<Session> others) {
        List<Session> disconnected = others.stream()
                .filter(session -> session.state() == SessionState.DISCONNECTED)
                .filter(session -> session.desktop().isPresent())
                .toList();
        if (answer instanceof Arbitration.Candidates(List<Integer> ids)) {
            List<Session> named = disconnected.stream()
                    .filter(session -> ids.contains(session.number()))
                    .toList();
            return named.isEmpty() ? disconnected : named;
        }
        return disconnected;
    }

    /** A session of the user that another client shows; one that has come as far as a desktop is the better one. */
    private static Optional<Session> attached(List<Session> others) {
        return others.stream()
                .filter(session -> session.desktop().isPresent())
                .findFirst()
                .or(() -> others.stream().findFirst());
    }

    private Optional<Session> ask(Identity user, List<Session> candidates) throws ConnectionEnded {
        return switch (logon.askSession(user, candidates)) {
            case LogonAnswer.Resume(int number) ->
                candidates.stream()
                        .filter(session -> session.number() == number)
                        .findFirst();
            case LogonAnswer.NewSession _, LogonAnswer.Credentials _, LogonAnswer.Text _, LogonAnswer.FreshStart _ ->
                Optional.empty();
            case LogonAnswer.Cancelled _ -> {
                record.end(Ending.of(Ending.Kind.DISCONNECTED, ErrorInfo.DISCONNECTED_BY_USER));
                throw new ConnectionEnded();
            }
        };
    }
}
