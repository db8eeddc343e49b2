package oriel.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A user as the system knows them: a line of passwd(5).
 *
 * @param name  login name
 * @param uid   user id
 * @param gid   id of the primary group
 * @param home  home directory
 * @param shell login shell; {@code /bin/sh} where the line names none
 */
public record Account(String name, int uid, int gid, Path home, Path shell) {

    private static final Path PASSWD = Path.of("/etc/passwd");
    private static final int LONGEST_LINE = 16 * 1024;

    /**
     * The user this program runs as.
     *
     * @return the account; one put together from the system properties where passwd does not know it
     */
    public static Account current() {
        String name = System.getProperty("user.name", "user");
        return named(name)
                .orElseGet(() -> new Account(name, -1, -1, Path.of(System.getProperty("user.home", "/")), shell("")));
    }

    /**
     * Looks a user up, in the file first and then through the name service (LDAP and the like).
     *
     * @param name login name
     * @return the account, if there is one
     */
    public static Optional<Account> named(String name) {
        return line(name).flatMap(Account::parse);
    }

    /**
     * Looks a user up by id.
     *
     * @param uid user id
     * @return the first account with it, if there is one
     */
    public static Optional<Account> ofUid(int uid) {
        return inNameService(Integer.toString(uid)).flatMap(Account::parse).filter(account -> account.uid == uid);
    }

    /** The line of passwd(5) of a user. */
    static Optional<String> line(String name) {
        if (name.isEmpty() || name.startsWith("-") || name.indexOf(':') >= 0) {
            return Optional.empty();
        }
        return inFile(name).or(() -> inNameService(name));
    }

    private static Optional<String> inFile(String name) {
        try (Stream<String> lines = Files.lines(PASSWD, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(name + ":")).findFirst();
        } catch (IOException e) {
            return Optional.empty(); // no such file: the name service is asked instead
        }
    }

    private static Optional<String> inNameService(String name) {
        return firstLine(List.of("getent", "passwd", name));
    }

    /** The first line that a program of the system writes; empty when it fails. */
    static Optional<String> firstLine(List<String> command) {
        try {
            Process getent = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            getent.getOutputStream().close();
            byte[] answer = getent.getInputStream().readNBytes(LONGEST_LINE);
            if (!getent.waitFor(5, TimeUnit.SECONDS)) {
                getent.destroyForcibly();
                return Optional.empty();
            }
            return getent.exitValue() != 0
                    ? Optional.empty()
                    : new String(answer, StandardCharsets.UTF_8).lines().findFirst();
        } catch (IOException e) {
            return Optional.empty(); // a system without getent has no other users than those of the file
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * The groups it belongs to.
     *
     * @return their names, the primary group first
     */
    public List<String> groups() {
        // With NUL between names: those of a directory service may hold spaces.
        return firstLine(List.of("id", "-G", "-n", "-z", "--", name))
                .map(line -> Stream.of(line.split("\0"))
                        .filter(group -> !group.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** Reads a line; empty when it is none of passwd(5). */
    static Optional<Account> parse(String line) {
        String[] fields = line.split(":", -1);
        if (fields.length != 7 || !fields[2].matches("\\d{1,9}") || !fields[3].matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(new Account(
                fields[0],
                Integer.parseInt(fields[2]),
                Integer.parseInt(fields[3]),
                Path.of(fields[5].isEmpty() ? "/" : fields[5]),
                shell(fields[6])));
    }

    private static Path shell(String named) {
        return Stream.of(named, "/bin/bash", "/bin/sh")
                .filter(shell -> !shell.isEmpty() && Files.isExecutable(Path.of(shell)))
                .findFirst()
                .map(Path::of)
                .orElse(Path.of("/bin/sh"));
    }
}
