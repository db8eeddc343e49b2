package oriel.server.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import oriel.helper.Privileges;
import oriel.server.control.ControlServer;
import oriel.server.home.Home;
import oriel.server.home.PrivateFiles;

/** Checks of directories and files. */
final class FileChecks {

    private static final long LITTLE = 64L << 20;
    private static final long SCARCE = 512L << 20;

    private static final Set<PosixFilePermission> BY_OTHERS = PosixFilePermissions.fromString("----w-rwx");

    private FileChecks() {}

    static List<Finding> directories(Home home) {
        return List.of(
                directory("config", home.config()),
                directory("state", home.state()),
                directory("run", home.run()),
                directory("log", home.log()));
    }

    private static Finding directory(String name, Path directory) {
        try {
            if (!Files.exists(directory)) {
                Path parent = Doctor.existing(directory);
                return Files.isWritable(parent)
                        ? Finding.good(name, directory + " will be made")
                        : Finding.fails(
                                name,
                                directory + " cannot be made: " + parent + " is not writable",
                                "choose another ORIEL_HOME");
            }
            if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
                return Finding.fails(name, directory + " is not writable", "chown it, or choose another ORIEL_HOME");
            }
            // Where root is given up, the service reads the configuration by its group.
            boolean shared = name.equals("config") && Privileges.held();
            return PrivateFiles.openToOthers(directory) && !(shared && isClosed(directory))
                    ? Finding.doubtful(name, directory + " is open to others", "chmod 700 " + directory)
                    : Finding.good(name, directory + " is its owner's alone");
        } catch (IOException e) {
            return Finding.fails(name, directory + ": " + e.getMessage(), "look at its permissions");
        }
    }

    private static boolean isClosed(Path directory) throws IOException {
        return Collections.disjoint(Files.getPosixFilePermissions(directory), BY_OTHERS);
    }

    static Finding disk(String name, Path path) {
        try {
            long free = Files.getFileStore(path).getUsableSpace();
            String found = (free >> 20) + " MiB are free for " + path;
            if (free < LITTLE) {
                return Finding.fails(name, found, "make room: logs and traces cannot be written");
            }
            return free < SCARCE ? Finding.doubtful(name, found, "make room soon") : Finding.good(name, found);
        } catch (IOException e) {
            return Finding.doubtful(name, "free space is not known: " + e.getMessage(), "look with df");
        }
    }

    static Finding socketPath(Home home) {
        int length = home.controlSocket().toString().getBytes(StandardCharsets.UTF_8).length;
        return length > ControlServer.LONGEST_PATH
                ? Finding.fails(
                        "control",
                        home.controlSocket() + " has " + length + " bytes, a socket's path at most "
                                + ControlServer.LONGEST_PATH,
                        "choose a shorter ORIEL_HOME")
                : Finding.good("control", home.controlSocket().toString());
    }
}
