package oriel.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a folder of its own, with JDKs that are shell scripts and print how they were called. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "oriel").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    private Path app = Path.of("");

    @BeforeEach
    void install() throws IOException {
        app = Files.createDirectories(directory.resolve("app"));
        Files.createDirectories(app.resolve("lib"));
        Files.copy(LAUNCHER, app.resolve("oriel"));
        Files.setPosixFilePermissions(app.resolve("oriel"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Result(int exitCode, String printed) {}

    private Path jdk(String name, String version, String script) throws IOException {
        Path jdk = directory.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return jdk;
    }

    private Path jdk(String name, String version) throws IOException {
        return jdk(name, version, "echo " + name + " \"$@\"");
    }

    private Result run(Map<String, String> environment, String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(List.of(app.resolve("oriel").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ORIEL_"));
        builder.environment().put("ORIEL_AOT", "off");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), printed);
    }

    @Test
    void shouldTakeTheFirstJdkThatIsNewEnough() throws Exception {
        String places = jdk("old", "17.0.2") + ":" + jdk("new", "25.0.3") + ":" + jdk("newer", "27-ea");
        Result result = run(Map.of("ORIEL_JDK_PLACES", places), "status");
        assertThat(result.printed()).startsWith("new ").contains("-m oriel.server/oriel.server.Oriel status");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void shouldReadVersionsOfEarlyReleases() throws Exception {
        Result result = run(Map.of("ORIEL_JDK_PLACES", jdk("early", "26-ea").toString()), "status");
        assertThat(result.printed()).startsWith("early ");
    }

    @Test
    void shouldSayPlainlyWhatToDoWithoutAJdk() throws Exception {
        Result result = run(Map.of("ORIEL_JDK_PLACES", jdk("old", "17.0.2") + ":/nowhere"), "serve");
        assertThat(result.exitCode()).isEqualTo(8);
        assertThat(result.printed())
                .contains("no JDK 25 or newer was found", "old is version 17", "install one", "ORIEL_JDK=");
    }

    @Test
    void shouldTakeTheJdkThatIsNamedOrNone() throws Exception {
        Map<String, String> places = Map.of("ORIEL_JDK_PLACES", jdk("new", "25").toString());
        assertThat(run(Map.of("ORIEL_JDK", jdk("named", "25.0.1").toString()), "status")
                        .printed())
                .startsWith("named ");
        Result tooOld = run(
                Map.of("ORIEL_JDK", jdk("old", "21").toString(), "ORIEL_JDK_PLACES", places.get("ORIEL_JDK_PLACES")),
                "x");
        assertThat(tooOld.exitCode()).isEqualTo(8);
        assertThat(tooOld.printed()).contains("is version 21; Oriel needs 25 or newer");
        assertThat(run(Map.of("ORIEL_JDK", "/nowhere"), "x").printed()).contains("/nowhere is no JDK");
    }

    @Test
    void shouldPassArgumentsAndExitCodesThrough() throws Exception {
        Path jdk = jdk("new", "25", "for a; do echo \"<$a>\"; done; exit 3");
        Result result = run(
                Map.of("ORIEL_JDK", jdk.toString(), "ORIEL_JAVA_OPTIONS", "-Xmx77m -Da=b"),
                "message",
                "3",
                "two words");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.printed()).contains("<-Xmx77m>\n<-Da=b>", "<message>\n<3>\n<two words>");
    }

    @Test
    void shouldWorkThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), app.resolve("oriel"));
        Process process = new ProcessBuilder(
                        "env", "ORIEL_AOT=off", "ORIEL_JDK=" + jdk("new", "25"), link.toString(), "status")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("-p " + app.resolve("lib"));
    }

    @Test
    void shouldRunWithoutTheCacheWhenItCannotBeMade() throws Exception {
        Path jdk = jdk("new", "25", "case \"$*\" in *train) exit 1 ;; *) echo \"ran $*\" ;; esac");
        Result first = run(Map.of("ORIEL_JDK", jdk.toString(), "ORIEL_AOT", "on"), "status");
        assertThat(first.exitCode()).isZero();
        assertThat(first.printed()).contains("preparing a faster start", "ran ").doesNotContain("AOTCache=");
        Result second = run(Map.of("ORIEL_JDK", jdk.toString(), "ORIEL_AOT", "on"), "status");
        assertThat(second.printed()).startsWith("ran ");
    }

    @Test
    void shouldUseTheCacheUntilAJarIsNewer() throws Exception {
        Path jdk = jdk(
                "new",
                "25",
                "for a; do case $a in -XX:AOTCacheOutput=*) echo x > \"${a#*=}\" ;; esac; done; echo \"ran $*\"");
        Map<String, String> environment = Map.of("ORIEL_JDK", jdk.toString(), "ORIEL_AOT", "on");
        assertThat(run(environment, "status").printed()).contains("preparing", "-XX:AOTCache=");
        assertThat(run(environment, "status").printed())
                .contains("-XX:AOTCache=")
                .doesNotContain("preparing");
        Path jar = Files.writeString(app.resolve("lib/new.jar"), "x");
        Files.setLastModifiedTime(jar, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 5000));
        assertThat(run(environment, "status").printed()).contains("preparing");
    }

    @Test
    void shouldExplainTheTests() throws Exception {
        Result result = run(Map.of("ORIEL_JDK", jdk("new", "25").toString()), "test", "--help");
        assertThat(result.exitCode()).isZero();
        assertThat(result.printed()).contains("mvn verify", "./oriel test -pl");
    }

    @Test
    void shouldExplainTheBenchmark() throws Exception {
        Result result = run(Map.of("ORIEL_JDK", jdk("new", "25").toString()), "bench", "--help");
        assertThat(result.exitCode()).isZero();
        assertThat(result.printed()).contains("--rounds N", "oriel,xrdp,shadow,tigervnc", "apt-get install xrdp");
    }

    @Test
    void shouldBeValidBash() throws Exception {
        Process bash = new ProcessBuilder("bash", "-n", LAUNCHER.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(bash.getInputStream().readAllBytes()).isEmpty();
        assertThat(bash.waitFor()).isZero();
    }
}
