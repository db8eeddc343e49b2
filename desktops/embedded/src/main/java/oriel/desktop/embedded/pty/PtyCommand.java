package oriel.desktop.embedded.pty;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import oriel.system.Account;
import oriel.system.IgnoredSignals;

/**
 * What to run on a PTY.
 *
 * @param command     program and arguments
 * @param environment the whole environment
 * @param directory   where it starts
 * @param owner       whom the terminal is given to and who the program runs as; empty = whoever this program runs as
 */
public record PtyCommand(List<String> command, Map<String, String> environment, Path directory, Optional<Account> owner)
        implements PtyProgram {

    /** Variables that are handed on from our own environment when the program runs as the same user. */
    private static final List<String> KEPT = List.of("TZ", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS");

    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** Copies the list and the map. */
    public PtyCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("nothing to run");
        }
    }

    /**
     * The login shell of a user, run as that user (which takes root) or, for ourselves, as we are.
     *
     * @param account the user
     * @return the command
     */
    public static PtyCommand loginShell(Account account) {
        boolean ourselves = account.name().equals(System.getProperty("user.name"));
        Path home = Files.isDirectory(account.home()) ? account.home() : Path.of("/");
        return new PtyCommand(
                List.of(account.shell().toString(), "-l"),
                environment(account, ourselves),
                home,
                ourselves ? Optional.empty() : Optional.of(account));
    }

    /**
     * A program run as ourselves with the environment of a login.
     *
     * @param command program and arguments
     * @return the command
     */
    public static PtyCommand of(String... command) {
        Account account = Account.current();
        return new PtyCommand(List.of(command), environment(account, true), Path.of("/"), Optional.empty());
    }

    private static Map<String, String> environment(Account account, boolean ourselves) {
        Map<String, String> ours = System.getenv();
        var made = new LinkedHashMap<String, String>();
        made.put("TERM", "xterm-256color");
        made.put("COLORTERM", "truecolor");
        made.put("LANG", utf8Locale(ours));
        made.put("HOME", account.home().toString());
        made.put("USER", account.name());
        made.put("LOGNAME", account.name());
        made.put("SHELL", account.shell().toString());
        made.put("PATH", ourselves ? ours.getOrDefault("PATH", PATH) : PATH);
        if (ourselves) {
            KEPT.stream().filter(ours::containsKey).forEach(name -> made.put(name, ours.get(name)));
        }
        return made;
    }

    private static String utf8Locale(Map<String, String> ours) {
        String locale = ours.getOrDefault("LC_ALL", ours.getOrDefault("LANG", ""));
        String lower = locale.toLowerCase(Locale.ROOT);
        return lower.endsWith("utf-8") || lower.endsWith("utf8") ? locale : "C.UTF-8";
    }

    /**
     * What is really run: a session of its own ({@code setsid}), whose leader takes the slave as controlling terminal by
     * being the first to open it, becomes the owner and then the program. This program itself never opens the slave:
     * without a terminal of its own, as under systemd, it would end up with this one, and be hung up with it.
     *
     * @param slave path of the slave
     * @return program and arguments
     */
    List<String> on(String slave) {
        String takeTerminal = "exec \"$@\" <>\"$0\" >&0 2>&0";
        String script = IgnoredSignals.any() ? IgnoredSignals.RESTORE + takeTerminal : takeTerminal;
        var all = new ArrayList<>(List.of("setsid", "sh", "-c", script, slave));
        owner.ifPresent(account -> all.addAll(
                List.of("setpriv", "--reuid=" + account.uid(), "--regid=" + account.gid(), "--init-groups", "--")));
        all.addAll(command);
        return all;
    }

    @Override
    public String name() {
        return command.getFirst();
    }

    @Override
    public PtyLeader start(String slave) throws IOException {
        if (owner.isPresent()) {
            Files.setAttribute(Path.of(slave), "unix:uid", owner.get().uid());
        }
        var builder = new ProcessBuilder(on(slave))
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new OwnLeader(builder.start(), Libc.get());
    }
}
