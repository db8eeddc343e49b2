package oriel.server.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.server.command.CommandLine;
import oriel.server.command.ExitCode;
import oriel.server.command.Terminal;
import oriel.server.command.Verb;
import oriel.server.control.Json;

class VerbsTest {

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String input, String... arguments) {
        out.reset();
        err.reset();
        var terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("ORIEL_HOME", home.toString()),
                false);
        return new CommandLine("1", Verbs.all()).run(terminal, List.of(arguments));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldAddListChangeAndRemoveUsersWithoutAService() throws Exception {
        assertThat(run("first password\n", "users", "add", "ada", "--password-stdin", "--groups", "staff,ops"))
                .isZero();
        assertThat(run("", "users", "list", "--json")).isZero();
        var users = Json.read(printed());
        assertThat(users.path(0).path("name").asText()).isEqualTo("ada");
        assertThat(users.path(0).path("groups").toString()).isEqualTo("[\"ops\",\"staff\"]");
        Path file = home.resolve("config/users");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String before = Files.readString(file);
        assertThat(before).doesNotContain("first password");
        assertThat(run("second", "users", "passwd", "ada", "--password-stdin")).isZero();
        assertThat(Files.readString(file)).isNotEqualTo(before);
        assertThat(run("", "users", "remove", "ada")).isZero();
        run("", "users", "list");
        assertThat(printed().lines()).hasSize(1);
    }

    @Test
    void shouldRefuseWrongUsersAndPasswords() {
        assertThat(run("", "users", "add", "ada", "--password-stdin")).isEqualTo(ExitCode.FAILED);
        assertThat(complaint()).contains("password is empty");
        assertThat(run("x", "users", "add", "a:b", "--password-stdin")).isEqualTo(ExitCode.USAGE);
        assertThat(run("x".repeat(300), "users", "add", "ada", "--password-stdin"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("x", "users", "remove", "nobody")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("x", "users", "passwd", "nobody", "--password-stdin")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("x\n", "users", "add", "ada", "--password-stdin")).isZero();
        assertThat(run("x\n", "users", "add", "ADA", "--password-stdin")).isEqualTo(ExitCode.FAILED);
        assertThat(complaint()).contains("exists already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "sessions",
                "sessions --json",
                "stop",
                "reload",
                "drain on",
                "disconnect 1",
                "logoff 1",
                "message 1 hello",
                "message --all hello",
                "trace --follow"
            })
    void shouldSayThatTheServiceIsDown(String line) {
        assertThat(run("", line.split(" "))).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(complaint()).contains("the service is not running").hasLineCount(1);
        assertThat(printed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drain maybe",
                "disconnect x",
                "logoff",
                "message hello",
                "message --all 1 hello",
                "message 1 x --timeout soon",
                "completion",
                "completion fish",
                "trace 1 2"
            })
    void shouldRefuseWrongOperands(String line) {
        assertThat(run("", line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(complaint()).startsWith("oriel: ").hasLineCount(1);
    }

    @Test
    void shouldSayThatThereIsNoTrace() {
        assertThat(run("", "trace")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("", "trace", "--list")).isZero();
    }

    static List<Verb> all() {
        return Verbs.all().stream().filter(verb -> !verb.summary().isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldExplainEveryVerbWithExamples(Verb verb) {
        assertThat(verb.examples()).isNotEmpty();
        var words = new java.util.ArrayList<>(List.of(verb.name().split(" ")));
        words.add("--help");
        assertThat(run("", words.toArray(String[]::new))).isZero();
        assertThat(printed()).contains("Usage: oriel " + verb.name(), "Examples:");
    }

    @Test
    void shouldExamineTheHostWithoutChangingIt() throws Exception {
        int exitCode = run("", "doctor", "--json");
        var findings = Json.read(printed());
        assertThat(findings.findValuesAsText("check"))
                .contains(
                        "java", "fonts", "terminal", "disk", "configuration", "port", "certificate", "clock", "users");
        assertThat(exitCode)
                .isEqualTo(findings.findValuesAsText("verdict").contains("fails") ? ExitCode.FAILED : ExitCode.DONE);
        assertThat(home).isEmptyDirectory();
        assertThat(System.getProperty("oriel.app")).isNull();
    }

    @Test
    void shouldSayWhatIsWrongWithTheConfiguration() throws Exception {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/oriel.toml"), "[log]\nlevel = 5\n");
        assertThat(run("", "doctor")).isEqualTo(ExitCode.FAILED);
        assertThat(printed()).contains("FAIL  configuration", "line 2: log.level is 5");
    }
}
