package oriel.xsession;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What sessions of a user could leave behind on a host. */
final class Traces {

    private static final List<String> FOLDERS = List.of(
            "/tmp", "/tmp/.X11-unix", "/tmp/.ICE-unix", "/run", "/run/user", "/run/lock", "/dev/shm", "/var/tmp");

    private Traces() {}

    /** Files that belong to a user, outside of the home. */
    static List<Path> of(int uid) throws IOException {
        var all = new ArrayList<Path>();
        for (String folder : FOLDERS) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.list(Path.of(folder))) {
                    files.filter(file -> isOf(uid, file)).forEach(all::add);
                }
            }
        }
        return all;
    }

    private static boolean isOf(int uid, Path file) {
        try {
            return Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                    .equals(uid);
        } catch (IOException e) {
            return false; // somebody else's, and gone meanwhile
        }
    }
}
