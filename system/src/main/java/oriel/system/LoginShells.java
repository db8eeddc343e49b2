package oriel.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The shells somebody may log on with (shells(5)). */
public final class LoginShells {

    private static final Path SHELLS = Path.of("/etc/shells");
    private static final List<String> WITHOUT_FILE = List.of("/bin/sh", "/bin/csh");

    /** No shells, even where a list has them. */
    private static final Set<String> REFUSING = Set.of("nologin", "false", "true", "sync");

    private LoginShells() {}

    /**
     * Whether an account has a shell to log on with.
     *
     * @param account login name
     * @return false also when there is no such account
     */
    public static boolean has(String account) {
        return Account.line(account)
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == 7)
                .map(fields -> fields[6].isEmpty() ? "/bin/sh" : fields[6])
                .filter(shell -> !REFUSING.contains(shell.substring(shell.lastIndexOf('/') + 1)))
                .filter(LoginShells::listed)
                .isPresent();
    }

    private static boolean listed(String shell) {
        try (Stream<String> lines = Files.lines(SHELLS, StandardCharsets.ISO_8859_1)) {
            return lines.map(String::strip).anyMatch(shell::equals);
        } catch (IOException e) {
            return WITHOUT_FILE.contains(shell); // as getusershell(3) does
        }
    }
}
