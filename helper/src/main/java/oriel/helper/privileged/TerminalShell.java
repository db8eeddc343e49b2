package oriel.helper.privileged;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.system.Account;
import oriel.system.IgnoredSignals;
import oriel.system.ProcessGroup;

/** A user's shell on a terminal, as the user: leader of a session of its own whose terminal it is. */
final class TerminalShell {

    private static final Logger LOG = LoggerFactory.getLogger(TerminalShell.class);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final String PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games";

    /**
     * What is wanted.
     *
     * @param account     whose
     * @param environment variables of PAM's
     * @param commandLine for the shell; empty = the shell itself
     * @param directory   where it starts; empty = home
     */
    record Command(Account account, Map<String, String> environment, String commandLine, String directory) {}

    private final Process process;

    private TerminalShell(Process process) {
        this.process = process;
    }

    /** Starts; returns when the terminal has been taken, so that nobody else need hold it open. */
    static TerminalShell start(Command command, String slave) throws IOException {
        var builder = new ProcessBuilder(line(command, slave))
                .directory(new File("/"))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment(command));
        Process process = builder.start();
        int taken = process.getInputStream().read();
        if (taken < 0) {
            throw new IOException("the terminal could not be taken");
        }
        return new TerminalShell(process);
    }

    /** A session of its own, whose leader takes the terminal by opening it, says so, becomes the user and then the shell. */
    private static List<String> line(Command command, String slave) {
        String take = "exec <>\"$0\" && echo && exec \"$@\" >&0 2>&0";
        Account account = command.account;
        var line = new ArrayList<>(
                List.of("setsid", "sh", "-c", IgnoredSignals.any() ? IgnoredSignals.RESTORE + take : take, slave));
        line.addAll(List.of(
                "setpriv", "--reuid=" + account.uid(), "--regid=" + account.gid(), "--init-groups", "--inh-caps=-all"));
        line.add("--");
        // The user's own rights decide whether a directory may be entered.
        line.addAll(List.of("sh", "-c", "cd -- \"$0\" 2>/dev/null || cd; exec \"$@\"", directory(command)));
        line.addAll(List.of(account.shell().toString(), "-l"));
        if (!command.commandLine.isEmpty()) {
            line.addAll(List.of("-c", command.commandLine));
        }
        return line;
    }

    private static String directory(Command command) {
        return command.account.home().resolve(command.directory).toString();
    }

    private static Map<String, String> environment(Command command) {
        Account account = command.account;
        var made = new LinkedHashMap<String, String>();
        made.put("LANG", "C.UTF-8");
        made.put("PATH", PATH);
        made.putAll(command.environment);
        made.put("TERM", "xterm-256color");
        made.put("COLORTERM", "truecolor");
        made.put("HOME", account.home().toString());
        made.put("USER", account.name());
        made.put("LOGNAME", account.name());
        made.put("SHELL", account.shell().toString());
        return made;
    }

    int pid() {
        return (int) process.pid();
    }

    /** Calls back once it has ended, also at once. */
    void onEnd(IntConsumer heard) {
        var _ = process.onExit().thenAccept(gone -> heard.accept(gone.exitValue()));
    }

    /** Signals the shell and its group. */
    void end(boolean kill) {
        if (!process.isAlive()) {
            return;
        }
        try {
            ProcessGroup.signal(process.pid(), kill ? ProcessGroup.KILL : ProcessGroup.HANG_UP);
            ProcessGroup.signal(process.pid(), ProcessGroup.CONTINUE);
        } catch (IOException e) {
            LOG.debug("Process {} was not signalled: {}.", process.pid(), e.getMessage());
        }
    }

    /** Ends it: politely first. */
    void close() throws InterruptedException {
        end(false);
        if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            end(true);
            process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
