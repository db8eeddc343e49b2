package oriel.server.home;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Directories and files that only their owner can open. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER = DIRECTORY;

    /** Root lets the group of its service account read its configuration. */
    private static final Set<PosixFilePermission> SHARED = PosixFilePermissions.fromString("rwxr-x---");

    private PrivateFiles() {}

    /**
     * Sees to it that a directory is there and only its owner can open it.
     *
     * @param directory which; what is missing above it is made too
     * @return what had to be put right, one clause; empty = nothing
     * @throws IOException if it cannot be made or belongs to somebody else
     */
    public static Optional<String> directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
        }
        requireOwner(directory);
        return tighten(directory, DIRECTORY);
    }

    /**
     * Sees to it that only its owner can open a file.
     *
     * @param file an existing file
     * @return what had to be put right, one clause; empty = nothing
     * @throws IOException if its permissions cannot be changed
     */
    public static Optional<String> file(Path file) throws IOException {
        return tighten(file, FILE);
    }

    /**
     * Writes a file that only its owner can open; it appears as a whole.
     *
     * @param file    which; what was there is replaced
     * @param content what it holds
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(FILE));
        try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.WRITE)) {
            out.write(content);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Whether others than the owner can open something.
     *
     * @param path a file or directory
     * @return whether group or others have any right
     * @throws IOException if it cannot be looked at
     */
    public static boolean openToOthers(Path path) throws IOException {
        return !OWNER.containsAll(Files.getPosixFilePermissions(path));
    }

    /**
     * Root has made files where a service account works: they become that account's, as if it had made them itself. For
     * anybody else than root there is nothing to do.
     *
     * @param reference whose owner they get
     * @param tree      a file, or a directory with all that is in it; links are not followed
     * @throws IOException if they cannot be given away
     */
    public static void settle(Path reference, Path tree) throws IOException {
        if (!isRoot() || !Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        int user = (int) Files.getAttribute(reference, "unix:uid");
        int group = (int) Files.getAttribute(reference, "unix:gid");
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.toList()) {
                if ((int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS) != user) {
                    Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    /**
     * Root has made a file of the configuration, which the service account may read: the group of its directory may.
     *
     * @param file a file in a directory of the configuration
     * @throws IOException if it cannot be shared
     */
    public static void share(Path file) throws IOException {
        if (isRoot()) {
            int group = (int) Files.getAttribute(file.toAbsolutePath().resolveSibling("."), "unix:gid");
            Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        }
    }

    private static Optional<String> tighten(Path path, Set<PosixFilePermission> wanted) throws IOException {
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
        if (wanted.containsAll(found) || (isRoot() && SHARED.containsAll(found))) {
            return Optional.empty();
        }
        Files.setPosixFilePermissions(path, wanted);
        return Optional.of(path + " was open to others (" + PosixFilePermissions.toString(found) + "), now it is not");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    private static void requireOwner(Path directory) throws IOException {
        String owner = Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).getName();
        String me = System.getProperty("user.name", "");
        if (!owner.equals(me) && !isRoot()) { // root looks after what is its service account's
            throw new IOException(directory + " belongs to " + owner + ", not to " + me);
        }
    }
}
