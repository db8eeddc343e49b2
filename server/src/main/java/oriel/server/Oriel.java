package oriel.server;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import oriel.server.command.CommandLine;
import oriel.server.command.Terminal;
import oriel.server.command.Version;
import oriel.server.verb.Verbs;

/** The program. */
public final class Oriel {

    /** The one verb that ends as programs usually do, since the virtual machine writes the cache then. */
    private static final String TRAINING = "train";

    private Oriel() {}

    /**
     * Runs a verb and ends the process with its exit code. By then everything is closed and flushed, so it ends at once:
     * {@link System#exit} would first look for a logger in every jar.
     *
     * @param arguments what was typed
     */
    public static void main(String[] arguments) {
        var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean interactive = Boolean.getBoolean("oriel.terminal");
        var terminal = new Terminal(System.in, out, err, System.getenv(), interactive);
        int exitCode = new CommandLine(Version.text(), Verbs.all()).run(terminal, List.of(arguments));
        out.flush();
        if (!List.of(arguments).equals(List.of(TRAINING))) {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
