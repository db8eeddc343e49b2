package oriel.server.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import oriel.helper.ServiceAccount;
import oriel.server.home.Home;

/**
 * Whose the files are where Oriel was started as root: state, run and log directories are the service account's, as it works
 * there; configuration and users stay root's, since they say who may become whom.
 */
final class ServiceFiles {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> SHARED_DIRECTORY = PosixFilePermissions.fromString("rwxr-x---");
    private static final Set<PosixFilePermission> SHARED_FILE = PosixFilePermissions.fromString("rw-r-----");

    private ServiceFiles() {}

    /** Makes the configuration directory, root's alone to write. */
    static void prepareConfiguration(Path directory) throws IOException {
        make(directory);
        requireOwner(directory, Optional.empty());
        Files.setPosixFilePermissions(directory, SHARED_DIRECTORY);
    }

    /** Makes a directory in which the service works; one that exists must be root's or its own. */
    static void prepare(Path directory, ServiceAccount account) throws IOException {
        make(directory);
        requireOwner(directory, Optional.of(account));
        account.requirePlain(directory);
        Files.setPosixFilePermissions(directory, DIRECTORY);
    }

    private static void make(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
        }
    }

    private static void requireOwner(Path directory, Optional<ServiceAccount> account) throws IOException {
        int owner = (int) Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        if (owner != 0 && account.filter(service -> service.uid() == owner).isEmpty()) {
            throw new IOException(directory + " belongs to user " + owner + ", not to root"
                    + account.map(service -> " or " + service.name()).orElse(""));
        }
    }

    /** Everything is made: the service account gets what it works with, and may read the configuration. */
    static void handOver(Home home, Optional<Path> sharedLicenses, ServiceAccount account) throws IOException {
        letThrough(home, account);
        var working = new ArrayList<>(List.of(home.state(), home.run(), home.log()));
        sharedLicenses.filter(Files::exists).ifPresent(working::add);
        for (Path directory : working) {
            account.own(directory);
            requireWay(directory, account);
        }
        try (Stream<Path> files = Files.walk(home.config())) {
            for (Path path :
                    files.filter(path -> !path.equals(home.usersFile())).toList()) {
                if (Files.isSymbolicLink(path)) {
                    continue;
                }
                Files.setAttribute(path, "unix:gid", account.gid(), LinkOption.NOFOLLOW_LINKS);
                Files.setPosixFilePermissions(path, Files.isDirectory(path) ? SHARED_DIRECTORY : SHARED_FILE);
            }
        }
        requireWay(home.config(), account);
    }

    /** A directory of Oriel's own that holds all the others. */
    private static void letThrough(Home home, ServiceAccount account) throws IOException {
        Path base = home.state().getParent();
        if (base == null
                || !base.equals(home.config().getParent())
                || !base.equals(home.log().getParent())) {
            return;
        }
        if ((int) Files.getAttribute(base, "unix:uid") == 0) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(base);
            Files.setAttribute(base, "unix:gid", account.gid());
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            Files.setPosixFilePermissions(base, permissions);
        }
    }

    /** The service must get there: every directory above lets it through. */
    private static void requireWay(Path directory, ServiceAccount account) throws IOException {
        for (Path above = directory.getParent(); above != null; above = above.getParent()) {
            int owner = (int) Files.getAttribute(above, "unix:uid");
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(above);
            boolean ofGroup = (int) Files.getAttribute(above, "unix:gid") == account.gid();
            boolean open = permissions.contains(PosixFilePermission.OTHERS_EXECUTE)
                    || (ofGroup && permissions.contains(PosixFilePermission.GROUP_EXECUTE))
                    || (owner == account.uid() && permissions.contains(PosixFilePermission.OWNER_EXECUTE));
            if (!open) {
                throw new IOException(above + " lets nobody but its owner through to " + directory
                        + ": chmod o+x it, or choose another ORIEL_HOME");
            }
        }
    }
}
