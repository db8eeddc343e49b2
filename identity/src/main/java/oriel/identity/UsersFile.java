package oriel.identity;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file that holds the accounts: a line each, {@code name:hash:group,group:enabled|disabled:instant}, {@code #} begins a
 * comment line. It is replaced as a whole and forced to disk, under a lock that also holds between processes; readers see
 * the old file or the new one. Only its owner can read it.
 */
final class UsersFile {

    private static final long LARGEST = 16 << 20;
    private static final String HEADER =
            "# Oriel users: name:password hash:groups:state:changed. Edit with `oriel users`.\n";

    /** An account and the hash of its password. */
    record Entry(LocalUser user, String hash) {}

    /** A change of the accounts, made while the file is locked. */
    interface Change {
        void apply(Map<String, Entry> entries) throws IOException;
    }

    private record Stamp(Object fileKey, long size, Instant modified) {}

    private final Path file;
    private @Nullable Stamp stamp;
    private Map<String, Entry> entries = Map.of();

    UsersFile(Path file) {
        this.file = file;
    }

    /** The accounts by key, as the file says now; reads only what has changed since. */
    synchronized Map<String, Entry> read() throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException absent) {
            stamp = null;
            entries = Map.of();
            return entries;
        }
        Object fileKey = attributes.fileKey();
        Stamp now = new Stamp(
                fileKey == null ? file : fileKey,
                attributes.size(),
                attributes.lastModifiedTime().toInstant());
        if (!now.equals(stamp)) {
            if (now.size > LARGEST) {
                throw new IOException(file + " has " + now.size + " bytes, at most " + LARGEST + " are read");
            }
            entries = parse(Files.readString(file));
            stamp = now;
        }
        return entries;
    }

    /** Changes the accounts. */
    synchronized void change(Change change) throws IOException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(
                        lock,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                var _ = channel.lock()) {
            stamp = null;
            Map<String, Entry> changed = new LinkedHashMap<>(read());
            change.apply(changed);
            replace(changed);
            stamp = null;
        }
    }

    private void replace(Map<String, Entry> changed) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            String text =
                    HEADER + changed.values().stream().map(UsersFile::format).collect(Collectors.joining());
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String format(Entry entry) {
        LocalUser user = entry.user;
        return "%s:%s:%s:%s:%s%n"
                .formatted(
                        user.name(),
                        entry.hash,
                        String.join(",", new TreeSet<>(user.groups())),
                        user.disabled() ? "disabled" : "enabled",
                        user.changedAt());
    }

    private Map<String, Entry> parse(String text) throws IOException {
        Map<String, Entry> parsed = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Entry entry = parse(line, number);
            if (parsed.put(LocalUser.key(entry.user.name()), entry) != null) {
                throw new IOException(file + " line " + number + ": user '" + entry.user.name() + "' is there twice");
            }
        }
        return parsed;
    }

    private Entry parse(String line, int number) throws IOException {
        String[] fields = line.split(":", 5);
        if (fields.length != 5) {
            throw new IOException(file + " line " + number + ": expected 5 fields, found " + fields.length);
        }
        if (!PasswordHash.isWellFormed(fields[1])) {
            throw new IOException(file + " line " + number + ": the password hash is not in argon2id PHC format");
        }
        boolean disabled = switch (fields[3]) {
            case "enabled" -> false;
            case "disabled" -> true;
            default ->
                throw new IOException(
                        file + " line " + number + ": state is '" + fields[3] + "', expected enabled or disabled");
        };
        try {
            Set<String> groups = Arrays.stream(fields[2].split(","))
                    .filter(group -> !group.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
            return new Entry(new LocalUser(fields[0], groups, disabled, Instant.parse(fields[4].strip())), fields[1]);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + " line " + number + ": " + e.getMessage(), e);
        }
    }
}
