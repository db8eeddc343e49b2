package oriel.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directory where the service leaves the traces of connections, one file of JSON each, the newest {@value #KEPT} of
 * them: written when the user has logged on, and again when the connection has ended. Can be read while no service runs,
 * and while one does.
 */
public final class TraceDirectory {

    /** How many traces are kept. */
    public static final int KEPT = 200;

    /** How many more may gather before the oldest are removed, so that not every trace costs a listing. */
    private static final int SLACK = 50;

    private static final long LARGEST = 4L << 20;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    /** Who came from where is not everybody's business. */
    private static final FileAttribute<?> OWNERS_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final FileAttribute<?> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<OpenOption> ANEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private final Path directory;
    private int writtenSincePrune = SLACK;

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
        List<Trace> traces = new ArrayList<>();
        for (Path file : newestFirst()) {
            read(file).ifPresent(traces::add);
        }
        return traces;
    }

    /**
     * Writes a trace as the files hold it.
     *
     * @param trace the trace
     * @return JSON: an object with the members of {@link Trace} and {@code calls}, each with the members of {@link
     *     TracedCall}
     */
    public static String json(Trace trace) {
        return TraceJson.write(trace);
    }

    /** Keeps a trace; one that was written before is replaced as a whole. For one thread. */
    void write(Trace trace) throws IOException {
        if (writtenSincePrune == SLACK) {
            Files.createDirectories(directory, OWNERS_DIRECTORY); // the first one of this process
        }
        Path file = directory.resolve("trace-" + STAMP.format(trace.startedAt()) + "-" + trace.id() + ".json");
        Path fresh = directory.resolve(file.getFileName() + ".new");
        try (var channel = Files.newByteChannel(fresh, ANEW, OWNERS_FILE)) {
            channel.write(ByteBuffer.wrap(json(trace).getBytes(StandardCharsets.UTF_8)));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (++writtenSincePrune >= SLACK) {
            prune();
        }
    }

    /** Removes the oldest traces. */
    void prune() throws IOException {
        writtenSincePrune = 0;
        for (Path old : newestFirst().stream().skip(KEPT).toList()) {
            Files.deleteIfExists(old);
        }
    }

    /** The names begin with the time, so their order is that of the traces. */
    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(TraceDirectory::isTrace)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static boolean isTrace(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("trace-") && name.endsWith(".json");
    }

    private static Optional<Trace> read(Path file) throws IOException {
        try {
            return Files.size(file) > LARGEST ? Optional.empty() : TraceJson.read(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // removed since the directory was listed
        }
    }
}
