package oriel.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.desktop.x11.X11Settings.Share;
import oriel.server.config.ConfigurationReader;
import oriel.xsession.SessionLimits;

class SharesTest {

    private static final String FILE = """
            [desktop]
            x11 = "xfce"
            memory-megabytes = 1000
            [user.ann]
            x11 = "openbox"
            sound = "off"
            [group.staff]
            kind = "embedded"
            processes = 50
            [group.lab]
            kind = "x11"
            """;

    @TempDir
    private Path directory;

    private Shares shares() throws Exception {
        Path file = Files.writeString(directory.resolve("oriel.toml"), FILE);
        return new Shares(ConfigurationReader.read(file, Map.of(), Map.of()));
    }

    @Test
    void shouldGiveTheGeneralShareToUsersWithoutTable() throws Exception {
        assertThat(shares().kind("bob", Set.of())).isEqualTo("auto");
        assertThat(shares().of("bob", Set.of()))
                .isEqualTo(new Share("xfce", new SessionLimits(0, 1000L << 20, 2000), true));
    }

    @Test
    void shouldTakeTheTableOfTheUserBeforeThoseOfGroups() throws Exception {
        assertThat(shares().kind("ann", Set.of("staff"))).isEqualTo("auto");
        assertThat(shares().of("ann", Set.of("staff")))
                .isEqualTo(new Share("openbox", new SessionLimits(0, 1000L << 20, 2000), false));
    }

    @Test
    void shouldTakeTheFirstTableOfAGroupOfTheUser() throws Exception {
        assertThat(shares().kind("bob", Set.of("lab", "staff"))).isEqualTo("embedded");
        assertThat(shares().of("bob", Set.of("lab", "staff")).limits().processes())
                .isEqualTo(50);
        assertThat(shares().kind("eve", Set.of("lab"))).isEqualTo("x11");
    }
}
