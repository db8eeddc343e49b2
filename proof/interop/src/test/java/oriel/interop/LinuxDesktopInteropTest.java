package oriel.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real Linux desktops for real Linux users, with a stock client, PAM and a stock X server. */
class LinuxDesktopInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SIGNAL_COLOUR = 0x2A89C8;

    private VirtualDisplay display;
    private OrielServer server;
    private LinuxUser user;

    @BeforeEach
    void openAll() throws Exception {
        Tool.require("openbox", "openbox");
        Tool.require("xterm", "xterm");
        user = LinuxUser.create();
        display = VirtualDisplay.open(1024, 768);
        server = OrielServer.start(Map.of("ORIEL_DESKTOP_X11", "openbox"));
    }

    @AfterEach
    void closeAll() {
        server.close();
        display.close();
        user.close();
    }

    private StockClient logOn(VirtualDisplay where, LinuxUser who, String... options) throws Exception {
        var all = new java.util.ArrayList<>(List.of("/u:" + who.name(), "/p:" + who.password(), "/size:1024x768"));
        all.addAll(List.of(options));
        return StockClient.xfreerdp(where, server.port(), all.toArray(String[]::new));
    }

    /** A program of the user's, started when the session starts. */
    private static void onStart(LinuxUser who, String command) throws Exception {
        Path script = who.home().resolve(".config/openbox/autostart");
        Files.createDirectories(script.getParent());
        Files.writeString(script, command + "\n");
        Tool.run(Map.of(), List.of("chown", "-R", who.name() + ":", who.home() + "/.config"));
    }

    private static String xterm(String script) {
        return "xterm -fa Monospace -geometry 100x30+20+20 -e sh -c '" + script + "' &";
    }

    /** A shell in a terminal that is ready when its colour is seen. */
    private static final String SHELL =
            xterm("printf \"\\033[48;2;42;137;200m%200s\\033[0m\\n\"; exec bash --norc --noprofile");

    @Test
    void shouldRunTheSessionAsTheUserAndKeepItWhileTheClientIsAway() throws Exception {
        onStart(user, SHELL);
        try (StockClient client = logOn(display, user)) {
            Map<String, String> session = server.awaitOnlySession("Active");
            display.await(SIGNAL_COLOUR, 2000, PATIENCE);
            assertThat(session).as(client.printed()).containsEntry("user", user.name());
            assertThat(Objects.requireNonNull(session.get("desktop"))).containsIgnoringCase("openbox");
            display.click(300, 300);
            display.type("echo $(id -un) $(stat -c %U $XAUTHORITY) $(stat -c %a $XAUTHORITY) > who");
            display.key("Return");
            assertThat(user.awaitLine("who")).isEqualTo(user.name() + " " + user.name() + " 600");
            display.screenshot().save("linux-desktop");
        }
        Map<String, String> left = server.awaitOnlySession("Disconnected");
        assertThat(user.processes()).isNotEmpty();
        try (StockClient client = logOn(display, user)) {
            assertThat(server.awaitOnlySession("Active")).containsEntry("id", left.get("id"));
            display.await(SIGNAL_COLOUR, 2000, PATIENCE);
            assertThat(client.running()).isTrue();
            server.oriel("logoff", Objects.requireNonNull(left.get("id")));
            client.exitCode(PATIENCE);
        }
        Tool.await(
                "the user's processes to be gone",
                PATIENCE,
                () -> user.processes().isEmpty());
    }

    @Test
    void shouldServeTwoUsersAtOnceEachAsThemselves() throws Exception {
        onStart(user, SHELL);
        try (LinuxUser other = LinuxUser.create();
                VirtualDisplay elsewhere = VirtualDisplay.open(1024, 768)) {
            onStart(other, SHELL);
            try (StockClient one = logOn(display, user);
                    StockClient two = logOn(elsewhere, other)) {
                display.await(SIGNAL_COLOUR, 2000, PATIENCE);
                elsewhere.await(SIGNAL_COLOUR, 2000, PATIENCE);
                display.click(300, 300);
                display.type("id -un > who; ls /home/" + other.name() + " > other 2>&1 || echo denied >> denied");
                display.key("Return");
                elsewhere.click(300, 300);
                elsewhere.type("id -un > who");
                elsewhere.key("Return");
                assertThat(user.awaitLine("who")).isEqualTo(user.name());
                assertThat(other.awaitLine("who")).isEqualTo(other.name());
                assertThat(one.running() && two.running()).isTrue();
                assertThat(server.sessions()).hasSize(2);
            }
        }
    }

    @Test
    void shouldTypeWithTheLayoutOfTheClient() throws Exception {
        onStart(user, SHELL);
        try (StockClient client = logOn(display, user, "/kbd:0x0000040C")) {
            display.await(SIGNAL_COLOUR, 2000, PATIENCE);
            display.click(300, 300);
            // Where a keyboard of the United States has these, a French one has: e c h o, space, é (2), @ (AltGr 0) and
            // ê.
            display.key("e", "c", "h", "o", "space", "2", "bracketleft", "e", "space");
            display.key("shift+94", "space", "t", "e", "x", "t", "Return"); // the key beside the left Shift has > and <
            assertThat(user.awaitLine("text")).as(client.printed()).isEqualTo("éê");
        }
    }

    @Test
    void shouldSayThatTheXServerHasDiedAndStartAFreshDesktop() throws Exception {
        onStart(user, SHELL);
        try (StockClient client = logOn(display, user)) {
            display.await(SIGNAL_COLOUR, 2000, PATIENCE);
            ProcessHandle.allProcesses()
                    .filter(process ->
                            process.info().user().filter(user.name()::equals).isPresent())
                    .filter(process -> process.info().command().orElse("").matches(".*/(Xvfb|Xvnc|Xtigervnc|Xorg)"))
                    .forEach(ProcessHandle::destroyForcibly);
            Tool.await(
                    "the failure on the screen",
                    PATIENCE,
                    () -> display.screenshot().count(SIGNAL_COLOUR) < 100);
            display.settled(Duration.ofMillis(600), PATIENCE).save("x-server-killed");
            display.key("Return");
            display.await(SIGNAL_COLOUR, 2000, PATIENCE);
            assertThat(client.running()).as(client.printed()).isTrue();
            server.awaitOnlySession("Active");
        }
    }

    @Test
    void shouldTellAWrongPasswordAndTakeTheRightOne() throws Exception {
        try (StockClient client =
                StockClient.xfreerdp(display, server.port(), "/u:" + user.name(), "/p:wrong", "/size:1024x768")) {
            display.settled(Duration.ofMillis(600), PATIENCE).save("linux-wrong-password");
            display.type(user.password());
            display.key("Return");
            assertThat(server.awaitOnlySession("Active")).as(client.printed()).containsEntry("user", user.name());
        }
    }

    @Test
    void shouldSetANewPasswordForAnExpiredOne() throws Exception {
        Tool.run(Map.of(), List.of("chage", "-d", "0", user.name()));
        try (StockClient client = logOn(display, user)) {
            for (String answer : List.of("a Brand-new 1ne", "a Brand-new 1ne")) {
                display.settled(Duration.ofMillis(1200), PATIENCE).save("expired-password");
                display.type(answer);
                display.key("Return");
            }
            assertThat(server.awaitOnlySession("Active")).as(client.printed()).containsEntry("user", user.name());
        }
    }

    @Test
    void shouldTellEverythingOfASession() throws Exception {
        onStart(user, SHELL);
        try (StockClient client = logOn(display, user)) {
            display.await(SIGNAL_COLOUR, 2000, PATIENCE);
            String told = server.oriel("sessions", "show", server.idOfOnlySession());
            assertThat(told)
                    .as(client.printed())
                    .contains("user         " + user.name())
                    .contains("size         1024x768")
                    .containsPattern("processes +[1-9]")
                    .containsPattern("memory +[1-9]")
                    .containsPattern("log +/");
            Path log = Path.of(told.lines()
                    .filter(line -> line.startsWith("log"))
                    .map(line -> line.substring(3).strip())
                    .findFirst()
                    .orElseThrow());
            assertThat(Files.getOwner(log).getName()).isEqualTo(user.name());
        }
    }

    @Test
    void shouldServeOthersWhileOneUserForksEndlessly() throws Exception {
        server.close();
        server = OrielServer.start(Map.of("ORIEL_DESKTOP_X11", "openbox", "ORIEL_DESKTOP_PROCESSES", "120"));
        onStart(user, SHELL + "\n" + "sh -c 'sleep 3; while :; do sleep 300 & done' &");
        try (LinuxUser other = LinuxUser.create();
                VirtualDisplay elsewhere = VirtualDisplay.open(1024, 768);
                StockClient bomb = logOn(display, user)) {
            display.await(SIGNAL_COLOUR, 2000, PATIENCE);
            Tool.await("the process limit", PATIENCE, () -> user.processes().size() > 60);
            onStart(other, SHELL);
            try (StockClient calm = logOn(elsewhere, other)) {
                elsewhere.await(SIGNAL_COLOUR, 2000, PATIENCE);
                elsewhere.click(300, 300);
                elsewhere.type("id -un > who");
                elsewhere.key("Return");
                assertThat(other.awaitLine("who"))
                        .as(calm.printed() + bomb.printed())
                        .isEqualTo(other.name());
                assertThat(user.processes()).hasSizeLessThanOrEqualTo(121);
                assertThat(Files.exists(other.home().resolve("who"))).isTrue();
            }
        }
    }

    @Test
    void shouldShowProgramsOfGtkAndQt() throws Exception {
        Tool.require("zenity", "zenity");
        Tool.require("featherpad", "featherpad");
        onStart(user, "zenity --info --title=Gtk --text='A dialogue of GTK' & featherpad & sleep 1");
        try (StockClient client = logOn(display, user)) {
            server.awaitOnlySession("Active");
            Tool.await(
                    "both programs",
                    PATIENCE,
                    () -> user.processes().stream().anyMatch(line -> line.contains("featherpad"))
                            && user.processes().stream().anyMatch(line -> line.contains("zenity")));
            Pixels shown = display.settled(Duration.ofMillis(1500), PATIENCE).save("gtk-and-qt");
            assertThat(shown.colors(60)).as(client.printed()).isGreaterThan(50);
        }
    }
}
