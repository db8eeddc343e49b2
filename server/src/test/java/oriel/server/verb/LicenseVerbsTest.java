package oriel.server.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.licensing.ledger.Claim;
import oriel.licensing.ledger.Holder;
import oriel.licensing.ledger.LedgerListener;
import oriel.licensing.ledger.LedgerRequest;
import oriel.licensing.ledger.LedgerSettings;
import oriel.licensing.ledger.LicenseKind;
import oriel.licensing.ledger.PoolSettings;
import oriel.licensing.ledger.SqliteLedger;
import oriel.server.command.CommandLine;
import oriel.server.command.ExitCode;
import oriel.server.command.Terminal;
import oriel.server.control.Json;

/** {@code oriel licenses …} on a ledger that no service has open, as a newcomer's commands would. */
class LicenseVerbsTest {

    private static final String DEVICE = "0400000111111111222222223333333344444444";

    @TempDir
    Path directory;

    private record Result(int exitCode, String out, String err) {}

    private Result run(String... line) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("ORIEL_HOME", directory.resolve("home").toString()),
                false);
        int exitCode = new CommandLine("1", Verbs.all()).run(terminal, List.of(line));
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String done(String... line) {
        Result result = run(line);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        return result.out();
    }

    private JsonNode json(String... line) throws IOException {
        return Json.read(done(line));
    }

    private String failed(int exitCode, String... line) {
        Result result = run(line);
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
        return result.err();
    }

    /** What a service does at its start, and a device at its first visit. */
    private void granted() throws IOException {
        done("licenses", "pools");
        Path file = directory.resolve("home/state/licenses/ledger.sqlite");
        try (var ledger = SqliteLedger.open(LedgerSettings.of(file), Clock.systemUTC(), LedgerListener.NONE)) {
            ledger.configure(List.of(
                    PoolSettings.of("office", LicenseKind.PER_DEVICE, 2),
                    PoolSettings.of("people", LicenseKind.PER_USER, 1)));
            var request = LedgerRequest.temporary(new Holder.Device(DEVICE, "laptop"), Duration.ofDays(90));
            var claim = (Claim.Granted) ledger.claim(request);
            assertThat(ledger.delivered(claim.license().serial())).isPresent();
        }
    }

    @Test
    void shouldShowPoolsAndLicences() throws Exception {
        assertThat(done("licenses", "pools")).startsWith("no pools; tables [pool.NAME] of the configuration");
        assertThat(done("licenses", "list")).isEqualTo("no licences\n");
        granted();
        assertThat(done("licenses", "pools")).containsPattern("office +per-device +0 +2 +2 +1 +configuration");
        assertThat(done("licenses", "list")).containsPattern("office +" + DEVICE + " +laptop +temporary +active +2");
        JsonNode license = json("licenses", "list", "--json").get(0);
        String serial = license.path("serial").asText();
        assertThat(done("licenses", "show", serial)).contains("temporary, active", "machine    laptop", "granted");
        assertThat(failed(ExitCode.NOT_FOUND, "licenses", "show", "77"))
                .contains("there is no licence 0000000000000077");
        assertThat(failed(ExitCode.USAGE, "licenses", "show", "seven")).contains("up to 16 hexadecimal digits");
        assertThat(done("licenses", "list", "--holder", "desktop")).isEqualTo("no licences\n");
    }

    @Test
    void shouldIssueRevokeAndReinstate() throws Exception {
        granted();
        JsonNode ann = json("licenses", "issue", "--user", "ann", "--json");
        assertThat(ann.path("state").asText()).isEqualTo("active");
        assertThat(failed(ExitCode.FAILED, "licenses", "issue", "--user", "ben"))
                .contains("people");
        assertThat(failed(ExitCode.USAGE, "licenses", "issue")).contains("to a 'user' or to a 'device'");
        String serial = ann.path("serial").asText();
        assertThat(done("licenses", "revoke", serial, "--reason", "ann has left"))
                .endsWith(" is revoked\n");
        assertThat(done("licenses", "show", serial)).contains("revoked", "ann has left");
        assertThat(failed(ExitCode.NOT_FOUND, "licenses", "revoke", serial)).contains("there is no live licence");
        assertThat(done("licenses", "issue", "--user", "ben")).endsWith(" is active\n");
        done("licenses", "reinstate", serial);
        assertThat(done("licenses", "report", "--by", "user"))
                .containsPattern("(?m)^ann +1 .*")
                .contains("ben");
        assertThat(done("licenses", "journal")).contains("reinstated", "granted");
        assertThat(done("licenses", "check")).startsWith("sound: ");
    }

    @Test
    void shouldSellAndImportAPack() throws Exception {
        Path key = directory.resolve("acme.key");
        Path pack = directory.resolve("acme.pack");
        assertThat(done("licenses", "pack", "key", key.toString())).contains("give " + key + ".pub to customers");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        String[] create = {
            "licenses",
            "pack",
            "create",
            "acme-0042",
            "--vendor",
            "Acme",
            "--customer",
            "Example Ltd",
            "--pools",
            "devices:per-device:50,seats:concurrent:10",
            "--sign-with",
            key.toString(),
            "--out",
            pack.toString()
        };
        done(create);
        assertThat(failed(ExitCode.FAILED, "licenses", "import", pack.toString()))
                .contains("no trusted vendor");
        done("licenses", "trust", "acme", key + ".pub");
        assertThat(done("licenses", "import", pack.toString()))
                .isEqualTo("pack acme-0042 imported, pools acme-0042.devices, acme-0042.seats\n");
        assertThat(done("licenses", "import", pack.toString())).contains("was imported before");
        assertThat(done("licenses", "pools")).containsPattern("acme-0042.seats +concurrent +0 +10 .*pack acme-0042");
        assertThat(done("licenses", "packs")).contains("Example Ltd");
        assertThat(done("licenses", "reserve", "acme-0042.seats", "staff:4,lab:1"))
                .contains("staff 0/4", "lab 0/1");
        Files.writeString(pack, Files.readString(pack).replace(":10", ":99"));
        assertThat(failed(ExitCode.FAILED, "licenses", "import", pack.toString()))
                .contains("changed after it was signed");
    }

    @Test
    void shouldMoveALedgerToAnotherHome() throws Exception {
        granted();
        String user = json("licenses", "issue", "--user", "ann", "--json")
                .path("serial")
                .asText();
        Path file = directory.resolve("backup.jsonl");
        assertThat(done("licenses", "export", file.toString())).contains("lines written to");
        assertThat(done("licenses", "export").lines().count())
                .isEqualTo(Files.readAllLines(file).size());
        assertThat(failed(ExitCode.FAILED, "licenses", "import", file.toString()))
                .contains("only an empty ledger can be filled");
        Files.move(directory.resolve("home"), directory.resolve("old"));
        assertThat(done("licenses", "import", file.toString())).contains("lines imported");
        assertThat(done("licenses", "show", user)).contains("active");
    }

    @Test
    void shouldSignWithAnotherKey() throws Exception {
        String first = json("licenses", "key", "rotate", "--json").path("key").asText();
        String second = json("licenses", "key", "rotate", "--json").path("key").asText();
        assertThat(first).isNotEmpty().isNotEqualTo(second);
    }
}
