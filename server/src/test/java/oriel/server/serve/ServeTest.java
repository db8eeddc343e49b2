package oriel.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.kit.ScriptedConnection;
import oriel.server.command.ExitCode;
import oriel.server.control.Json;

@Timeout(180)
class ServeTest {

    private static final Pattern FIRST_USER = Pattern.compile("first user +(\\S+) +password (\\S+)");

    @TempDir
    Path directory;

    private Path home = Path.of("");

    @BeforeEach
    void choose() {
        home = directory.resolve("home");
    }

    private static JsonNode json(Instance instance, String... line) throws IOException {
        Instance.Result result = instance.run("", line);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return Json.read(result.out());
    }

    private static ScriptedConnection logOn(Instance instance, String user, String password) throws Exception {
        ScriptedConnection client = instance.provider.connect(
                ScriptedConnection.builder().user(user, password).clientName("PC7"));
        client.awaitCall("LogonNotify", Instance.PATIENCE);
        Instance.await(() -> instance.run("", "sessions").out().contains("Active"));
        return client;
    }

    @Test
    void shouldPrintWhatAFirstStartMadeAndNeverThePasswordAgain() throws Exception {
        String password;
        try (var first = new Instance(home).start("--rdp", "127.0.0.1:4321").untilReady()) {
            assertThat(first.printed())
                    .contains("address      127.0.0.1:4321  (RDP-Tcp, rdp)", "certificate  SHA-256 ", "localhost")
                    .contains("state        " + home.resolve("state"), "log          " + home.resolve("log/oriel.log"))
                    .containsPattern(
                            "try +xfreerdp /v:127\\.0\\.0\\.1:4321 /u:\\S+ /cert:fingerprint:sha256:[0-9a-f:]{95}\n")
                    .containsPattern("(?m)^ready  RDP-Tcp 127\\.0\\.0\\.1:4321");
            Matcher user = FIRST_USER.matcher(first.printed());
            assertThat(user.find()).isTrue();
            password = user.group(2);
            assertThat(password).matches("([a-z]{4}-){4}[0-9]{2}");
            logOn(first, user.group(1), password);
        }
        try (var second = new Instance(home).start("--rdp", "127.0.0.1:4321").untilReady()) {
            assertThat(second.printed())
                    .contains("certificate  SHA-256 ", "try ")
                    .doesNotContain("first user");
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readAllBytes(file)).as(file.toString()).isNotNull();
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(password);
            }
        }
    }

    @Test
    void shouldKeepEverythingItMakesToItself() throws Exception {
        try (var instance = new Instance(home)) {
            instance.run("secret\n", "users", "add", "ada", "--password-stdin");
            instance.start().untilReady();
            logOn(instance, "ada", "secret");
            Path traces = home.resolve("state/traces");
            Instance.await(() -> {
                String[] kept = traces.toFile().list();
                return kept != null && kept.length > 0;
            });
            try (Stream<Path> paths = Files.walk(home)) {
                for (Path path : paths.filter(path -> !path.startsWith(home.resolve("state/fonts")))
                        .toList()) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as(path.toString())
                            .endsWith("------");
                }
            }
        }
    }

    @Test
    void shouldRefuseASecondInstanceOnTheSameHome() throws Exception {
        try (var first = new Instance(home).start().untilReady()) {
            var second = new Instance(home).start();
            assertThat(second.untilEnded()).isEqualTo(ExitCode.CANNOT_START);
            assertThat(second.complaint())
                    .hasLineCount(1)
                    .contains(
                            "Oriel runs already on " + home,
                            "process " + ProcessHandle.current().pid());
            assertThat(first.run("", "status").exitCode()).isZero();
        }
    }

    @Test
    void shouldEndWithOneLineWhenThePortIsTaken() throws Exception {
        var instance = new Instance(home);
        instance.provider.on("StartListen", _ -> {
            throw new ProtocolException(HResult.E_FAIL, "Address already in use");
        });
        instance.start("--rdp", "127.0.0.1:4321");
        assertThat(instance.untilEnded()).isEqualTo(ExitCode.CANNOT_START);
        assertThat(instance.complaint().lines().filter(line -> line.startsWith("oriel:")))
                .singleElement()
                .asString()
                .contains("listener RDP-Tcp cannot listen on 127.0.0.1:4321", "Address already in use");
        assertThat(home.resolve("state/users")).doesNotExist();
    }

    @Test
    void shouldEndWithTheLineThatIsBroken() throws Exception {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/oriel.toml"), "[log]\nlevel = \"loud\"\n");
        var instance = new Instance(home).start();
        assertThat(instance.untilEnded()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(instance.complaint()).hasLineCount(1).contains("oriel.toml line 2: log.level is \"loud\"");
    }

    @Test
    void shouldEndWithOneLineWhenTheKeyCannotBeUsed() throws Exception {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/oriel.toml"), "[listener.RDP-Tcp]\ncertificate = \"a.pem\"\nkey = \"a.key\"\n");
        var instance = new Instance(home).start();
        assertThat(instance.untilEnded()).isEqualTo(ExitCode.CANNOT_START);
        assertThat(instance.complaint())
                .contains("oriel: listener RDP-Tcp: certificate " + home.resolve("config/a.pem") + " does not exist\n");
    }

    @Test
    void shouldEndWithOneLineWhenItsOwnKeyIsSpoilt() throws Exception {
        try (var first = new Instance(home).start().untilReady()) {
            assertThat(first.printed()).contains("ready");
        }
        Path key = home.resolve("state/certificate.key");
        Files.writeString(key, "nonsense");
        var instance = new Instance(home).start();
        assertThat(instance.untilEnded()).isEqualTo(ExitCode.CANNOT_START);
        assertThat(instance.complaint()).contains("oriel: listener RDP-Tcp: key " + key + " holds no");
    }

    @Test
    void shouldSayWhichConfigurationIsMissing() throws Exception {
        var instance = new Instance(home).start("--config", "/nowhere/x.toml");
        assertThat(instance.untilEnded()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(instance.complaint()).contains("/nowhere/x.toml does not exist");
    }

    @Test
    void shouldListSessionsAndActOnThem() throws Exception {
        try (var instance = new Instance(home)) {
            assertThat(instance.run("secret\n", "users", "add", "ada", "--password-stdin")
                            .exitCode())
                    .isZero();
            instance.start().untilReady();
            assertThat(instance.printed()).doesNotContain("first user");
            logOn(instance, "ada", "secret");
            JsonNode session = json(instance, "sessions", "--json").path(0);
            assertThat(session.path("user").asText()).isEqualTo("ada");
            assertThat(session.path("state").asText()).isEqualTo("Active");
            assertThat(session.path("desktop").asText()).isEqualTo("embedded");
            assertThat(session.path("client").asText()).contains("PC7");
            assertThat(session.has("protocol")).isTrue();
            String id = session.path("id").asText();
            assertThat(instance.run("", "message", id, "Lunch?", "--title", "Ada")
                            .exitCode())
                    .isZero();
            assertThat(json(instance, "message", "--all", "--json", "Now!")
                            .path("sessions")
                            .size())
                    .isEqualTo(1);
            Instance.await(() -> instance.desktops.messages.size() == 2);
            assertThat(instance.desktops.messages)
                    .containsExactly("Ada: Lunch?", "Message from the administrator: Now!");
            assertThat(instance.run("", "disconnect", id).exitCode()).isZero();
            Instance.await(() -> instance.run("", "sessions").out().contains("Disconnected"));
            assertThat(instance.run("", "disconnect", id).exitCode()).isEqualTo(ExitCode.NOT_FOUND);
            assertThat(instance.run("", "logoff", id).exitCode()).isZero();
            Instance.await(() -> instance.run("", "sessions").out().equals("no sessions\n"));
            assertThat(instance.run("", "logoff", id).exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        }
    }

    @Test
    void shouldShowTracesWhileRunningAndAfterwards() throws Exception {
        var instance = new Instance(home);
        try (instance) {
            instance.run("secret\n", "users", "add", "ada", "--password-stdin");
            instance.start().untilReady();
            logOn(instance, "ada", "secret");
            JsonNode trace = json(instance, "trace", "--last", "--json");
            List<String> calls = trace.path("calls").findValuesAsText("call");
            assertThat(calls).containsSubsequence("OnConnected", "AcceptConnection", "GetClientData", "LogonNotify");
            JsonNode call = trace.path("calls").path(1);
            assertThat(call.path("from").asText()).isEqualTo("Service");
            assertThat(call.path("to").asText()).isEqualTo("Connection");
            assertThat(call.path("micros").isIntegralNumber()).isTrue();
            assertThat(call.path("result").asText()).isNotEmpty();
            String id = trace.path("id").asText();
            assertThat(instance.run("", "trace", id).out()).contains("GetClientData", "LicenseConnection");
            assertThat(instance.run("", "trace", "--list").out()).contains(id);
            assertThat(instance.run("", "trace", "--mermaid").out()).startsWith("sequenceDiagram");
            assertThat(instance.run("", "trace", "999").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        }
        assertThat(instance.untilEnded()).isZero();
        assertThat(instance.run("", "sessions").exitCode()).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(instance.run("", "trace").out()).contains("AcceptConnection");
    }

    /** Whoever finds one line of a connection finds them all, and its trace. */
    @Test
    void shouldLogEveryLineOfAConnectionUnderTheIdOfItsTrace() throws Exception {
        try (var instance = new Instance(home)) {
            instance.run("secret\n", "users", "add", "ada", "--password-stdin");
            instance.start().untilReady();
            logOn(instance, "ada", "secret");
            String session =
                    json(instance, "sessions", "--json").path(0).path("id").asText();
            String id = json(instance, "trace", "--last", "--json").path("id").asText();
            assertThat(instance.run("", "disconnect", session).exitCode()).isZero();
            Instance.await(() -> linesOf(id).getLast().contains(" has ended: "));
            assertThat(linesOf(id))
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("A connection from "),
                            line -> assertThat(line).startsWith("ada has logged on to session "),
                            line -> assertThat(line).isEqualTo("Session " + session + " is disconnected"),
                            line -> assertThat(line).matches("The connection from \\S* has ended: .+"));
        }
    }

    private List<String> linesOf(String connection) {
        try {
            return Files.readAllLines(home.resolve("log/oriel.log")).stream()
                    .filter(line -> line.contains("[" + connection + "] "))
                    .map(line -> line.substring(line.indexOf(']') + 2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldReloadWithoutDroppingAnyone() throws Exception {
        try (var instance = new Instance(home)) {
            instance.run("secret\n", "users", "add", "ada", "--password-stdin");
            instance.start().untilReady();
            logOn(instance, "ada", "secret");
            Path file = home.resolve("config/oriel.toml");
            Files.writeString(file, "[policy]\nidle-limit = \"1h\"\nsessions = 9\n");
            JsonNode reload = json(instance, "reload", "--json");
            assertThat(reload.path("changed").toString()).isEqualTo("[\"policy.idle-limit\"]");
            assertThat(reload.path("needRestart").toString()).isEqualTo("[\"policy.sessions\"]");
            Files.writeString(file, "[policy]\nidle-limit = 5\n");
            Instance.Result broken = instance.run("", "reload");
            assertThat(broken.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(broken.err()).contains("nothing was changed", "line 2: policy.idle-limit is 5");
            assertThat(instance.run("", "sessions").out()).contains("Active");
        }
    }

    @Test
    void shouldDrainAndSayHowItStands() throws Exception {
        try (var instance = new Instance(home).start().untilReady()) {
            assertThat(json(instance, "drain", "on", "--json").path("draining").asBoolean())
                    .isTrue();
            JsonNode status = json(instance, "status", "--json");
            assertThat(status.path("draining").asBoolean()).isTrue();
            assertThat(status.path("listeners").path(0).path("state").asText()).isEqualTo("listening");
            assertThat(status.path("pid").asLong())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThat(instance.run("", "drain", "off").out()).isEqualTo("drain is off\n");
            assertThat(instance.run("", "status").out())
                    .contains("running  process", "RDP-Tcp")
                    .doesNotContain("drain:");
        }
    }

    @Test
    void shouldTakeTheEnvironmentOverTheFile() throws Exception {
        try (var instance = new Instance(home, Map.of("ORIEL_LISTENER_RDP_TCP_ADDRESS", "127.0.0.9:77"))
                .start()
                .untilReady()) {
            assertThat(instance.printed()).contains("address      127.0.0.9:77");
        }
    }

    @Test
    void shouldStopInGoodOrder() throws Exception {
        var instance = new Instance(home).start().untilReady();
        assertThat(instance.run("", "stop").out()).isEqualTo("stopped\n");
        assertThat(instance.untilEnded()).isZero();
        assertThat(instance.provider.isListening()).isFalse();
        assertThat(home.resolve("run/control")).doesNotExist();
    }
}
