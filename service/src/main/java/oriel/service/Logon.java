package oriel.service;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.LogonAnswer;
import oriel.contract.desktop.LogonMessage;
import oriel.contract.desktop.LogonQuestion;
import oriel.contract.desktop.SessionChoice;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.LogonErrorRedirectorResponse;
import oriel.contract.protocol.SessionEvent;
import oriel.contract.protocol.UserCredential;
import oriel.identity.Authentication;
import oriel.identity.Identity;
import oriel.identity.Refusal;
import oriel.licensing.LicenseOutcome;

/**
 * The logon process of a session ("Winlogon" in the pictures): finds out who the user is, on the connection's own thread. Who
 * has sent good credentials never sees its screen.
 */
final class Logon {

    private static final Logger LOG = LoggerFactory.getLogger(Logon.class);

    /** How often a redirector may ask for the logon to start over before the user is asked all the same. */
    private static final int MOST_STARTS = 3;

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final ServiceParts service;
    private final ClientConnection record;
    private final Session session;
    private final Client client;
    private final LogonView view;

    private boolean offerTried;
    private int startedOver;
    private String userName = "";
    private Optional<LogonMessage> message = Optional.empty();

    Logon(
            ServiceParts service,
            ClientConnection record,
            Session session,
            Client client,
            Optional<GuardedRedirector> redirector) {
        this.service = service;
        this.record = record;
        this.session = session;
        this.client = client;
        this.view = new LogonView(service, record, session, redirector);
    }

    /** Opens the screen beforehand if it will be needed, so that it is the first thing the client sees. */
    void prepare(Offer offer) {
        userName = offer.userName();
        if (sent(offer).isEmpty()) {
            view.open();
        }
    }

    /** Who it is: from the credentials that were sent, else from the logon screen, as often as it takes. */
    Identity signIn(Offer offer) throws ConnectionEnded {
        Optional<UserCredential> sent = offerTried ? Optional.empty() : sent(offer);
        offerTried = true;
        while (true) {
            var credential = sent.isPresent() ? sent.get() : ask(false);
            switch (authenticate(credential)) {
                case Authentication.Outcome.Authenticated(Identity user) -> {
                    offer.wipe();
                    record.trace().user(user.userName());
                    return user;
                }
                case Authentication.Outcome.Refused(Refusal.GivenUp _) -> {
                    sent = Optional.empty();
                    message = Optional.empty();
                }
                case Authentication.Outcome.Refused(var refusal) -> sent = refused(LogonRefusal.of(refusal));
            }
        }
    }

    /** What may be tried without asking: nothing where a password must be typed. */
    private Optional<UserCredential> sent(Offer offer) {
        boolean prompt = service.policy().policy().alwaysPromptForPassword()
                || client.data().promptForPassword();
        return prompt ? Optional.empty() : offer.complete();
    }

    private Authentication.Outcome authenticate(UserCredential credential) throws ConnectionEnded {
        view.status(LogonMessage.Kind.SIGNING_IN, "Signing in");
        userName = credential.userName();
        try {
            return record.await(
                    "the check of the password",
                    service.deadlines().logon(), // the system may have more questions
                    () -> converse(credential));
        } finally {
            credential.wipe();
        }
    }

    private Authentication.Outcome converse(UserCredential credential) throws InterruptedException {
        var conversation = new LogonConversation(view::open);
        var outcome = service.authentication()
                .authenticate(
                        credential.userName(),
                        credential.domain(),
                        credential.password(),
                        record.address(),
                        conversation);
        conversation.end();
        return outcome;
    }

    /** Says why, where and how the redirector lets it be said; what comes back is tried next, without asking. */
    private Optional<UserCredential> refused(LogonRefusal refusal) throws ConnectionEnded {
        LOG.warn("Logon of '{}' refused: {}", userName, refusal.text());
        var response = view.refuse(refusal);
        message = switch (response) {
            case HANDLED_DONT_SHOW, HANDLED_DONT_SHOW_START_OVER -> Optional.empty();
            case NOT_HANDLED, HANDLED_SHOW, INVALID -> Optional.of(refusal.message());
        };
        if (response == LogonErrorRedirectorResponse.HANDLED_DONT_SHOW_START_OVER && ++startedOver <= MOST_STARTS) {
            return record.calls().getUserCredentials();
        }
        return Optional.empty();
    }

    private UserCredential ask(boolean userFixed) throws ConnectionEnded {
        var asked = view.open();
        view.begin();
        var question = new LogonQuestion(userName, userFixed, message);
        var limit =
                userFixed ? FOR_EVER : service.deadlines().logon(); // a locked session stays as long as its user likes
        var answer = record.await("the logon screen", limit, () -> asked.askCredentials(question));
        if (answer instanceof LogonAnswer.Credentials typed) {
            try {
                return new UserCredential(typed.userName(), typed.password(), typed.domain());
            } finally {
                Arrays.fill(typed.password(), '\0');
            }
        }
        record.end(Ending.of(Ending.Kind.DISCONNECTED, ErrorInfo.DISCONNECTED_BY_USER));
        throw new ConnectionEnded();
    }

    /** Lets the user choose among their disconnected sessions. */
    LogonAnswer askSession(Identity user, List<Session> candidates) throws ConnectionEnded {
        var asked = view.open();
        view.begin();
        List<SessionChoice> choices = candidates.stream().map(this::choice).toList();
        return record.await(
                "the choice of a session",
                service.deadlines().logon(),
                () -> asked.askSession(user.userName(), choices));
    }

    private SessionChoice choice(Session candidate) {
        return new SessionChoice(
                candidate.number(),
                candidate.desktopName(service.desktops().name()),
                candidate.startedAt(),
                candidate.disconnectedAt().orElse(candidate.startedAt()),
                candidate.client().text());
    }

    /** The client has gone on past licensing; a refusal that was left to be told on the screen is told now. */
    void licensed(License license) throws ConnectionEnded {
        record.await("the licence ledger", service.deadlines().setup(), () -> {
            license.delivered();
            return true;
        });
        if (license.refusal().isPresent()) {
            unlicensed(license.refusal().get());
        }
    }

    /** Whether this user has a licence, where licences are users' (licensing.md, section 7.6). */
    void licensed(License license, Identity user) throws ConnectionEnded {
        var refusal = record.await("the licence ledger", service.deadlines().setup(), () -> license.loggedOn(user));
        if (refusal.isPresent()) {
            unlicensed(refusal.get());
        }
    }

    private static LogonMessage message(LicenseOutcome.Refused refusal) {
        return switch (refusal.why()) {
            case OTHER -> LogonMessage.of(LogonMessage.Kind.NO_LICENSE, refusal.reason());
            case NONE_HERE -> LogonMessage.of(LogonMessage.Kind.NO_LICENSES_HERE);
            case ALL_TAKEN -> LogonMessage.of(LogonMessage.Kind.NO_LICENSE_LEFT);
            case REVOKED -> LogonMessage.of(LogonMessage.Kind.LICENSE_REVOKED);
            case EXPIRED -> LogonMessage.of(LogonMessage.Kind.LICENSE_EXPIRED);
            case UNREACHABLE -> LogonMessage.of(LogonMessage.Kind.LICENSES_UNREACHABLE);
        };
    }

    private void unlicensed(LicenseOutcome.Refused refusal) throws ConnectionEnded {
        view.tell(message(refusal), "There is no licence for this connection.");
        record.end(Ending.refused(refusal.error(), "no licence: " + refusal.reason()));
        record.goOn();
    }

    /** The user goes back to a session that exists. */
    void reconnecting() {
        view.status(LogonMessage.Kind.RECONNECTING, "Going back to the session");
    }

    /**
     * The user stays: starts the desktop.
     *
     * @return false if it could not be started; the user knows why
     */
    boolean startDesktop(Identity user) throws ConnectionEnded {
        var refusal = service.sessions().stay(session, service.admission());
        if (refusal.isPresent()) {
            view.tell(LogonMessage.of(LogonMessage.Kind.DRAINING), "The host takes no new sessions now.");
            record.end(Ending.refused(ErrorInfo.SERVER_DENIED_CONNECTION, refusal.get()));
            record.goOn();
        }
        var failure = start(user);
        while (failure.isPresent()) {
            var told = LogonMessage.of(
                    LogonMessage.Kind.DESKTOP_FAILED, failure.get().reason());
            if (!view.wantsFreshStart(told, failure.get().tail(), "The desktop could not be started.")) {
                session.stay(false);
                message = Optional.empty();
                return false;
            }
            failure = start(user);
        }
        record.known();
        view.close();
        session.show();
        return true;
    }

    /** Starts the desktop; empty = it runs. */
    private Optional<DesktopStart.Failure> start(Identity user) throws ConnectionEnded {
        view.status(LogonMessage.Kind.PREPARING_DESKTOP, "Preparing the desktop");
        var failure = new DesktopStart(service, record, session).run(user);
        failure.ifPresent(why -> LOG.warn("The desktop could not be started: {}", why.reason()));
        return failure;
    }

    /** The session is locked: nobody but its user opens it again. */
    void unlock() throws ConnectionEnded {
        var owner = session.user().orElseThrow(ConnectionEnded::new);
        userName = owner.userName();
        message = Optional.of(LogonMessage.of(LogonMessage.Kind.SESSION_LOCKED, owner.userName()));
        view.open();
        while (session.locked()) {
            switch (authenticate(ask(true))) {
                case Authentication.Outcome.Authenticated(Identity user) -> {
                    if (user.equals(owner) && session.lock(false)) {
                        service.events().happened(session, SessionEvent.UNLOCK);
                    }
                }
                case Authentication.Outcome.Refused(var refusal) ->
                    message = Optional.of(LogonRefusal.of(refusal).message());
            }
        }
        view.close();
    }

    /** The desktop has ended by mishap: says so, and starts a fresh one if its user wants that; else the session ends. */
    void desktopEnded(ConnectionState.Wish.DesktopEnded how) throws ConnectionEnded {
        var owner = session.user().orElseThrow(ConnectionEnded::new);
        var told = LogonMessage.of(LogonMessage.Kind.DESKTOP_ENDED, how.reason());
        List<String> tail = how.tail();
        service.sessions().clear(session);
        while (view.wantsFreshStart(told, tail, "The desktop has ended.")) {
            var failure = start(owner);
            if (failure.isEmpty()) {
                view.close();
                session.show();
                retie();
                return;
            }
            told = LogonMessage.of(
                    LogonMessage.Kind.DESKTOP_FAILED, failure.get().reason());
            tail = failure.get().tail();
        }
        record.end(new Ending(
                Ending.Kind.LOGGED_OFF, ErrorInfo.SESSION_PROCESS_ENDED, "the desktop has ended: " + how.reason()));
        record.goOn();
    }

    /** Clipboard and sound are those of the fresh desktop. */
    private void retie() throws ConnectionEnded {
        var devices = session.attachment().flatMap(Attachment::devices);
        var desktop = session.desktop();
        if (devices.isPresent() && desktop.isPresent()) {
            devices.get().tie(desktop.get());
        }
    }
}
