package oriel.server.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oriel.service.Trace;
import oriel.service.TraceDirectory;

/**
 * All traces there are: those the service has in memory and those on disk.
 *
 * @param live      those of the running service, if one runs
 * @param directory where older ones are
 */
public record TraceArchive(List<Trace> live, Path directory) {

    /** Copies the list. */
    public TraceArchive {
        live = List.copyOf(live);
    }

    /**
     * All traces.
     *
     * @return newest first
     * @throws IOException if the directory cannot be read
     */
    public List<Trace> all() throws IOException {
        Map<String, Trace> traces = new LinkedHashMap<>();
        live.forEach(trace -> traces.put(trace.id(), trace));
        new TraceDirectory(directory).read().forEach(trace -> traces.putIfAbsent(trace.id(), trace));
        return traces.values().stream()
                .sorted(Comparator.comparing(Trace::startedAt).reversed())
                .toList();
    }

    /**
     * Finds a trace.
     *
     * @param wanted a correlation id, or its number alone; empty = the newest
     * @return the newest that fits
     * @throws IOException if the directory cannot be read
     */
    public Optional<Trace> find(String wanted) throws IOException {
        return all().stream()
                .filter(trace -> wanted.isEmpty() || matches(trace.id(), wanted))
                .findFirst();
    }

    /**
     * Whether a correlation id is meant.
     *
     * @param id     the correlation id, e.g. {@code 12-a3f09c}
     * @param wanted what was typed: all of it, or the number before the dash
     * @return whether it is
     */
    public static boolean matches(String id, String wanted) {
        return id.equals(wanted) || id.startsWith(wanted + "-");
    }
}
