package oriel.xsession;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where programs are found that the host offers to everybody. */
final class Programs {

    /** The search path sessions start with. */
    static final String PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games";

    private Programs() {}

    static Optional<Path> find(String name) {
        return name.isEmpty()
                ? Optional.empty()
                : Stream.of(PATH.split(":"))
                        .map(folder -> Path.of(folder).resolve(name))
                        .filter(Files::isExecutable)
                        .filter(Files::isRegularFile)
                        .findFirst();
    }

    static boolean has(String name) {
        return find(name).isPresent();
    }
}
