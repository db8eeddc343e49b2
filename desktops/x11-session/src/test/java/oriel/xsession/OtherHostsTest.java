package oriel.xsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oriel.xsession.SessionOrder.Keyboard;

/** Hosts that lack something this one has, or that are slow. */
class OtherHostsTest {

    private static final StartRules HERE = StartRules.ofThisHost();

    @Test
    void shouldUseXvfbWithoutXvnc() throws Exception {
        var rules = new StartRules(List.of(XServer.XVFB), HERE.groups(), HERE.server(), HERE.prepare(), HERE.login());
        try (var stage = new SessionStage(rules)) {
            stage.start(stage.order("xdpyinfo >screen.txt; pgrep -l Xvfb >server.txt; sleep 60"));
            Path home = stage.user().account().home();
            SessionStage.awaitFile(home.resolve("server.txt"));
            assertThat(Files.readString(home.resolve("screen.txt"))).contains("1024x768");
            stage.requireNoTrace();
        }
    }

    @Test
    void shouldSayWhichServersCanBeInstalled() {
        assertThatThrownBy(() -> XServer.installed(List.of()))
                .hasMessage("no X server is installed (package tigervnc-standalone-server or xvfb)");
    }

    @Test
    void shouldEndAndLimitSessionsWithoutControlGroups() throws Exception {
        var rules = new StartRules(HERE.servers(), ControlGroups.NONE, HERE.server(), HERE.prepare(), HERE.login());
        try (var stage = new SessionStage(rules)) {
            SessionOrder order = stage.order(
                    "ulimit -u >limit.txt; (setsid sh -c 'trap \"\" TERM; env -i sleep 100; env -i sleep 100' &); "
                            + "f() { f | f & }; f 2>/dev/null; sleep 60");
            XSession session =
                    stage.start(SessionStage.with(order, order.program(), new SessionLimits(0, 1L << 30, 70)));
            Path limit = stage.user().account().home().resolve("limit.txt");
            SessionStage.awaitFile(limit);
            assertThat(Files.readString(limit)).isEqualTo("70\n");
            assertThat(session.figures().processes()).isBetween(3, 71);
            stage.requireNoTrace();
        }
    }

    @Test
    void shouldNotWaitForProfileFilesThatHang() throws Exception {
        var rules = new StartRules(HERE.servers(), HERE.groups(), HERE.server(), HERE.prepare(), Duration.ofSeconds(1));
        try (var stage = new SessionStage(rules)) {
            stage.user().write(".profile", "echo waiting for a server; sleep 1000\n");
            assertThatThrownBy(() -> stage.start(stage.order()))
                    .hasMessage("the profile files of the login shell did not come to an end within 1 seconds");
            stage.requireNoTrace();
        }
    }

    @Test
    void shouldLeaveNothingWhenInterrupted() throws Exception {
        try (var stage = new SessionStage()) {
            stage.user().write(".profile", "sleep 1000\n");
            var thread = new Thread(() ->
                    assertThatThrownBy(() -> stage.start(stage.order())).isInstanceOf(InterruptedException.class));
            thread.start();
            assertThat(Proc.awaitEmpty(
                            () -> Proc.anyOf(stage.user().account().uid()) ? List.of() : List.of(1),
                            Duration.ofSeconds(10),
                            left -> {}))
                    .isTrue();
            thread.interrupt();
            thread.join();
            stage.requireNoTrace();
        }
    }

    @Test
    void shouldKeepOthersWellWhenAProgramTakesAllMemory() throws Exception {
        try (var stage = new SessionStage()) {
            SessionOrder order = stage.order("tail /dev/zero; echo over >over.txt; sleep 60");
            XSession session =
                    stage.start(SessionStage.with(order, order.program(), new SessionLimits(0, 256L << 20, 0)));
            SessionStage.awaitFile(stage.user().account().home().resolve("over.txt"));
            assertThat(session.socket()).exists();
            assertThat(stage.heardNothing()).isTrue();
            stage.requireNoTrace();
        }
    }

    @Test
    void shouldRunAsOurselvesWithoutAnAccount() throws Exception {
        Path state = Files.createTempDirectory("oriel-s");
        LocalSessions sessions = LocalSessions.asOurselves(state);
        XSession session = sessions.start(own(""), end -> {});
        assertThat(session.uid()).isEqualTo(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        session.stop();
        assertThatThrownBy(() -> sessions.start(own("daemon"), end -> {}))
                .hasMessage("sessions of other users take the privileged helper");
        Files.deleteIfExists(session.log());
        Files.delete(state.resolve("session.sh"));
        Files.delete(state);
    }

    @Test
    void shouldNotStartForRootOrForNobodyInParticular() throws Exception {
        try (var stage = new SessionStage()) {
            for (String account : List.of("", "root", "no-such-account")) {
                assertThatThrownBy(() -> stage.start(own(account))).isInstanceOf(StartFailedException.class);
            }
        }
    }

    private static SessionOrder own(String account) {
        return new SessionOrder(
                999_999,
                account,
                new SessionOrder.ScreenPlan(800, 600, 800, 600, 96),
                "openbox",
                Optional.empty(),
                Keyboard.US,
                "",
                "",
                SessionLimits.NONE,
                false);
    }

    @Test
    void shouldNotKeepSessionsWhereOthersCouldChangeThem() throws IOException {
        Path open = Files.createTempDirectory("oriel-s");
        try {
            assertThatThrownBy(() -> LocalSessions.forAccounts(open.resolve("sessions"), 1))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("must be a folder of root");
            assertThatThrownBy(() -> LocalSessions.asOurselves(Path.of("/tmp/it's mine")))
                    .hasMessageContaining("not plain");
        } finally {
            Files.delete(open.resolve("sessions"));
            Files.delete(open);
        }
    }

    /** Root must not run what a user may have written, whoever that was. */
    @Test
    void shouldNotTouchWhatItDoesNotUnderstand() throws Exception {
        try (var stage = new SessionStage()) {
            Path strange = Files.createDirectory(stage.state().resolve("strange"));
            Path proof = stage.state().resolve("proof");
            Files.writeString(strange.resolve("environment"), "touch " + proof);
            Files.writeString(strange.resolve("record"), "starter=1@1");
            LocalSessions.forAccounts(stage.state(), SessionStage.READER);
            assertThat(proof).doesNotExist();
            assertThat(strange).doesNotExist();
        }
    }
}
