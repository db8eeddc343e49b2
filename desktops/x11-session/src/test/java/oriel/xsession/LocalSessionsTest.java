package oriel.xsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.xsession.SessionOrder.Keyboard;
import oriel.xsession.SessionOrder.ScreenPlan;

/** Takes root, an X server, openbox and xterm. */
class LocalSessionsTest {

    private SessionStage stage;

    @BeforeEach
    void makeStage() throws IOException, InterruptedException {
        stage = new SessionStage();
    }

    @AfterEach
    void removeStage() throws IOException {
        stage.close();
    }

    @Test
    void shouldRunADesktopAsItsUserAndLeaveNothing() throws Exception {
        XSession session = stage.start(stage.order());
        assertThat(session.desktop()).isEqualTo("Openbox");
        assertThat(session.uid()).isEqualTo(stage.user().account().uid());
        assertThat(session.socket()).exists();
        assertThat(session.figures().processes()).isGreaterThanOrEqualTo(3);
        assertThat(session.figures().memory()).isGreaterThan(10_000_000);
        assertThat(Proc.anyOf(session.uid())).isTrue();

        session.stop();
        session.stop();
        assertThat(Proc.anyOf(session.uid())).isFalse();
        stage.requireNoTrace();
        assertThat(stage.heardNothing()).isTrue();
        assertThat(session.log()).hasParent(stage.user().account().home().resolve(".local/state/oriel"));
        assertThat(Files.getAttribute(session.log(), "unix:uid")).isEqualTo(session.uid());
    }

    @Test
    void shouldOpenItsServerToTheCookieAlone() throws Exception {
        XSession session = stage.start(stage.order());
        try {
            Path authority;
            try (Stream<Path> files = Files.find(stage.state(), 3, (path, is) -> path.endsWith("authority"))) {
                authority = files.findFirst().orElseThrow();
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(authority)))
                    .isEqualTo("rw-------");
            assertThat(Files.getAttribute(authority, "unix:uid")).isEqualTo(session.uid());
            assertThat(Files.readAllBytes(authority)).endsWith(session.cookie());
            String display = "DISPLAY=:" + session.display();
            assertThat(TestUser.command("env", display, "XAUTHORITY=" + authority, "xdpyinfo"))
                    .contains("1024x768");
            assertThatThrownBy(() -> stage.user().ask("env", "XAUTHORITY=/dev/null", display, "xdpyinfo"))
                    .hasMessageContaining("unable to open display");
        } finally {
            session.stop();
        }
    }

    @Test
    void shouldGiveProgramsTheEnvironmentOfALoginAndOfADisplay() throws Exception {
        stage.user().write(".profile", "export FROM_PROFILE=yes DISPLAY=:99 LANG=C\n");
        SessionOrder plain = stage.order(
                "env >env.txt; umask >>env.txt; setxkbmap -query >keys.txt; xrdb -query >res.txt; sleep 60");
        XSession session = stage.sessions()
                .start(
                        new SessionOrder(
                                7,
                                plain.account(),
                                new ScreenPlan(800, 600, 1920, 1080, 192),
                                "",
                                plain.program(),
                                new Keyboard("fr", "oss"),
                                "C.UTF-8",
                                "Europe/Paris",
                                SessionLimits.NONE,
                                false),
                        Map.of("KRB5CCNAME", "it's here"),
                        end -> {});
        Path home = stage.user().account().home();
        SessionStage.awaitFile(home.resolve("res.txt"));
        session.stop();

        Map<String, String> environment = Files.readAllLines(home.resolve("env.txt")).stream()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        assertThat(environment)
                .containsEntry("DISPLAY", ":" + session.display())
                .containsEntry("FROM_PROFILE", "yes")
                .containsEntry("LANG", "C")
                .containsEntry("TZ", "Europe/Paris")
                .containsEntry("KRB5CCNAME", "it's here")
                .containsEntry("HOME", home.toString())
                .containsEntry("PWD", home.toString())
                .containsEntry("USER", stage.user().name())
                .containsEntry("XDG_SESSION_TYPE", "x11")
                .containsEntry("GDK_SCALE", "2")
                .containsKeys("XAUTHORITY", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")
                .allSatisfy((name, value) -> assertThat(name).doesNotStartWith("oriel"));
        assertThat(Files.readString(home.resolve("env.txt"))).endsWith("0022\n");
        assertThat(Files.readString(home.resolve("keys.txt")))
                .containsPattern("layout: +fr")
                .containsPattern("variant: +oss");
        assertThat(Files.readString(home.resolve("res.txt"))).containsPattern("Xft.dpi:\\s+192");
    }

    @Test
    void shouldNotTakeNumbersOfOthers() throws Exception {
        int others = freeNumber();
        Path lock = Path.of("/tmp/.X" + others + "-lock");
        Files.writeString(lock, "         1\n", StandardOpenOption.CREATE_NEW);
        try {
            XSession session = stage.start(stage.order());
            assertThat(session.display()).isNotEqualTo(others);
            session.stop();
            assertThat(lock).exists();
        } finally {
            Files.delete(lock);
        }
    }

    private static int freeNumber() throws StartFailedException {
        return new Displays().take();
    }

    @Test
    void shouldSayWhichDesktopIsNotInstalled() {
        SessionOrder order = stage.order();
        var unknown = new SessionOrder(
                1,
                order.account(),
                order.screen(),
                "cde",
                order.program(),
                order.keyboard(),
                "",
                "",
                SessionLimits.NONE,
                false);
        assertThatThrownBy(() -> stage.start(unknown))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith("the desktop cde is not installed; there are: ")
                .hasMessageContaining("openbox");
    }
}
