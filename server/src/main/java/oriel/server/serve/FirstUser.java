package oriel.server.serve;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import oriel.identity.LocalUsers;

/**
 * The user that a first start makes, so that somebody can log on.
 *
 * @param name     its name
 * @param password its password, shown once and kept nowhere
 */
record FirstUser(String name, String password) {

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 8;

    /** Makes a user if there is none: whoever starts the service, so that a terminal finds the account it belongs to. */
    static Optional<FirstUser> make(LocalUsers users, String account) throws IOException {
        if (!users.list().isEmpty()) {
            return Optional.empty();
        }
        String name = account.matches("[a-z0-9][a-z0-9._-]{0,31}") ? account : "oriel";
        String password = readablePassword(new SecureRandom());
        users.add(name, password.toCharArray(), Set.of());
        return Optional.of(new FirstUser(name, password));
    }

    /** Eight syllables and two digits, some 55 bits, e.g. {@code kuta-remi-solu-vapo-47}. */
    static String readablePassword(SecureRandom random) {
        var password = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            password.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            password.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            if (i % 2 == 1) {
                password.append('-');
            }
        }
        return password.append(random.nextInt(10, 100)).toString();
    }
}
