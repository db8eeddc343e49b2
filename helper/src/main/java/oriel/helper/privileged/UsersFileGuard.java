package oriel.helper.privileged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whoever can write the users file can log on as anybody: the file must be root's, and so must the directory that holds it,
 * or else the directory keeps others from replacing it (the sticky bit).
 */
final class UsersFileGuard {

    private static final int STICKY = 01000;
    private static final int WRITABLE_BY_OTHERS = 0022;

    private final Path file;

    UsersFileGuard(Path file) {
        this.file = file;
    }

    /** True, also when there is no file yet; one that others could have written is refused. */
    boolean safe() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Ownership.of(file).rootsAlone() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("the users file " + file + " is not root's alone");
        }
        Ownership directory = Ownership.of(file.toAbsolutePath().resolveSibling("."));
        if (!directory.roots() || !(directory.sticky() || directory.rootsAlone())) {
            throw new IOException("the directory of the users file " + file + " is not root's");
        }
        return true;
    }

    private record Ownership(int uid, int mode) {

        static Ownership of(Path path) throws IOException {
            return new Ownership(
                    number(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)),
                    number(Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS)));
        }

        private static int number(@Nullable Object attribute) throws IOException {
            if (attribute instanceof Integer number) {
                return number;
            }
            throw new IOException("this system does not say who owns a file");
        }

        boolean roots() {
            return uid == 0;
        }

        boolean rootsAlone() {
            return roots() && (mode & WRITABLE_BY_OTHERS) == 0;
        }

        boolean sticky() {
            return (mode & STICKY) != 0;
        }
    }
}
