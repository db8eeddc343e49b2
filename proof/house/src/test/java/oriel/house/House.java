package oriel.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the house stands, its rooms, its classes and its sources. */
final class House {

    /** A room: its folder, its package, and the rooms it may know. Nothing else of ours may be known to it. */
    record Room(String folder, String base, Set<String> knows) {}

    private static final String DESKTOP_CONTRACT = "oriel.contract.desktop";
    private static final String PROTOCOL_CONTRACT = "oriel.contract.protocol";
    private static final String WIRE = "oriel.wire";
    private static final String SYSTEM = "oriel.system";

    /** ARCHITECTURE.md draws this. */
    static final List<Room> ROOMS = List.of(
            new Room("wire", WIRE, Set.of()),
            new Room("system", SYSTEM, Set.of()),
            new Room("licensing/packets", "oriel.licensing.packets", Set.of(WIRE)),
            new Room("contract/desktop", DESKTOP_CONTRACT, Set.of()),
            new Room("contract/protocol", PROTOCOL_CONTRACT, Set.of(DESKTOP_CONTRACT)),
            new Room("identity", "oriel.identity", Set.of()),
            new Room("licensing/ledger", "oriel.licensing.ledger", Set.of()),
            new Room(
                    "licensing/policy",
                    "oriel.licensing",
                    Set.of(PROTOCOL_CONTRACT, WIRE, "oriel.licensing.ledger", "oriel.licensing.packets")),
            new Room(
                    "service",
                    "oriel.service",
                    Set.of(DESKTOP_CONTRACT, PROTOCOL_CONTRACT, "oriel.identity", "oriel.licensing")),
            new Room("picture", "oriel.picture", Set.of(DESKTOP_CONTRACT)),
            new Room("protocols/rdp-codec", "oriel.rdp.codec", Set.of(WIRE)),
            new Room(
                    "protocols/rdp",
                    "oriel.rdp",
                    Set.of(DESKTOP_CONTRACT, PROTOCOL_CONTRACT, WIRE, "oriel.picture", "oriel.rdp.codec")),
            new Room("desktops/embedded", "oriel.desktop.embedded", Set.of(DESKTOP_CONTRACT, SYSTEM)),
            new Room("desktops/x11-session", "oriel.xsession", Set.of(SYSTEM)),
            new Room("desktops/x11", "oriel.desktop.x11", Set.of(DESKTOP_CONTRACT, WIRE, SYSTEM, "oriel.xsession")),
            new Room("helper", "oriel.helper", Set.of(WIRE, SYSTEM, "oriel.identity", "oriel.xsession")),
            new Room(
                    "server",
                    "oriel.server",
                    Set.of(
                            "oriel.helper",
                            DESKTOP_CONTRACT,
                            PROTOCOL_CONTRACT,
                            WIRE,
                            SYSTEM,
                            "oriel.xsession",
                            "oriel.desktop.x11",
                            "oriel.identity",
                            "oriel.licensing",
                            "oriel.licensing.ledger",
                            "oriel.service",
                            "oriel.rdp",
                            "oriel.rdp.codec",
                            "oriel.desktop.embedded")),
            new Room("proof/kit", "oriel.kit", Set.of(DESKTOP_CONTRACT, PROTOCOL_CONTRACT)));

    /** The folder that holds the root pom and the launcher. */
    static final Path ROOT = root();

    /** The classes of every room, without tests. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("oriel");

    private House() {}

    /** The room of a package: the one with the longest name that the package begins with; empty text = none. */
    static String roomOf(String packageName) {
        return ROOMS.stream()
                .map(Room::base)
                .filter(base -> packageName.equals(base) || packageName.startsWith(base + "."))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse("");
    }

    /** The folders that the root pom names as modules. */
    static List<String> modules() {
        Matcher matcher = Pattern.compile("<module>([^<]+)</module>").matcher(read(ROOT.resolve("pom.xml")));
        return matcher.results().map(result -> result.group(1)).toList();
    }

    /** Every type declared in the sources of the house, tests included, with the text of the file that declares it. */
    static Map<String, String> types() {
        Pattern declaration = Pattern.compile("\\b(?:class|interface|record|enum|@interface)\\s+([A-Z]\\w*)");
        Map<String, String> types = new TreeMap<>();
        for (Path file : files(".java")) {
            String text = read(file);
            declaration.matcher(text).results().forEach(found -> types.merge(found.group(1), text, (a, b) -> a + b));
        }
        return types;
    }

    /** The files of the house whose names end so, without build results. */
    static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(path -> path.toString().endsWith(ending))
                    .filter(path -> !skipped(ROOT.relativize(path).toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean skipped(String path) {
        return path.startsWith("target/") || path.contains("/target/") || path.startsWith(".");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path path = Path.of("").toAbsolutePath();
        while (!Files.exists(path.resolve("ARCHITECTURE.md"))) {
            Path parent = path.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "ARCHITECTURE.md is not above " + Path.of("").toAbsolutePath());
            }
            path = parent;
        }
        return path;
    }
}
