package oriel.xsession;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the kernel says of processes (proc(5)). */
final class Proc {

    private static final Path PROC = Path.of("/proc");
    private static final int LONGEST_ENVIRONMENT = 1 << 20;
    private static final int LONGEST_STATUS = 1 << 14;
    private static final long PAGE = 4096;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private Proc() {}

    /**
     * Processes whose environment has this variable with this value, as far as we may look, and those that belong to them: their
     * children, and what is in a session (setsid(2)) that one of them leads.
     */
    static List<Long> family(String variable) {
        String wanted = "\0" + variable + "\0";
        List<Long> all = all();
        var family = new HashSet<Long>();
        all.stream()
                .filter(pid -> ("\0" + read(pid, "environ", LONGEST_ENVIRONMENT) + "\0").contains(wanted))
                .forEach(family::add);
        if (family.isEmpty()) {
            return List.of();
        }
        for (int size = 0; size < family.size(); ) {
            size = family.size();
            all.stream().filter(pid -> belongsTo(family, stat(pid))).forEach(family::add);
        }
        return List.copyOf(family);
    }

    /** Fields after the name: state, parent, group, session. */
    private static boolean belongsTo(Set<Long> family, String[] fields) {
        return fields.length > 3
                && (family.contains(Long.valueOf(fields[1])) || family.contains(Long.valueOf(fields[3])));
    }

    static List<Long> all() {
        var pids = new ArrayList<Long>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            folders.forEach(folder -> pids.add(Long.valueOf(folder.getFileName().toString())));
        } catch (IOException e) {
            return List.of(); // without /proc nothing is known of anybody
        }
        return pids;
    }

    /** Whether a process of this user is alive. */
    static boolean anyOf(int uid) {
        return all().stream().anyMatch(pid -> uid == uidOf(pid) && isAlive(pid));
    }

    /** One that has ended may still wait for its parent to take notice. */
    private static boolean isAlive(long pid) {
        String[] fields = stat(pid);
        return fields.length > 0 && !fields[0].equals("Z") && !fields[0].equals("X");
    }

    private static int uidOf(long pid) {
        try {
            return (int) Files.getAttribute(PROC.resolve(Long.toString(pid)), "unix:uid");
        } catch (IOException e) {
            return -1; // gone meanwhile
        }
    }

    /** Bytes a process uses: its share of shared pages where we may know that, else all it has. */
    static long memory(long pid) {
        return read(pid, "smaps_rollup", LONGEST_STATUS)
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
                .findFirst()
                .orElseGet(() -> resident(pid));
    }

    private static long resident(long pid) {
        String[] fields = read(pid, "statm", LONGEST_STATUS).split(" ");
        return fields.length > 1 ? Long.parseLong(fields[1]) * PAGE : 0;
    }

    /** Processor time a process has used. Its name, between parentheses, may contain anything, so fields are counted after it. */
    static Duration processor(long pid) {
        String[] fields = stat(pid);
        return fields.length > 12
                ? Duration.ofMillis((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10)
                : Duration.ZERO;
    }

    /** When a process was started, in the kernel's own count: with its id this names it for good. */
    static Optional<String> startOf(long pid) {
        String[] fields = stat(pid);
        return fields.length > 19 ? Optional.of(fields[19]) : Optional.empty();
    }

    private static String[] stat(long pid) {
        String line = read(pid, "stat", LONGEST_STATUS);
        int name = line.lastIndexOf(") ");
        return name < 0 ? new String[0] : line.substring(name + 2).strip().split(" ");
    }

    private static String read(long pid, String file, int most) {
        try (var in = Files.newInputStream(PROC.resolve(Long.toString(pid)).resolve(file))) {
            return new String(in.readNBytes(most), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // gone meanwhile, or not ours to look at
        }
    }

    /**
     * Looks until nothing is left, or patience is. Processes that are not our children send no notice of their end. Goes on
     * after an interrupt, and leaves the interrupt for the caller to see.
     */
    static <T> boolean awaitEmpty(Supplier<List<T>> left, Duration patience, Consumer<List<T>> each) {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = Thread.interrupted();
        try {
            for (List<T> now = left.get(); !now.isEmpty(); now = left.get()) {
                if (System.nanoTime() > end) {
                    return false;
                }
                each.accept(now);
                try {
                    Thread.sleep(LOOK_AGAIN);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
