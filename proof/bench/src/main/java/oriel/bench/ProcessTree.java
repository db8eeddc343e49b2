package oriel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Some processes, mostly a server and its descendants, as the kernel accounts for them ({@code proc(5)}). */
record ProcessTree(Supplier<Stream<ProcessHandle>> members) {

    ProcessTree(ProcessHandle root) {
        this(() -> Stream.concat(Stream.of(root), root.descendants()));
    }

    /** Clock ticks per second of the accounting; 100 on every Linux that Java 25 runs on. */
    private static final long NANOS_PER_TICK = 1_000_000_000L / 100;

    /** Processor time that each of them has used so far, children that it has waited for included: by process, in nanoseconds. */
    Map<Long, Long> cpu() {
        Map<Long, Long> nanos = new HashMap<>();
        all().forEach(handle -> nanos.put(handle.pid(), nanos(handle.pid())));
        return nanos;
    }

    /**
     * Processor time since then, in seconds. Process by process: what has ended meanwhile, and was waited for by nobody, must not
     * count as time gained.
     */
    double cpuSecondsSince(Map<Long, Long> then) {
        return cpu().entrySet().stream()
                        .mapToLong(entry -> Math.max(0, entry.getValue() - then.getOrDefault(entry.getKey(), 0L)))
                        .sum()
                / 1e9;
    }

    /**
     * The accounting of the process counts ticks, which is too coarse for a process that serves one client; that of its threads
     * counts nanoseconds, and forgets the threads that have ended.
     */
    private static long nanos(long pid) {
        return Math.max(ticks(pid) * NANOS_PER_TICK, nanosOfThreads(pid));
    }

    private static long nanosOfThreads(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            long sum = 0;
            for (Path thread : threads.toList()) {
                sum += Long.parseLong(
                        Files.readString(thread.resolve("schedstat")).split(" ")[0]);
            }
            return sum;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** How many they are. */
    long count() {
        return all().count();
    }

    /** Proportional set size of all of them, in MiB. */
    double pssMib() {
        return all().mapToDouble(handle -> kib(handle.pid(), "smaps_rollup", "Pss:"))
                        .sum()
                / 1024;
    }

    /** Resident set size of all of them, in MiB. */
    double rssMib() {
        return all().mapToDouble(handle -> kib(handle.pid(), "status", "VmRSS:"))
                        .sum()
                / 1024;
    }

    private Stream<ProcessHandle> all() {
        return members.get();
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            // utime, stime, cutime, cstime are fields 14 to 17; the list begins with field 3.
            return fields.subList(11, 15).stream().mapToLong(Long::parseLong).sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long kib(long pid, String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/" + file))) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }
}
