package oriel.rdp.codec.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Bytes from the wire with a header that tells where they come from: lines {@code # key: value}, then hexadecimal digits.
 *
 * @param name name of the file
 * @param header what the lines say: origin, section, pdu, reads
 * @param bytes the bytes
 */
public record Fixture(String name, TreeMap<String, String> header, byte[] bytes) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "wire");

    /** All fixtures. */
    public static List<Fixture> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(Fixture::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fixture of a name. */
    public static Fixture named(String name) {
        return read(FOLDER.resolve(name + ".hex"));
    }

    private static Fixture read(Path file) {
        try {
            var header = new TreeMap<String, String>();
            var digits = new StringBuilder();
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("# ")) {
                    int colon = line.indexOf(": ");
                    header.put(line.substring(2, colon), line.substring(colon + 2));
                } else {
                    digits.append(line.replace(" ", ""));
                }
            }
            return new Fixture(
                    file.getFileName().toString().replace(".hex", ""),
                    header,
                    HexFormat.of()
                            .parseHex(digits.chars()
                                    .mapToObj(c -> String.valueOf((char) c))
                                    .collect(Collectors.joining())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of the header. */
    public String line(String key) {
        String value = header.get(key);
        if (value == null) {
            throw new IllegalStateException(name + " has no line " + key);
        }
        return value;
    }

    @Override
    public String toString() {
        return name;
    }
}
