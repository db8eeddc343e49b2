package oriel.xsession;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.system.Account;

/**
 * The files of a session, in a folder of its own that its starter owns. What lies directly in it is written by the starter
 * before any process of the user can get there; {@code user} and {@code run} belong to the user, and only the user's own
 * processes ever open or remove something in them.
 */
record SessionFiles(Path folder, Optional<Account> owner) {

    private static final Logger LOG = LoggerFactory.getLogger(SessionFiles.class);

    /** Makes the folder; its path must be plain, for it goes into commands and addresses of sockets. */
    static SessionFiles create(Path folder, Optional<Account> owner) throws IOException {
        Files.createDirectory(folder);
        var files = new SessionFiles(folder, owner);
        mode(folder, owner.isPresent() ? "rwx--x--x" : "rwx------");
        files.userFolder(files.user());
        files.userFolder(files.run());
        return files;
    }

    private void userFolder(Path path) throws IOException {
        Files.createDirectory(path);
        mode(path, "rwx------");
    }

    Path user() {
        return folder.resolve("user");
    }

    Path run() {
        return folder.resolve("run");
    }

    Path authority() {
        return user().resolve("authority");
    }

    Path record() {
        return folder.resolve("record");
    }

    Path sound() {
        return folder.resolve("sound");
    }

    /** The log where the home takes none. */
    Path spareLog() {
        return user().resolve("session.log");
    }

    /** Writes a file only the user can read. */
    void write(String name, String text) throws IOException {
        write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    void write(Path file, byte[] bytes) throws IOException {
        create(file, bytes);
        give(file);
    }

    /** Writes a file that stays ours. */
    void writeOwn(Path file, String text) throws IOException {
        create(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void create(Path file, byte[] bytes) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, bytes, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    /** Hands the user what is theirs. From here on nothing may be opened below it any more. */
    void handOver() throws IOException {
        give(user());
        give(run());
    }

    void give(Path file) throws IOException {
        if (owner.isPresent()) {
            Files.setAttribute(file, "unix:gid", owner.get().gid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:uid", owner.get().uid(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static void mode(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /** Removes what is left once the user's own processes have emptied their folders. */
    static void remove(Path folder) {
        for (String name : List.of("environment", "session", "sound", "user", "run", "record")) {
            delete(folder.resolve(name));
        }
        delete(folder);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (FileSystemException e) {
            LOG.warn("{} could not be removed: {}", path, e.getMessage());
        } catch (IOException e) {
            LOG.warn("{} could not be removed.", path, e);
        }
    }
}
