package oriel.xsession;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What sessions could leave behind on a host. */
record Traces(Set<String> all) {

    static Traces now() throws IOException {
        var all = new TreeSet<String>();
        for (String folder :
                new String[] {"/tmp", "/tmp/.X11-unix", "/tmp/.ICE-unix", "/run", "/run/user", "/dev/shm"}) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.list(Path.of(folder))) {
                    files.map(Path::toString).filter(Traces::isOfSessions).forEach(all::add);
                }
            }
        }
        try (Stream<Path> groups = Files.walk(Path.of("/sys/fs/cgroup"))) {
            groups.map(Path::toString)
                    .filter(path -> path.contains("oriel-x11-"))
                    .forEach(all::add);
        }
        return new Traces(all);
    }

    /** Others use this host at the same time; what tests and builds make is named after them. */
    private static boolean isOfSessions(String path) {
        return Stream.of("/.X", "/X", "/.ICE", "dbus-", "pulse", "xorg", "ssh-").anyMatch(path::contains)
                || path.matches("/(run|dev/shm)/.*");
    }

    Set<String> since(Traces before) {
        return all.stream().filter(trace -> !before.all.contains(trace)).collect(Collectors.toCollection(TreeSet::new));
    }
}
