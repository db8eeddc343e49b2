package oriel.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {

    @TempDir
    Path directory;

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("oriel.toml"), text);
    }

    private Configuration read(String text) throws IOException, ConfigurationException {
        return ConfigurationReader.read(file(text), Map.of(), Map.of());
    }

    private ConfigurationException failure(String text) throws IOException {
        Path file = file(text);
        return Objects.requireNonNull(catchThrowableOfType(
                ConfigurationException.class, () -> ConfigurationReader.read(file, Map.of(), Map.of())));
    }

    @Test
    void shouldBeCompleteWithoutAFile() throws ConfigurationException {
        Configuration configuration = ConfigurationReader.read(directory.resolve("absent.toml"), Map.of(), Map.of());
        assertThat(configuration.get(Keys.LOG_LEVEL)).isEqualTo("info");
        assertThat(configuration.listeners()).singleElement().satisfies(listener -> {
            assertThat(listener.name()).isEqualTo("RDP-Tcp");
            assertThat(listener.get(Keys.LISTENER_ADDRESS).getPort()).isEqualTo(3389);
        });
    }

    @Test
    void shouldChangeNothingWithTheFileOfTheFirstStart() throws Exception {
        Configuration absent = ConfigurationReader.read(directory.resolve("absent.toml"), Map.of(), Map.of());
        Configuration written = read(DefaultFile.text());
        assertThat(absent.changes(written, true)).isEmpty();
        assertThat(absent.changes(written, false)).isEmpty();
    }

    /** What stands commented out in the file must be valid, and be the value that holds anyway. */
    @Test
    void shouldDocumentEveryKeyWithItsTrueDefault() throws Exception {
        String uncommented = DefaultFile.text().replaceAll("(?m)^#(?=[a-z0-9-]+ = |\\[)", "");
        Configuration absent = ConfigurationReader.read(directory.resolve("absent.toml"), Map.of(), Map.of());
        Configuration written = read(uncommented);
        assertThat(absent.changes(written, true)).containsExactly("pool.office"); // the one that is an example
        assertThat(absent.changes(written, false)).containsExactly("group.staff"); // likewise
        for (Key<?> key : Keys.GENERAL) {
            assertThat(uncommented).contains("\n" + key.name() + " = ");
        }
    }

    @Test
    void shouldLetFlagsWinOverEnvironmentOverFile() throws Exception {
        Path file = file("[log]\nlevel = \"warn\"\nfiles = 3\n[policy]\nsessions = 7\n");
        Map<String, String> environment = Map.of("ORIEL_LOG_LEVEL", "error", "ORIEL_LOG_FILES", "4");
        Configuration configuration = ConfigurationReader.read(file, environment, Map.of("log.level", "debug"));
        assertThat(configuration.get(Keys.LOG_LEVEL)).isEqualTo("debug");
        assertThat(configuration.get(Keys.LOG_FILES)).isEqualTo(4);
        assertThat(configuration.get(Keys.POLICY_SESSIONS)).isEqualTo(7);
    }

    @Test
    void shouldReadPoolsOfLicences() throws Exception {
        Path file = file("[pool.office]\nsize = 50\nreserve = \"staff:20\"\n[pool.lab]\nkind = \"concurrent\"\n");
        Map<String, String> environment = Map.of("ORIEL_POOL_LAB_SIZE", "7", "ORIEL_LICENSING_THRESHOLDS", "50,100");
        Configuration configuration = ConfigurationReader.read(file, environment, Map.of());
        assertThat(configuration.warnings()).isEmpty();
        assertThat(configuration.pools())
                .extracting(pool ->
                        pool.name() + " " + pool.get(LicensingKeys.POOL_KIND) + " " + pool.get(LicensingKeys.POOL_SIZE))
                .containsExactly("office per-device 50", "lab concurrent 7");
        assertThat(configuration.get(LicensingKeys.THRESHOLDS)).containsExactly(50, 100);
    }

    @Test
    void shouldReadListenersAndTheirOverrides() throws Exception {
        Path file = file("[listener.office]\naddress = \"[::1]:4000\"\n[listener.lab]\nenabled = false\n");
        Configuration configuration =
                ConfigurationReader.read(file, Map.of("ORIEL_LISTENER_LAB_ADDRESS", "10.0.0.1:4001"), Map.of());
        assertThat(configuration.listeners())
                .extracting(Configuration.Named::name)
                .containsExactly("office", "lab");
        assertThat(configuration
                        .listeners()
                        .getFirst()
                        .get(Keys.LISTENER_ADDRESS)
                        .getHostString())
                .isEqualTo("::1");
        assertThat(configuration
                        .listeners()
                        .getLast()
                        .get(Keys.LISTENER_ADDRESS)
                        .getPort())
                .isEqualTo(4001);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[log];levle = \"info\"|line 2: unknown key log.levle; did you mean log.level?",
                "[log];level = \"loud\"|line 2: log.level is \"loud\", expected one of \"error\", \"warn\"",
                "[policy];sessions = \"5\"|line 2: policy.sessions is \"5\", expected a number from 1 to 100000",
                "[policy];;sessions = 0|line 3: policy.sessions is 0, expected a number from 1",
                "[policy];idle-limit = \"5 minutes\"|line 2: policy.idle-limit is \"5 minutes\", expected a time",
                "[policy];reset-broken = 1|line 2: policy.reset-broken is 1, expected true or false",
                "[listener.a];address = \"here\"|line 2: listener.a.address is \"here\", expected an address",
                "[listener.a];adress = \":1\"|line 2: unknown key listener.a.adress; did you mean address?",
                "listener = 5|line 1: listener is a number, expected a table",
                "[listener.a];certificate = \"x\"|listener a has a certificate but no key",
                "[listener.a];enabled = false|no listener is enabled",
                "[lockout];slow-after = 9;lock-after = 9|must be more than lockout.slow-after (9)",
                "[polcy];sessions = 5|line 2: unknown key polcy.sessions; did you mean policy.sessions?",
                "[log;level = 1|line 1: the name of a table is not closed",
            })
    void shouldSayWhereAndWhatIsWrong(String document, String message) throws IOException {
        assertThat(failure(document.replace(';', '\n'))).hasMessageContaining(message);
    }

    @Test
    void shouldCollectAllProblems() throws IOException {
        assertThat(failure("[log]\nlevel = 1\nfiles = 0\nnonsense = 2\n").problems())
                .hasSize(3);
    }

    @Test
    void shouldComplainOfTheEnvironmentByItsVariable() throws IOException {
        Path file = file("");
        assertThat(catchThrowableOfType(
                        ConfigurationException.class,
                        () -> ConfigurationReader.read(file, Map.of("ORIEL_POLICY_SESSIONS", "many"), Map.of())))
                .hasMessage("environment: ORIEL_POLICY_SESSIONS is many, expected a number from 1 to 100000");
    }

    @Test
    void shouldWarnOfVariablesThatMeanNothing() throws Exception {
        Configuration configuration =
                ConfigurationReader.read(file(""), Map.of("ORIEL_LOG_LEVLE", "x", "ORIEL_HOME", "/x"), Map.of());
        assertThat(configuration.warnings())
                .containsExactly("environment: ORIEL_LOG_LEVLE is no setting; did you mean ORIEL_LOG_LEVEL?");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "250ms,250", "30s,30000", "10m,600000", "8h,28800000", "2d,172800000"})
    void shouldReadTimesWithTheirUnits(String text, long millis) throws Exception {
        assertThat(read("[policy]\nidle-limit = \"" + text + "\"\n").get(Keys.POLICY_IDLE_LIMIT))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"3390,0.0.0.0,3390", ":3390,0.0.0.0,3390", "host.example:1,host.example,1", "[::1]:2,::1,2"})
    void shouldReadAddresses(String text, String host, int port) throws Exception {
        var address = read("[listener.a]\naddress = \"" + text + "\"\n")
                .listeners()
                .getFirst()
                .get(Keys.LISTENER_ADDRESS);
        assertThat(address.getHostString()).isEqualTo(host);
        assertThat(address.getPort()).isEqualTo(port);
    }

    @Test
    void shouldTellLiveChangesFromThoseThatWait() throws Exception {
        Configuration before = read("");
        Configuration after = read("[log]\nlevel = \"debug\"\nfiles = 3\n[listener.RDP-Tcp]\naddress = \":1\"\n");
        assertThat(before.changes(after, true)).containsExactly("log.level");
        assertThat(before.changes(after, false)).containsExactly("log.files", "listener.RDP-Tcp.address");
    }
}
