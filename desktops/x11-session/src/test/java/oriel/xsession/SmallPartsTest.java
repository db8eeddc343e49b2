package oriel.xsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.xsession.SessionOrder.Keyboard;
import oriel.xsession.SessionOrder.Program;
import oriel.xsession.SessionOrder.ScreenPlan;

class SmallPartsTest {

    private static final ScreenPlan SCREEN = new ScreenPlan(1024, 768, 1920, 1080, 96);

    private static SessionOrder order(
            String account, ScreenPlan screen, String desktop, Keyboard keyboard, String locale, String zone) {
        return new SessionOrder(
                1, account, screen, desktop, Optional.empty(), keyboard, locale, zone, SessionLimits.NONE, false);
    }

    @Test
    void shouldTakeOrdinaryOrders() {
        assertThatCode(() -> OrderRules.check(order(
                        "ann",
                        SCREEN,
                        "xfce",
                        new Keyboard("de", "nodeadkeys"),
                        "de_DE.UTF-8",
                        "America/Argentina/Ushuaia")))
                .doesNotThrowAnyException();
        assertThatCode(() -> OrderRules.check(order("EXAMPLE\\ann", SCREEN, "", Keyboard.US, "", "")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "a b", "a:b", "../root", "a\nb", "a;b", "ann$(id)"})
    void shouldNotTakeStrangeAccounts(String name) {
        assertThatThrownBy(() -> OrderRules.check(order(name, SCREEN, "", Keyboard.US, "", "")))
                .hasMessage("the order of the session is not valid (account)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../etc/passwd", "Europe/../../x", "/", "Europe/", "a/b/c/d/e"})
    void shouldNotTakePathsForTimeZones(String zone) {
        assertThatThrownBy(() -> OrderRules.check(order("", SCREEN, "", Keyboard.US, "", zone)))
                .hasMessage("the order of the session is not valid (time zone)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-display", "us'", "us -option x", "us;id", "", "us\n"})
    void shouldNotTakeOptionsForLayouts(String layout) {
        assertThatThrownBy(() -> OrderRules.check(order("", SCREEN, "", new Keyboard(layout, ""), "", "")))
                .hasMessage("the order of the session is not valid (keyboard layout)");
    }

    @Test
    void shouldNotTakeScreensNobodyHas() {
        for (ScreenPlan screen : List.of(
                new ScreenPlan(0, 768, 1920, 1080, 96),
                new ScreenPlan(1024, 768, 800, 600, 96),
                new ScreenPlan(1024, 768, 1 << 20, 1080, 96),
                new ScreenPlan(1024, 768, 16_384, 16_384, 96),
                new ScreenPlan(1024, 768, Integer.MAX_VALUE, Integer.MAX_VALUE, 96),
                new ScreenPlan(1024, 768, 1920, 1080, 1))) {
            assertThatThrownBy(() -> OrderRules.check(order("", screen, "", Keyboard.US, "", "")))
                    .isInstanceOf(StartFailedException.class);
        }
    }

    @Test
    void shouldNotTakeProgramsOfSeveralLinesOrWithoutEnd() {
        for (String line : List.of("", " ", "a\nb", "a\0b", "x".repeat(5000))) {
            SessionOrder order = SessionStage.with(
                    order("", SCREEN, "", Keyboard.US, "", ""), Optional.of(new Program(line, "")), SessionLimits.NONE);
            assertThatThrownBy(() -> OrderRules.check(order)).hasMessageEndingWith("(program)");
        }
    }

    @Test
    void shouldNotTakeStrangeVariables() {
        for (String name : List.of("", "A B", "A=B", "1A", "A;B", "A\n")) {
            assertThatThrownBy(() -> OrderRules.check(Map.of(name, "x"))).hasMessageEndingWith("(environment)");
        }
        assertThatThrownBy(() -> OrderRules.check(Map.of("A", "x\ny"))).hasMessageEndingWith("(environment)");
    }

    @Test
    void shouldReadEntriesOfDesktops() {
        String text = """
                # a comment
                [Desktop Entry]
                Name=Mine
                Name[fr]=Mien
                Exec=sh -c "run %U"
                TryExec=/bin/sh
                DesktopNames=Mine;GNOME;
                [Other]
                Name=Other
                """;
        assertThat(Desktops.entry("mine", text))
                .contains(new InstalledDesktop("mine", "Mine", "sh -c \"run \"", "Mine:GNOME", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "[Desktop Entry]\nName=x\n", "[Desktop Entry]\nExec=/no/such/program\n",
                "[Desktop Entry]\nExec=sh\nTryExec=no-such-program\n", "[Desktop Entry]\nExec=sh\nHidden=true\n",
                        "Exec=sh\n"
            })
    void shouldNotOfferWhatCannotBeStarted(String text) {
        assertThat(Desktops.entry("x", text)).isEmpty();
    }

    @Test
    void shouldTakeADesktopBeforeWindowManagersAndGnomeLast(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("gnome.desktop"), "[Desktop Entry]\nName=GNOME\nExec=sh\n");
        Files.writeString(folder.resolve("zed.desktop"), "[Desktop Entry]\nName=Zed\nExec=sh\n");
        Files.writeString(folder.resolve("plasmax11.desktop"), "[Desktop Entry]\nName=Plasma (X11)\nExec=sh\n");
        assertThat(Desktops.installed(folder))
                .extracting(InstalledDesktop::id)
                .containsSubsequence("plasma", "zed", "openbox", "xterm", "gnome");
    }

    @Test
    void shouldFindItsGroupsInBothVersions() {
        var mounts = List.of(
                new ControlGroups.Mount("cgroup2", Set.of("rw"), "/", Path.of("/tmp")),
                new ControlGroups.Mount("cgroup", Set.of("rw", "pids"), "/docker/x", Path.of("/usr")),
                new ControlGroups.Mount("cgroup", Set.of("rw", "cpu", "cpuacct"), "/", Path.of("/")));
        var found = ControlGroups.of(
                List.of("7:pids:/docker/x/lib", "3:cpu,cpuacct:/etc", "2:freezer:/", "0::/no-such", "rubbish"), mounts);
        assertThat(found.unified()).containsExactly(Path.of("/tmp"));
        assertThat(found.old())
                .isEqualTo(Map.of("pids", Path.of("/usr/lib"), "cpu", Path.of("/etc"), "cpuacct", Path.of("/etc")));
    }

    @Test
    void shouldQuoteForTheShell() {
        assertThat(ShellText.quote("it's $(x)")).isEqualTo("'it'\\''s $(x)'");
    }

    @Test
    void shouldSayHowAProcessEnded() {
        assertThat(ExitStatus.of(137)).isEqualTo("was ended by signal 9");
        assertThat(ExitStatus.of(127)).isEqualTo("could not be run (status 127)");
        assertThat(ExitStatus.of(255)).isEqualTo("failed with status 255");
    }

    @Test
    void shouldSwitchXvfbToTheSizeOfTheClient() {
        assertThat(XServer.XVFB.mode(SCREEN)).isEqualTo("oriel-1024x768 47.19 1024 1024 1024 1024 768 768 768 768");
        assertThat(XServer.XVFB.mode(new ScreenPlan(800, 600, 800, 600, 96))).isEmpty();
        assertThat(XServer.XVNC.mode(SCREEN)).isEmpty();
    }
}
