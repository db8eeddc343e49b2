package oriel.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An account that Oriel keeps itself.
 *
 * @param name      1 … 64 letters, digits and {@code . _ -}, beginning with a letter or digit; case does not tell names apart
 * @param groups    names of groups, each of the same form
 * @param disabled  whether it is switched off
 * @param changedAt when it, or its password, was last changed
 */
public record LocalUser(String name, Set<String> groups, boolean disabled, Instant changedAt) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._-]{0,63}");

    /** Checks the names and copies the groups. */
    public LocalUser {
        checkName("user name", name);
        groups.forEach(group -> checkName("group name", group));
        groups = Set.copyOf(groups);
    }

    private static void checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " '" + name + "' must be 1 to 64 letters, digits or . _ - and begin with a letter or digit");
        }
    }

    /** The form by which names are compared. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
