package oriel.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import oriel.kit.ScriptedConnection;
import oriel.server.command.ExitCode;
import oriel.server.control.Json;

/** The REST interface of a service that runs. */
@Timeout(180)
class RestTest {

    private static final Pattern ADDRESS = Pattern.compile("(?m)^rest +(http://127\\.0\\.0\\.1:[0-9]+/api/v1) ");
    private static final Map<String, String> OPEN =
            Map.of("ORIEL_REST_ENABLED", "true", "ORIEL_REST_ADDRESS", "127.0.0.1:0");

    @TempDir
    Path home;

    private String root = "";
    private String token = "";

    private Instance open() throws Exception {
        return open(Map.of());
    }

    private Instance open(Map<String, String> further) throws Exception {
        Map<String, String> environment = new HashMap<>(OPEN);
        environment.putAll(further);
        Instance instance =
                new Instance(home, environment).start("--rdp", "127.0.0.1:4321").untilReady();
        Matcher address = ADDRESS.matcher(instance.printed());
        assertThat(address.find()).isTrue();
        root = address.group(1);
        token = Files.readString(home.resolve("state/rest-token")).strip();
        return instance;
    }

    private record Reply(int status, String type, String challenge, String body) {}

    private Reply ask(String method, String path, String body) throws IOException {
        var connection = (HttpURLConnection) URI.create(root + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Reply(
                    status,
                    String.valueOf(connection.getHeaderField("Content-Type")),
                    String.valueOf(connection.getHeaderField("WWW-Authenticate")),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private JsonNode json(String method, String path, String body) throws IOException {
        Reply reply = ask(method, path, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.type()).isEqualTo("application/json");
        return Json.read(reply.body());
    }

    @Test
    void shouldShowAndEndSessions() throws Exception {
        try (Instance instance = open()) {
            instance.run("see you in spring\n", "users", "add", "ann", "--password-stdin");
            ScriptedConnection client =
                    instance.provider.connect(ScriptedConnection.builder().user("ann", "see you in spring"));
            client.awaitCall("LogonNotify", Instance.PATIENCE);
            JsonNode sessions = json("GET", "/sessions", "");
            assertThat(sessions).hasSize(1);
            String here = root;
            root = root.replace("/api/v1", "");
            assertThat(ask("GET", "/metrics", "").body())
                    .contains(
                            "oriel_sessions{state=\"Active\"} 1\n",
                            "oriel_connections{listener=\"RDP-Tcp\"} 1\n",
                            "oriel_draining 0\n");
            root = here;
            int id = sessions.get(0).path("id").asInt();
            assertThat(sessions.get(0).path("user").asText()).isEqualTo("ann");
            assertThat(json(
                                    "GET",
                                    "/traces/"
                                            + sessions.get(0).path("connection").asText(),
                                    "")
                            .path("calls"))
                    .isNotEmpty();
            assertThat(json("POST", "/sessions/" + id + "/disconnect", "")).hasSize(1);
            client.awaitCall("Close", Instance.PATIENCE);
            json("POST", "/sessions/" + id + "/logoff", "");
            assertThat(ask("POST", "/sessions/" + id + "/logoff", "").status()).isEqualTo(404);
            assertThat(json("POST", "/drain", "{\"on\": true}").path("draining").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void shouldAdministerLicences() throws Exception {
        try (Instance instance = open(Map.of("ORIEL_LICENSING_POLICY", "concurrent"))) {
            instance.run("see you in spring\n", "users", "add", "ann", "--password-stdin");
            ScriptedConnection client =
                    instance.provider.connect(ScriptedConnection.builder().user("ann", "see you in spring"));
            client.awaitCall("LogonNotify", Instance.PATIENCE);

            JsonNode pool = json("GET", "/licenses/pools", "").get(0);
            assertThat(pool.path("kind").asText()).isEqualTo("concurrent");
            assertThat(pool.path("used").asInt()).isEqualTo(1);
            JsonNode seat = json("GET", "/licenses?holder=ann", "").get(0);
            String serial = seat.path("serial").asText();
            assertThat(json("GET", "/licenses/" + serial, "").path("journal")).isNotEmpty();
            assertThat(json("GET", "/licenses/report?by=user", "")
                            .at("/lines/0/key")
                            .asText())
                    .isEqualTo("ann");
            assertThat(json("GET", "/licenses/journal", "")).isNotEmpty();
            assertThat(json("GET", "/licenses/packs", "")).isEmpty();
            assertThat(json("GET", "/licenses/check", "").path("sound").asBoolean())
                    .isTrue();
            assertThat(ask("GET", "/licenses/export", "").body().lines()).hasSizeGreaterThan(2);
            assertThat(json("POST", "/licenses/key", "").path("key").asText()).isNotEmpty();
            expect("POST", "/licenses", "{\"user\": \"ben\"}", 409, "no pool");
            expect("POST", "/licenses/import", "oriel-licence-pack 1\nnonsense", 409, "licence pack");
            expect("GET", "/licenses/seven", "", 400, "serial number");
            String here = root;
            root = root.replace("/api/v1", "");
            assertThat(ask("GET", "/metrics", "").body())
                    .containsPattern("oriel_license_pool_used\\{pool=\"[^\"]+\",kind=\"concurrent\"} 1\n");
            root = here;

            json("POST", "/licenses/" + serial + "/revoke", "{\"reason\": \"enough\"}");
            client.awaitCall("Close", Instance.PATIENCE);
        }
    }

    @Test
    void shouldOpenToNobodyWithoutTheToken() throws Exception {
        try (Instance _ = open()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("state/rest-token"))))
                    .isEqualTo("rw-------");
            String right = token;
            for (String wrong : new String[] {"", "x", right + "x", right.substring(1)}) {
                token = wrong;
                Reply refused = ask("GET", "/sessions", "");
                assertThat(refused.status()).isEqualTo(401);
                assertThat(refused.challenge()).isEqualTo("Bearer");
            }
        }
    }

    @Test
    void shouldSayWhatIsWrongWithARequest() throws Exception {
        try (Instance _ = open()) {
            expect("GET", "/nothing", "", 404, "there is nothing at /api/v1/nothing");
            expect("DELETE", "/sessions", "", 405, "DELETE is not possible there");
            expect("POST", "/sessions/seven/logoff", "", 400, "'session' must be the number of a session");
            expect("POST", "/drain", "{\"on\": \"yes\"}", 400, "'on' must be true or false");
            expect("POST", "/drain", "{\"on\": tru", 400, "the body is not JSON");
            expect("POST", "/drain", "[]", 400, "the body is not a JSON object");
            expect("POST", "/sessions/1/message", "{\"session\": 2, \"text\": \"a\"}", 400, "'session' is there twice");
            expect("GET", "/sessions?x", "", 400, "expected name=value");
            expect("GET", "/traces/nobody", "", 404, "there is no trace 'nobody'");
        }
    }

    private void expect(String method, String path, String body, int status, String error) throws IOException {
        Reply reply = ask(method, path, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(Json.read(reply.body()).path("error").asText()).contains(error);
    }

    @Test
    void shouldDescribeItself() throws Exception {
        try (Instance _ = open()) {
            JsonNode description = json("GET", "/openapi.json", "");
            assertThat(description.path("openapi").asText()).isEqualTo("3.1.0");
            JsonNode message = description
                    .path("paths")
                    .path("/sessions/{session}/message")
                    .path("post");
            assertThat(message.at("/parameters/0/in").asText()).isEqualTo("path");
            assertThat(message.at("/requestBody/content/application~1json/schema/required/0")
                            .asText())
                    .isEqualTo("text");
        }
    }

    @Test
    void shouldListenOnLoopbackAddressesOnly() throws Exception {
        var instance = new Instance(home, Map.of("ORIEL_REST_ENABLED", "true", "ORIEL_REST_ADDRESS", "0.0.0.0:0"));
        assertThat(instance.start("--rdp", "127.0.0.1:4321").untilEnded()).isEqualTo(ExitCode.CANNOT_START);
        assertThat(instance.complaint())
                .contains("the REST interface cannot listen on 0.0.0.0:0: ", "put a proxy with TLS before it");
    }
}
