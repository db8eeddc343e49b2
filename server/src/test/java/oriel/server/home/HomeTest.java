package oriel.server.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    private static final Path USER = Path.of("/home/ada");

    @TempDir
    Path directory;

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void shouldKeepEverythingInOrielHome() {
        Home home = Home.locate(Map.of("ORIEL_HOME", "/srv/x/../oriel"), true, USER);
        assertThat(home.configurationFile()).isEqualTo(Path.of("/srv/oriel/config/oriel.toml"));
        assertThat(home.controlSocket()).isEqualTo(Path.of("/srv/oriel/run/control"));
        assertThat(home.logFile()).isEqualTo(Path.of("/srv/oriel/log/oriel.log"));
        assertThat(home.usersFile()).startsWithRaw(Path.of("/srv/oriel/config"));
    }

    @Test
    void shouldUseTheDirectoriesOfTheSystemForRoot() {
        assertThat(Home.locate(Map.of(), true, Path.of("/root")))
                .isEqualTo(new Home(
                        Path.of("/etc/oriel"),
                        Path.of("/var/lib/oriel"),
                        Path.of("/run/oriel"),
                        Path.of("/var/log/oriel")));
    }

    @Test
    void shouldUseTheXdgDirectoriesOfAUser() {
        Map<String, String> environment = Map.of(
                "XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "relative/is/ignored", "XDG_RUNTIME_DIR", "/run/user/7");
        assertThat(Home.locate(environment, false, USER))
                .isEqualTo(new Home(
                        Path.of("/c/oriel"),
                        Path.of("/home/ada/.local/state/oriel"),
                        Path.of("/run/user/7/oriel"),
                        Path.of("/home/ada/.local/state/oriel/log")));
        assertThat(Home.locate(Map.of(), false, USER).run()).isEqualTo(Path.of("/home/ada/.local/state/oriel/run"));
    }

    @Test
    void shouldMakeDirectoriesForTheirOwnerOnly() throws IOException {
        Path made = directory.resolve("a/b");
        assertThat(PrivateFiles.directory(made)).isEmpty();
        assertThat(permissions(made)).isEqualTo("rwx------");
    }

    @Test
    void shouldCloseDirectoriesThatWereOpenAndSaySo() throws IOException {
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxr-x"));
        assertThat(PrivateFiles.directory(open))
                .hasValueSatisfying(said -> assertThat(said).contains("was open to others (rwxrwxr-x)"));
        assertThat(permissions(open)).isEqualTo("rwx------");
    }

    @Test
    void shouldWriteFilesForTheirOwnerOnly() throws IOException {
        Path file = directory.resolve("key");
        PrivateFiles.write(file, "secret".getBytes(StandardCharsets.UTF_8));
        PrivateFiles.write(file, "other".getBytes(StandardCharsets.UTF_8));
        assertThat(file).hasContent("other");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(PrivateFiles.openToOthers(file)).isFalse();
    }

    @Test
    void shouldLetOneInstanceRunAtATime() throws IOException {
        Path file = directory.resolve("lock");
        try (InstanceLock first = InstanceLock.take(file).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(InstanceLock.take(file)).isEmpty();
            assertThat(InstanceLock.holder(file))
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
        InstanceLock.take(file).orElseThrow().close();
    }
}
