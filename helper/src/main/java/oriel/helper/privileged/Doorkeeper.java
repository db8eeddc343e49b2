package oriel.helper.privileged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.helper.protocol.HelperSettings;
import oriel.identity.Attempts;
import oriel.identity.Authentication;
import oriel.identity.Conversation;
import oriel.identity.Identity;
import oriel.identity.LocalUsers;
import oriel.identity.Refusal;
import oriel.system.Account;
import oriel.system.LoginShells;
import oriel.system.PamResult;
import oriel.system.PamTransaction;
import oriel.system.ShadowPasswords;

/**
 * Decides who somebody is: one of Oriel's own users where the users file has the name, else a Linux account through PAM.
 * Refusals are answered at whole multiples of a time that every check fits in, so that how long one takes does not tell
 * whether there is such a user.
 */
final class Doorkeeper {

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
    private static final long BEAT_NANOS = 400_000_000;
    private static final int LONGEST_NAME = 64;

    /** What an attempt has led to. */
    sealed interface Verdict {
        record Admitted(Grant grant) implements Verdict {}

        record Refused(Refusal refusal) implements Verdict {}
    }

    private final HelperSettings settings;
    private final String service;
    private final Semaphore places;
    private final Attempts attempts;
    private final LocalUsers users;
    private final UsersFileGuard guard;
    private final Admission admission;

    Doorkeeper(HelperSettings settings, String service, Semaphore places) {
        this.settings = settings;
        this.service = service;
        this.places = places;
        this.attempts = new Attempts(settings.lockout(), Clock.systemUTC());
        this.users = LocalUsers.open(settings.users(), attempts, Clock.systemUTC());
        this.guard = new UsersFileGuard(settings.users());
        this.admission = new Admission(settings.access());
    }

    /** Checks a password; on a thread of the attempt's own. The password is wiped. */
    Verdict check(String userName, char[] password, String origin, Dialogue dialogue) {
        long began = System.nanoTime();
        Verdict verdict;
        try {
            verdict = isOwn(userName) ? own(userName, password, origin) : linux(userName, password, origin, dialogue);
        } catch (IOException | UncheckedIOException e) {
            LOG.error("The logon of '{}' could not be checked: {}.", userName, e.getMessage());
            verdict = refused(new Refusal.Unavailable(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            verdict = refused(new Refusal.GivenUp());
        } finally {
            Arrays.fill(password, '\0');
        }
        if (verdict instanceof Verdict.Refused(var refusal)) {
            LOG.info("Logon of '{}' from '{}' refused: {}.", userName, origin, refusal);
            untilBeat(began, dialogue);
        }
        return verdict;
    }

    private static void untilBeat(long began, Dialogue dialogue) {
        long gone = System.nanoTime() - began;
        try {
            dialogue.pause((BEAT_NANOS - gone % BEAT_NANOS) / 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOwn(String userName) throws IOException {
        return switch (settings.access().accounts()) {
            case OWN -> guard.safe();
            case BOTH -> guard.safe() && users.knows(userName);
            case LINUX -> false;
        };
    }

    private static Verdict refused(Refusal refusal) {
        return new Verdict.Refused(refusal);
    }

    private Verdict own(String userName, char[] password, String origin) {
        return switch (users.authenticate(userName, "", password, origin, Conversation.NONE)) {
            case Authentication.Outcome.Refused(var refusal) -> refused(refusal);
            case Authentication.Outcome.Authenticated(var identity) ->
                admission
                        .refusal(identity.groups())
                        .map(Doorkeeper::refused)
                        .orElseGet(
                                () -> new Verdict.Admitted(new Grant(identity, accountOf(identity), Optional.empty())));
        };
    }

    private String accountOf(Identity identity) {
        String shellUser = settings.sessions().shellUser();
        return shellUser.isEmpty() ? identity.userName() : shellUser;
    }

    private Verdict linux(String userName, char[] password, String origin, Dialogue dialogue)
            throws IOException, InterruptedException {
        Optional<Refusal> tooFast = attempts.refusal(userName, origin);
        if (tooFast.isPresent()) {
            return refused(tooFast.get());
        }
        Optional<Account> account = isName(userName) ? Account.named(userName) : Optional.empty();
        if (account.isPresent() && !admission.admits(account.get().uid())) {
            // Before any check, so that nobody can try passwords of root's.
            attempts.failed(userName, origin);
            return refused(new Refusal.NotAllowed("root may not log on here"));
        }
        if (account.isEmpty()) {
            ShadowPasswords.pretend(password);
            attempts.failed(userName, origin);
            return refused(new Refusal.WrongCredentials());
        }
        Verdict verdict = throughPam(account.get(), password, origin, dialogue);
        switch (verdict) {
            case Verdict.Admitted(var _) -> attempts.succeeded(userName, origin);
            case Verdict.Refused(Refusal.WrongCredentials()) -> attempts.failed(userName, origin);
            case Verdict.Refused(var _) -> LOG.debug("Not counted.");
        }
        return verdict;
    }

    /** Names that no tool of the system takes for anything else. */
    private static boolean isName(String userName) {
        return userName.length() <= LONGEST_NAME && userName.matches("[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd}_.@\\\\-]*\\$?");
    }

    private Verdict throughPam(Account account, char[] password, String origin, Dialogue dialogue)
            throws IOException, InterruptedException {
        if (service.isEmpty()) {
            return refused(new Refusal.Unavailable("this host has no PAM"));
        }
        PamThread thread = PamThread.take(places);
        if (thread == null) {
            return refused(new Refusal.Unavailable("too many people log on at once"));
        }
        Verdict verdict = refused(new Refusal.Unavailable("the check was broken off"));
        try {
            verdict = thread.call(() -> attempt(thread, account, password, origin, dialogue));
            return verdict;
        } finally {
            if (verdict instanceof Verdict.Refused) {
                thread.close();
            }
        }
    }

    private Verdict attempt(PamThread thread, Account account, char[] password, String origin, Dialogue dialogue)
            throws IOException {
        PamTransaction pam = thread.begin(service, account.name(), origin, dialogue);
        PamResult result = pam.authenticate(PamTransaction.DISALLOW_NULL_AUTHTOK);
        if (!result.success()) {
            return refused(notAuthenticated(pam, result, account, password, dialogue));
        }
        Optional<Refusal> refusal = unusable(pam, dialogue);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        if (!pam.user().equals(account.name())) {
            return refused(new Refusal.Unavailable("PAM has turned '" + account.name() + "' into another user"));
        }
        if (!LoginShells.has(account.name())) {
            return refused(new Refusal.NoShell());
        }
        List<String> groups = account.groups();
        return admission
                .refusal(groups)
                .map(Doorkeeper::refused)
                .orElseGet(() -> new Verdict.Admitted(new Grant(
                        new Identity(account.name(), "", some(groups)), account.name(), Optional.of(thread))));
    }

    /** As many groups as a message holds. */
    private static Set<String> some(List<String> groups) {
        return groups.stream()
                .filter(group -> group.length() < HelperSettings.LONGEST_NAME / 4)
                .limit(HelperSettings.MOST_GROUPS)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Refusal notAuthenticated(
            PamTransaction pam, PamResult result, Account account, char[] password, Dialogue dialogue) {
        if (dialogue.givenUp()) {
            return new Refusal.GivenUp();
        }
        if (result.equals(PamResult.ACCT_EXPIRED)) {
            return new Refusal.AccountExpired();
        }
        if (WRONG.contains(result)) {
            return ShadowPasswords.lockedWith(account.name(), password)
                    ? new Refusal.Disabled()
                    : new Refusal.WrongCredentials();
        }
        return new Refusal.Unavailable("PAM says: " + pam.describe(result));
    }

    private static final Set<PamResult> WRONG = Set.of(
            PamResult.AUTH_ERR,
            PamResult.USER_UNKNOWN,
            PamResult.MAXTRIES,
            PamResult.CRED_INSUFFICIENT,
            PamResult.PERM_DENIED);

    /** The password is right; why the account cannot be used even so, after the user has changed what must be changed. */
    private static Optional<Refusal> unusable(PamTransaction pam, Dialogue dialogue) {
        PamResult result = pam.account(PamTransaction.DISALLOW_NULL_AUTHTOK);
        if (result.equals(PamResult.NEW_AUTHTOK_REQD)) {
            dialogue.beginChange();
            result = pam.changePassword(PamTransaction.CHANGE_EXPIRED_AUTHTOK);
            if (result.success()) {
                return Optional.empty();
            }
            LOG.info("An expired password was not changed: {}.", result);
            return Optional.of(new Refusal.PasswordExpired());
        }
        if (result.success()) {
            return Optional.empty();
        }
        if (result.equals(PamResult.ACCT_EXPIRED)) {
            return Optional.of(new Refusal.AccountExpired());
        }
        if (result.equals(PamResult.AUTHTOK_EXPIRED)) {
            return Optional.of(new Refusal.PasswordExpired());
        }
        return Optional.of(
                NOT_NOW.contains(result)
                        ? new Refusal.NotAllowed("this host does not admit you now")
                        : new Refusal.Unavailable("PAM says: " + pam.describe(result)));
    }

    private static final Set<PamResult> NOT_NOW =
            Set.of(PamResult.PERM_DENIED, PamResult.AUTH_ERR, PamResult.USER_UNKNOWN);
}
