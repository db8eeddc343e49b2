package oriel.helper;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import oriel.system.Account;
import oriel.system.Rights;

/**
 * Whom the front end runs as when root has started it: the configured account where there is one, else a user id that
 * nobody has, of a range that no tool hands out. The owner of the state directory remembers which.
 *
 * @param name name of the account; the number as text where it has none
 * @param uid  user id, not root's
 * @param gid  group id, not root's
 */
public record ServiceAccount(String name, int uid, int gid) {

    /** Between the people of systemd-homed and the services of systemd that get their ids as they start. */
    private static final int FIRST = 60_800;

    private static final int LAST = 60_899;

    /** Checks the range. */
    public ServiceAccount {
        if (uid <= 0 || gid <= 0) {
            throw new IllegalArgumentException("the service must not run as user " + uid + " and group " + gid);
        }
    }

    /**
     * Chooses.
     *
     * @param wanted name of the account
     * @param state  the state directory, which need not exist
     * @return the account
     * @throws IOException if the state directory cannot be looked at, or no id is free
     */
    public static ServiceAccount choose(String wanted, Path state) throws IOException {
        Optional<Account> named = Account.named(wanted);
        if (named.isPresent() && named.get().uid() > 0 && named.get().gid() > 0) {
            Account account = named.get();
            return new ServiceAccount(account.name(), account.uid(), account.gid());
        }
        if (Files.exists(state)) {
            int owner = (int) Files.getAttribute(state, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            if (owner >= FIRST && owner <= LAST && isFree(owner)) {
                return reserved(owner);
            }
        }
        return IntStream.rangeClosed(FIRST, LAST)
                .filter(ServiceAccount::isFree)
                .mapToObj(ServiceAccount::reserved)
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "every user id from " + FIRST + " to " + LAST + " is taken: add an account named " + wanted));
    }

    private static ServiceAccount reserved(int id) {
        return new ServiceAccount(Integer.toString(id), id, id);
    }

    private static boolean isFree(int id) {
        return Account.ofUid(id).isEmpty();
    }

    /**
     * Nothing in a directory leads out of it: what the account could have put there while it worked in it must not make root
     * write elsewhere at the next start.
     *
     * @param directory a directory of the account's
     * @throws IOException if there is a link in it, a file with a second name, or somebody else's file
     */
    public void requirePlain(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.toList()) {
                Map<String, Object> of = Files.readAttributes(each, "unix:uid,nlink", LinkOption.NOFOLLOW_LINKS);
                boolean link = Files.isSymbolicLink(each);
                boolean twice = Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)
                        && !Integer.valueOf(1).equals(of.get("nlink"));
                boolean strange = !Integer.valueOf(0).equals(of.get("uid"))
                        && !Integer.valueOf(uid).equals(of.get("uid"));
                if (link || twice || strange) {
                    throw new IOException(
                            each + (strange ? " is somebody else's" : " is also something else") + ": remove it");
                }
            }
        }
    }

    /**
     * Gives a file, or a directory with everything in it, to the account. Links are not followed; what root must keep is
     * left out.
     *
     * @param path what to give
     * @param kept what stays as it is, below {@code path}
     * @throws IOException if it cannot be given
     */
    public void own(Path path, Path... kept) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                return give(directory);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return give(file);
            }

            private FileVisitResult give(Path each) throws IOException {
                for (Path other : kept) {
                    if (each.equals(other)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                }
                Rights.give(each, uid, gid);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
