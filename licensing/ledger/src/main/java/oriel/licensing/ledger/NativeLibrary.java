package oriel.licensing.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/**
 * Lays the database's native library beside the ledger. Left alone, the driver unpacks it into the directory for temporary files at every
 * start and leaves it there when the process is killed.
 */
final class NativeLibrary {

    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static final String FILE = "libsqlitejdbc.so";

    private NativeLibrary() {}

    /** Unpacks the library into a directory, once per version; an embedder that has placed it elsewhere is left alone. */
    static synchronized void unpack(Path directory) throws IOException {
        if (System.getProperty(PATH) != null) {
            return;
        }
        byte[] library = library();
        Path place = directory.resolve("native-" + SQLiteJDBCLoader.getVersion());
        Path file = place.resolve(FILE);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), library)) {
            Files.createDirectories(
                    place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path fresh = Files.createTempFile(place, FILE, ".new");
            Files.write(fresh, library);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        System.setProperty(PATH, place.toAbsolutePath().toString());
        System.setProperty(NAME, FILE);
    }

    private static byte[] library() throws IOException {
        String name = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + FILE;
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(
                        "the database has no native library for " + OSInfo.getNativeLibFolderPathForCurrentOS());
            }
            return in.readAllBytes();
        }
    }
}
