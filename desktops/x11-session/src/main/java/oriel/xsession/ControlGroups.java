package oriel.xsession;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where control groups of our own can be made (cgroups(7)): below the group this program is in, in the unified hierarchy of
 * version 2 and, on hosts that still have them, in the hierarchies of version 1.
 *
 * @param unified     our group in the hierarchy of version 2, the first choice for keeping processes together
 * @param controllers controllers that groups below it can have
 * @param old         controllers of version 1 and our group in the hierarchy of each
 */
record ControlGroups(List<Path> unified, Set<String> controllers, Map<String, Path> old) {

    static final ControlGroups NONE = new ControlGroups(List.of(), Set.of(), Map.of());

    private static final Logger LOG = LoggerFactory.getLogger(ControlGroups.class);
    private static final Set<String> WANTED = Set.of("cpu", "memory", "pids");
    private static final Set<String> WANTED_OLD = Set.of("cpu", "cpuacct", "memory", "pids");

    /** Looks at what this host offers to this program. */
    static ControlGroups ofThisProgram() {
        try {
            return of(Files.readAllLines(Path.of("/proc/self/cgroup")), mounts());
        } catch (IOException e) {
            LOG.debug("Control groups are not known: {}", e.getMessage());
            return NONE;
        }
    }

    /** A hierarchy that is mounted: its type, its options, the group at its root, and where. */
    record Mount(String type, Set<String> options, String root, Path where) {}

    private static List<Mount> mounts() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length >= 9)
                .flatMap(ControlGroups::mount)
                .toList();
    }

    /** The fields after the lone hyphen are: type, source, options of the file system (proc(5)). */
    private static Stream<Mount> mount(String[] fields) {
        int hyphen = List.of(fields).indexOf("-");
        if (hyphen < 0 || hyphen + 3 >= fields.length || !fields[hyphen + 1].startsWith("cgroup")) {
            return Stream.empty();
        }
        return Stream.of(
                new Mount(fields[hyphen + 1], Set.of(fields[hyphen + 3].split(",")), fields[3], Path.of(fields[4])));
    }

    static ControlGroups of(List<String> groups, List<Mount> mounts) {
        List<Path> unified = List.of();
        var old = new LinkedHashMap<String, Path>();
        for (String group : groups) {
            String[] fields = group.split(":", 3);
            if (fields.length < 3) {
                continue;
            }
            for (Mount mount : mounts) {
                if (fields[1].isEmpty() && mount.type().equals("cgroup2")) {
                    unified = folder(mount, fields[2]).toList();
                } else if (mount.type().equals("cgroup")) {
                    Stream.of(fields[1].split(","))
                            .filter(WANTED_OLD::contains)
                            .filter(mount.options()::contains)
                            .forEach(name -> folder(mount, fields[2]).forEach(path -> old.putIfAbsent(name, path)));
                }
            }
        }
        return new ControlGroups(unified, offered(unified), old);
    }

    private static Stream<Path> folder(Mount mount, String group) {
        String within = mount.root().equals("/")
                ? group
                : group.startsWith(mount.root()) ? group.substring(mount.root().length()) : "/";
        Path path = mount.where().resolve(within.replaceFirst("^/+", ""));
        return Stream.of(path, mount.where()).filter(Files::isDirectory).limit(1);
    }

    private static Set<String> offered(List<Path> unified) {
        return unified.stream()
                .flatMap(path -> words(path.resolve("cgroup.controllers")))
                .filter(WANTED::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> words(Path file) {
        try {
            return Stream.of(Files.readString(file).strip().split("\\s+"));
        } catch (IOException e) {
            return Stream.empty(); // no such file: no controllers
        }
    }

    /**
     * Lets groups below ours have the controllers. A group with processes in it cannot: ours are moved into one beside the
     * sessions', if it has no others.
     */
    void enable() {
        for (Path group : unified) {
            Set<String> enabled = words(group.resolve("cgroup.subtree_control")).collect(Collectors.toSet());
            for (String controller : controllers) {
                if (!enabled.contains(controller)
                        && !write(group.resolve("cgroup.subtree_control"), "+" + controller)) {
                    stepAside(group);
                    write(group.resolve("cgroup.subtree_control"), "+" + controller);
                }
            }
        }
    }

    private static void stepAside(Path group) {
        String own = Long.toString(ProcessHandle.current().pid());
        if (!words(group.resolve("cgroup.procs")).allMatch(own::equals)) {
            return;
        }
        try {
            Path beside = group.resolve("oriel-service");
            if (!Files.isDirectory(beside)) {
                Files.createDirectory(beside);
            }
            write(beside.resolve("cgroup.procs"), own);
        } catch (IOException e) {
            LOG.debug("This program stays in {}: {}", group, e.getMessage());
        }
    }

    static boolean write(Path file, String text) {
        try {
            Files.writeString(file, text);
            return true;
        } catch (IOException e) {
            LOG.debug("{} does not take {}: {}", file, text, e.getMessage());
            return false;
        }
    }
}
