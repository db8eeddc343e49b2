package oriel.xsession;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes of a session as one thing: counted, limited and ended together. They are in a control group where one can be
 * made; else they are known by a mark in their environment, and each is limited for itself.
 *
 * @param mark   what every process of the session finds in its environment
 * @param groups control groups made for the session; none = the mark must do
 */
record Unit(String mark, List<Path> groups) {

    /** Name of the variable with the mark. */
    static final String VARIABLE = "ORIEL_SESSION";

    private static final Logger LOG = LoggerFactory.getLogger(Unit.class);
    private static final String PREFIX = "oriel-x11-";
    private static final int PERIOD = 100_000;
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(10);

    Unit {
        groups = List.copyOf(groups);
    }

    /** Makes the groups of a session, as far as this program may. */
    static Unit create(ControlGroups host, String mark, SessionLimits limits) {
        var groups = new LinkedHashSet<Path>();
        for (Path parent : host.unified()) {
            make(parent, mark).forEach(group -> {
                groups.add(group);
                limit(group, "pids.max", limits.processes());
                limit(group, "memory.max", limits.memory());
                if (limits.processor() > 0 && Files.exists(group.resolve("cpu.max"))) {
                    ControlGroups.write(
                            group.resolve("cpu.max"), (long) limits.processor() * (PERIOD / 100) + " " + PERIOD);
                }
            });
        }
        for (Path parent : Set.copyOf(host.old().values())) {
            make(parent, mark).forEach(group -> {
                groups.add(group);
                limit(group, "pids.max", limits.processes());
                limit(group, "memory.limit_in_bytes", limits.memory());
                limit(group, "cpu.cfs_quota_us", (long) limits.processor() * (PERIOD / 100));
            });
        }
        return new Unit(mark, List.copyOf(groups));
    }

    private static Stream<Path> make(Path parent, String mark) {
        try {
            return Stream.of(Files.createDirectory(parent.resolve(PREFIX + mark)));
        } catch (IOException e) {
            LOG.debug("No group can be made in {}: {}", parent, e.getMessage());
            return Stream.empty();
        }
    }

    private static void limit(Path group, String file, long most) {
        if (most > 0 && Files.exists(group.resolve(file))) {
            ControlGroups.write(group.resolve(file), Long.toString(most));
        }
    }

    /** Whether a group limits what this file of control groups limits. */
    private boolean limits(String... files) {
        return groups.stream().anyMatch(group -> Stream.of(files).anyMatch(file -> Files.exists(group.resolve(file))));
    }

    /** The files a process writes itself into to join. */
    List<Path> doors() {
        return groups.stream().map(group -> group.resolve("cgroup.procs")).toList();
    }

    /** Limits of single processes in place of those that no group keeps, as options of prlimit(1). */
    List<String> substitutes(SessionLimits limits) {
        var options = new ArrayList<String>();
        if (limits.processes() > 0 && !limits("pids.max")) {
            options.add("--nproc=" + limits.processes());
        }
        if (limits.memory() > 0 && !limits("memory.max", "memory.limit_in_bytes")) {
            options.add("--data=" + limits.memory());
        }
        return options;
    }

    /** Its processes. */
    List<Long> processes() {
        return groups.isEmpty() ? Proc.family(VARIABLE + "=" + mark) : inGroup(groups.getFirst());
    }

    private static List<Long> inGroup(Path group) {
        try {
            return Files.readAllLines(group.resolve("cgroup.procs")).stream()
                    .map(Long::valueOf)
                    .filter(pid -> pid > 0)
                    .toList();
        } catch (IOException e) {
            return List.of(); // the group is gone, and with it its processes
        }
    }

    /** Asks every process to end. */
    void terminate() {
        processes().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
    }

    /** Waits until no process is left. */
    boolean isEmptyWithin(Duration patience) {
        return Proc.awaitEmpty(this::processes, patience, pids -> {});
    }

    /** Ends every process, whatever it does about it, and removes the groups. Interrupts do not stop this. */
    void kill() {
        groups.forEach(group -> {
            if (Files.exists(group.resolve("pids.max"))) {
                ControlGroups.write(group.resolve("pids.max"), "0"); // from now on none can fork away
            }
        });
        boolean gone = Proc.awaitEmpty(this::processes, LONGEST_DEATH, this::killOnce);
        if (!gone) {
            LOG.warn("Processes {} of session {} do not die.", processes(), mark);
        }
        boolean removed = Proc.awaitEmpty(
                () -> groups.stream().filter(group -> !remove(group)).toList(), LONGEST_DEATH, left -> {});
        if (!removed) {
            LOG.warn("Groups {} of session {} could not be removed.", groups, mark);
        }
    }

    private void killOnce(List<Long> pids) {
        boolean all = groups.stream()
                .map(group -> group.resolve("cgroup.kill"))
                .anyMatch(file -> Files.exists(file) && ControlGroups.write(file, "1"));
        if (!all) {
            pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        }
    }

    private static boolean remove(Path group) {
        try {
            Files.deleteIfExists(group);
            return true;
        } catch (IOException e) {
            return false; // a process in it has not quite gone yet
        }
    }

    /** What its processes use. */
    SessionFigures figures() {
        List<Long> pids = processes();
        return new SessionFigures(
                pids.size(),
                pids.stream().mapToLong(Proc::memory).sum(),
                pids.stream().map(Proc::processor).reduce(Duration.ZERO, Duration::plus));
    }
}
