package oriel.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A package of Debian that something is measured with.
 *
 * @param name its name
 * @param file a file that proves it is there
 */
record DebianPackage(String name, String file) {

    /** Names of those that are not installed. */
    static List<String> missing(List<DebianPackage> packages) {
        return packages.stream()
                .filter(needed -> !Files.exists(Path.of(needed.file)))
                .map(DebianPackage::name)
                .toList();
    }
}
