package oriel.server.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where a command was typed.
 *
 * @param in          standard input
 * @param out         standard output, for results
 * @param err         standard error, for complaints
 * @param environment the environment of the process
 * @param interactive whether a person looks at the output
 */
public record Terminal(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, boolean interactive) {

    /** Copies the environment. */
    public Terminal {
        environment = Map.copyOf(environment);
    }

    /**
     * Whether to colour the output.
     *
     * @return false where nobody looks, or {@code NO_COLOR} is set
     */
    public boolean colour() {
        return interactive && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
