package oriel.helper.privileged;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which rules of PAM apply: a file named after the service. Without Oriel's own file those of {@code other} do, the ones that a
 * system has for services it does not know: strict where the system is strict.
 */
final class PamServices {

    private static final String OURS = "oriel";
    private static final String FALLBACK = "other";
    private static final List<Path> PLACES = List.of(Path.of("/etc/pam.d"), Path.of("/usr/lib/pam.d"));

    /**
     * The choice.
     *
     * @param name     name of the service; empty = this host has no PAM
     * @param sessions whether sessions are opened in it: rules made for others may move this process into the user's session
     * @param notes    what the administrator should know
     */
    record Choice(String name, boolean sessions, List<String> notes) {}

    private PamServices() {}

    static Choice choose(String wanted) {
        String ours = wanted.isEmpty() ? OURS : wanted;
        if (exists(ours)) {
            return new Choice(ours, true, List.of());
        }
        String missing = "the PAM service '" + ours + "' is not installed";
        return exists(FALLBACK)
                ? new Choice(
                        unknown(ours),
                        false,
                        List.of(missing + ", the rules of 'other' apply and no PAM session is opened:"
                                + " copy packaging/pam.d/oriel to /etc/pam.d/" + ours))
                : new Choice("", false, List.of(missing + ": nobody can log on with a Linux account"));
    }

    /**
     * A name without a file: PAM itself takes the rules of {@code other} for it. Asked for {@code other} by name, it reads them
     * twice, and a new password is asked for once more after it was set.
     */
    private static String unknown(String ours) {
        return ours.contains("/") ? OURS + "-unknown" : ours;
    }

    private static boolean exists(String service) {
        return !service.contains("/") && places(service).anyMatch(Files::isRegularFile);
    }

    private static Stream<Path> places(String service) {
        return PLACES.stream().map(place -> place.resolve(service));
    }
}
