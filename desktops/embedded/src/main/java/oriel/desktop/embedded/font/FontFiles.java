package oriel.desktop.embedded.font;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The typefaces as files, and the file that tells Java2D to use them and nothing else.
 *
 * <p>On a machine without fontconfig or without fonts every drawing of text in Java2D fails, even with a font made by
 * {@link java.awt.Font#createFont}, since the logical fonts cannot be mapped. The cure is the system property
 * {@value #PROPERTY} naming a file that maps them. It must be set before anything of Java2D is used: on the command line,
 * or with {@link #use(Path)} early in {@code main}.
 */
public final class FontFiles {

    /** The system property of the JDK that names the mapping file. */
    public static final String PROPERTY = "sun.awt.fontconfig";

    /** Name of the mapping file in the directory of {@link #unpack(Path)}. */
    public static final String MAPPING = "fontconfig.properties";

    private FontFiles() {}

    /**
     * Puts the typefaces and the mapping file into a directory, which is made when it is missing. Files that are there
     * already and have the right length are left alone, so that this may run at every start.
     *
     * @param directory where to
     * @return the mapping file, the value for {@value #PROPERTY}
     * @throws IOException if a file cannot be written
     */
    public static Path unpack(Path directory) throws IOException {
        Path home = Files.createDirectories(directory).toAbsolutePath().normalize();
        for (Face face : Face.ALL) {
            put(home.resolve(face.fileName()), read(face.fileName()));
        }
        Path mapping = home.resolve(MAPPING);
        put(mapping, FontMapping.of(home).getBytes(StandardCharsets.ISO_8859_1));
        return mapping;
    }

    /**
     * Unpacks and tells this very JVM to use the files, unless the command line has named a mapping file already.
     *
     * @param directory where to, as in {@link #unpack(Path)}
     * @throws IOException if a file cannot be written
     */
    public static void use(Path directory) throws IOException {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, unpack(directory).toString());
        }
    }

    /** Where a typeface lies as a file: beside the mapping file that is in use. */
    static Optional<Path> unpacked(String fileName) {
        String mapping = System.getProperty(PROPERTY);
        return mapping == null ? Optional.empty() : Optional.of(Path.of(mapping).resolveSibling(fileName));
    }

    static InputStream open(String fileName) throws IOException {
        InputStream in = FontFiles.class.getResourceAsStream(fileName);
        if (in == null) {
            throw new FileNotFoundException(fileName + " is missing from the program");
        }
        return in;
    }

    private static byte[] read(String fileName) throws IOException {
        try (InputStream in = open(fileName)) {
            return in.readAllBytes();
        }
    }

    private static void put(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && Files.size(file) == content.length) {
            return;
        }
        Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
        try {
            Files.write(part, content);
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Another process may unpack at the same time: each sees either no file or a whole one. */
    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
