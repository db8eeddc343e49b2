package oriel.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts that Oriel keeps itself, in one file. Thread-safe; several processes may use the same file, and each sees the
 * changes of the others at its next call.
 *
 * <p>Wrong user and wrong password look the same and take the same time. Failures slow down, then lock, both the account and
 * the address they come from ({@link LockoutPolicy}); these counts live in memory and begin anew with the process.
 */
public final class LocalUsers implements Authentication {

    /** Longest password taken, in characters, as in the contract's {@code WTS_PASSWORD_LENGTH}. */
    public static final int LONGEST_PASSWORD = 255;

    private final UsersFile file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Attempts attempts;

    /** Somebody who does not exist costs the same check as somebody who does. */
    private volatile Optional<String> decoy = Optional.empty();

    private LocalUsers(Path file, Attempts attempts, Clock clock) {
        this.file = new UsersFile(file);
        this.clock = clock;
        this.attempts = attempts;
    }

    /**
     * Opens the accounts. The file need not exist yet; its directory must.
     *
     * @param file   the users file
     * @param policy what failures lead to
     * @param clock  tells the time
     * @return the accounts
     */
    public static LocalUsers open(Path file, LockoutPolicy policy, Clock clock) {
        return open(file, new Attempts(policy, clock), clock);
    }

    /**
     * Opens the accounts where failures are counted together with those of other accounts.
     *
     * @param file     the users file
     * @param attempts counts failures
     * @param clock    tells the time
     * @return the accounts
     */
    public static LocalUsers open(Path file, Attempts attempts, Clock clock) {
        return new LocalUsers(file, attempts, clock);
    }

    /**
     * Whether there is an account.
     *
     * @param name its name, in any case
     * @return whether the file has it, disabled or not
     * @throws UncheckedIOException if the file cannot be read
     */
    public boolean knows(String name) {
        return find(LocalUser.key(name)).isPresent();
    }

    @Override
    public Outcome authenticate(String userName, String domain, char[] password, String origin, Conversation further) {
        String account = LocalUser.key(userName);
        Optional<Refusal> refusal = attempts.refusal(userName, origin);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        Optional<UsersFile.Entry> entry = find(account);
        String hash = entry.map(UsersFile.Entry::hash).orElseGet(this::decoy);
        boolean matches = password.length <= LONGEST_PASSWORD && PasswordHash.matches(password, hash);
        if (entry.isEmpty() || !matches) {
            attempts.failed(userName, origin);
            return new Outcome.Refused(new Refusal.WrongCredentials());
        }
        LocalUser user = entry.get().user();
        if (user.disabled()) {
            return new Outcome.Refused(new Refusal.Disabled());
        }
        attempts.succeeded(userName, origin);
        return new Outcome.Authenticated(new Identity(user.name(), "", user.groups()));
    }

    private Optional<UsersFile.Entry> find(String account) {
        try {
            return Optional.ofNullable(file.read().get(account));
        } catch (IOException e) {
            throw new UncheckedIOException("the users file cannot be read: " + e.getMessage(), e);
        }
    }

    private String decoy() {
        return decoy.orElseGet(() -> {
            String hash = PasswordHash.make(new char[] {'-'}, random);
            decoy = Optional.of(hash);
            return hash;
        });
    }

    /**
     * Lists the accounts.
     *
     * @return every account, in the order they were added
     * @throws IOException if the file cannot be read or is damaged; the message names the line
     */
    public List<LocalUser> list() throws IOException {
        return file.read().values().stream().map(UsersFile.Entry::user).toList();
    }

    /**
     * Adds an account.
     *
     * @param name     its name
     * @param password its password, 1 … {@value #LONGEST_PASSWORD} characters; lent for the call
     * @param groups   groups it belongs to
     * @throws IOException              if the file cannot be written, or the name is taken
     * @throws IllegalArgumentException if name, password or a group is not of the right form
     */
    public void add(String name, char[] password, Set<String> groups) throws IOException {
        var user = new LocalUser(name, groups, false, clock.instant());
        String hash = hash(password);
        file.change(entries -> {
            if (entries.putIfAbsent(LocalUser.key(name), new UsersFile.Entry(user, hash)) != null) {
                throw new IOException("user '" + name + "' exists already");
            }
        });
    }

    /**
     * Gives an account another password, and forgets its failures.
     *
     * @param name     its name
     * @param password the new password; lent for the call
     * @throws IOException if the file cannot be written, or there is no such user
     */
    public void passwd(String name, char[] password) throws IOException {
        String hash = hash(password);
        file.change(entries -> {
            LocalUser old = existing(entries, name).user();
            var changed = new LocalUser(old.name(), old.groups(), old.disabled(), clock.instant());
            entries.put(LocalUser.key(name), new UsersFile.Entry(changed, hash));
        });
        attempts.forgive(name);
    }

    /**
     * Switches an account off or on.
     *
     * @param name     its name
     * @param disabled whether it is off
     * @throws IOException if the file cannot be written, or there is no such user
     */
    public void disable(String name, boolean disabled) throws IOException {
        file.change(entries -> {
            UsersFile.Entry old = existing(entries, name);
            var changed = new LocalUser(old.user().name(), old.user().groups(), disabled, clock.instant());
            entries.put(LocalUser.key(name), new UsersFile.Entry(changed, old.hash()));
        });
    }

    /**
     * Removes an account. Its sessions are not ended.
     *
     * @param name its name
     * @throws IOException if the file cannot be written, or there is no such user
     */
    public void remove(String name) throws IOException {
        file.change(entries -> {
            existing(entries, name);
            entries.remove(LocalUser.key(name));
        });
    }

    private static UsersFile.Entry existing(Map<String, UsersFile.Entry> entries, String name) throws IOException {
        UsersFile.Entry entry = entries.get(LocalUser.key(name));
        if (entry == null) {
            throw new IOException("there is no user '" + name + "'");
        }
        return entry;
    }

    private String hash(char[] password) {
        if (password.length == 0 || password.length > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password has 1 to " + LONGEST_PASSWORD + " characters, this one " + password.length);
        }
        return PasswordHash.make(password, random);
    }
}
