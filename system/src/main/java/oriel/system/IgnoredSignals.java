package oriel.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program started with {@code nohup}, or in the background by a script, ignores signals, and so does all that it starts: a
 * shell could not be interrupted with Ctrl-C. Programs on a PTY get the signals' defaults back.
 */
public final class IgnoredSignals {

    /** Makes what a shell is about to run start with the defaults; with an {@code env} that cannot, it runs as it is. */
    public static final String RESTORE =
            "env --default-signal true 2>/dev/null && set -- env --default-signal \"$@\"; ";

    private static final Logger LOG = LoggerFactory.getLogger(IgnoredSignals.class);

    /** SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGTSTP, SIGTTIN and SIGTTOU, as bits (signal(7)). */
    private static final long OF_TERMINALS = bit(1) | bit(2) | bit(3) | bit(13) | bit(15) | bit(20) | bit(21) | bit(22);

    private static final String LINE = "SigIgn:";

    private IgnoredSignals() {}

    private static long bit(int signal) {
        return 1L << (signal - 1);
    }

    /**
     * Whether this process ignores a signal that matters on a terminal (proc(5)).
     *
     * @return false also where that is not known
     */
    public static boolean any() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(LINE))
                    .mapToLong(line ->
                            Long.parseUnsignedLong(line.substring(LINE.length()).strip(), 16))
                    .anyMatch(ignored -> (ignored & OF_TERMINALS) != 0);
        } catch (IOException | NumberFormatException e) {
            LOG.debug("Which signals are ignored is not known: {}", e.getMessage());
            return false;
        }
    }
}
