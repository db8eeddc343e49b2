package oriel.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Giving up root, in a process of its own. */
class PrivilegesTest {

    @TempDir
    Path directory;

    @Test
    void shouldGiveUpRootOnEveryThreadForGood() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var accounts = new TestAccounts()) {
            String user = accounts.user();
            String service = accounts.service("auth required pam_unix.so", "account required pam_unix.so");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            classPath(),
                            DropProgram.class.getName(),
                            directory.toString(),
                            service,
                            user,
                            TestAccounts.PASSWORD)
                    .redirectError(directory.resolve("errors").toFile())
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(said.lines().map(String::strip).filter(line -> !line.contains("[helper-log]")))
                    .as("%s", Files.readString(directory.resolve("errors")))
                    .containsExactly(
                            "held false",
                            "name true",
                            "again true",
                            "Uid: N N N N",
                            "Gid: N N N N",
                            "Groups:",
                            "CapEff: 0000000000000000",
                            "CapPrm: 0000000000000000",
                            "NoNewPrivs: 1",
                            "child true",
                            "child NoNewPrivs NoNewPrivs: 1",
                            "shadow false",
                            "given true",
                            "kept false",
                            "accepted true",
                            "logon Authenticated",
                            "done");
        }
    }

    private static String classPath() throws Exception {
        Path tests = Path.of(DropProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return tests
                + File.pathSeparator
                + Path.of("target", "test-classes").toAbsolutePath()
                + File.pathSeparator
                + System.getProperty("jdk.module.path")
                + File.pathSeparator
                + System.getProperty("java.class.path");
    }
}
