package oriel.xsession;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import oriel.system.Account;
import oriel.system.IgnoredSignals;

/**
 * Runs the parts of the session's script as the user of the session and inside its unit. What runs before the change of user
 * sees nothing that the user or an order could have written.
 *
 * @param script the script of sessions
 * @param folder the folder of the session
 * @param owner  whom to become; empty = we stay who we are
 * @param unit   the unit to join
 * @param limits limits of processes, for those that no group keeps
 */
record Launcher(Path script, Path folder, Optional<Account> owner, Unit unit, SessionLimits limits) {

    /** Joins the groups whose doors come first ($1 says how many), and becomes the command that comes then. */
    private static final String JOIN = "n=$1; shift; "
            + "while [ \"$n\" -gt 0 ]; do echo 0 >\"$1\" || exit 126; shift; n=$((n-1)); done; "
            + (IgnoredSignals.any() ? IgnoredSignals.RESTORE : "")
            + "exec \"$@\"";

    private static final int LONGEST_RUN = 20;
    private static final Path NOTHING = Path.of("/dev/null");

    /** Starts a part inside the unit. */
    ProcessBuilder inside(String part) {
        return prepare(
                unit.doors(),
                unit.substitutes(limits),
                Map.of(Unit.VARIABLE, unit.mark()),
                "--init-groups",
                List.of(part));
    }

    /** Starts a part outside, to clear away when the unit is gone. */
    ProcessBuilder outside(String... part) {
        return prepare(List.of(), List.of(), Map.of(), "--clear-groups", List.of(part));
    }

    private ProcessBuilder prepare(
            List<Path> doors,
            List<String> substitutes,
            Map<String, String> variables,
            String groups,
            List<String> part) {
        var command = new ArrayList<>(List.of("setsid", "/bin/sh", "-c", JOIN, "sh"));
        command.add(Integer.toString(doors.size()));
        doors.forEach(door -> command.add(door.toString()));
        if (!substitutes.isEmpty() && Programs.has("prlimit")) {
            command.add("prlimit");
            command.addAll(substitutes);
            command.add("--");
        }
        owner.ifPresent(account -> command.addAll(
                List.of("setpriv", "--reuid=" + account.uid(), "--regid=" + account.gid(), groups, "--")));
        command.addAll(List.of("/bin/sh", script.toString(), "oriel", folder.toString()));
        command.addAll(part);
        var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/sbin:/usr/sbin:/sbin:" + Programs.PATH);
        builder.environment().putAll(variables);
        return builder.redirectInput(Redirect.from(NOTHING.toFile())).redirectErrorStream(true);
    }

    /** Runs a part that ends by itself and says nothing that matters. */
    static void run(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectOutput(Redirect.DISCARD).start();
        process.onExit()
                .completeOnTimeout(process, LONGEST_RUN, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }
}
