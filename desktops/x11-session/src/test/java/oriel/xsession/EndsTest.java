package oriel.xsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How sessions end, by themselves and otherwise, and that they leave nothing behind. */
class EndsTest {

    /** The processes of user $0 that run $1 and lead a session of their own. */
    private static final String LEADER =
            "for p in $(pgrep -u $0 -x $1); do [ $(ps -o sid= -p $p) = $p ] && echo $p; done; true";

    private SessionStage stage;

    @BeforeEach
    void makeStage() throws IOException, InterruptedException {
        stage = new SessionStage();
    }

    @AfterEach
    void removeStage() throws IOException {
        try (SessionStage closing = stage) {
            closing.requireNoTrace();
        }
    }

    @Test
    void shouldTellThatTheServerWasKilled() throws Exception {
        stage.start(stage.order());
        kill("Xvnc");
        SessionEnd end = stage.end();
        assertThat(end.orderly()).isFalse();
        assertThat(end.reason()).isEqualTo("the X server was ended by signal 9");
    }

    @Test
    void shouldTellThatTheDesktopWasKilled() throws Exception {
        stage.start(stage.order());
        kill("openbox");
        SessionEnd end = stage.end();
        assertThat(end.orderly()).isFalse();
        assertThat(end.reason()).isEqualTo("Openbox was ended by signal 9");
    }

    private void kill(String program) throws IOException, InterruptedException {
        String user = stage.user().name();
        assertThat(Proc.awaitEmpty(
                        () -> leader(user, program).isEmpty() ? List.of(program) : List.of(),
                        Duration.ofSeconds(10),
                        left -> {}))
                .isTrue();
        TestUser.command("kill", "-9", leader(user, program));
    }

    private static String leader(String user, String program) {
        try {
            return TestUser.command("sh", "-c", LEADER, user, program).strip();
        } catch (IOException | InterruptedException e) {
            return ""; // not there yet
        }
    }

    @Test
    void shouldTellThatAProgramFailed() throws Exception {
        stage.start(stage.order("echo this is why >&2; sleep 0.2; exit 3"));
        SessionEnd end = stage.end();
        assertThat(end.orderly()).isFalse();
        assertThat(end.reason()).endsWith("failed with status 3");
        assertThat(end.tail()).contains("this is why");
    }

    @Test
    void shouldTellThatAProgramEndedAtOnce() throws Exception {
        stage.start(stage.order("true"));
        SessionEnd end = stage.end();
        assertThat(end.orderly()).isFalse();
        assertThat(end.reason()).isEqualTo("true ended as soon as it was started");
    }

    @Test
    void shouldTakeALaterEndForTheWishOfTheUser() throws Exception {
        stage.start(stage.order("sleep 6"));
        assertThat(stage.end())
                .satisfies(end -> assertThat(end.orderly()).as(end.reason()).isTrue());
    }

    @Test
    void shouldNotStartWithAShellThatExitsAtOnce() throws Exception {
        stage.user().write(".profile", "echo I do not like today; exit 4\n");
        assertThatThrownBy(() -> stage.start(stage.order()))
                .hasMessage("the login shell /bin/bash failed with status 4 before the desktop was started")
                .asInstanceOf(InstanceOfAssertFactories.type(StartFailedException.class))
                .satisfies(failure -> assertThat(failure.tail()).endsWith("I do not like today"));
    }

    @Test
    void shouldRunTheUsersOwnSessionWhenNoDesktopIsNamed() throws Exception {
        stage.user().write(".xsession", "echo mine; exec sleep 60\n");
        XSession session = stage.start(automatic());
        assertThat(session.desktop()).isEqualTo(".xsession");
        session.stop();
    }

    @Test
    void shouldTellThatTheUsersOwnSessionIsBroken() throws Exception {
        stage.user().write(".xsession", "if then\n");
        stage.start(automatic());
        SessionEnd end = stage.end();
        assertThat(end.orderly()).isFalse();
        assertThat(end.reason()).isEqualTo(".xsession failed with status 2");
        assertThat(end.tail()).last(InstanceOfAssertFactories.STRING).contains(".xsession: 1: Syntax error");
    }

    private SessionOrder automatic() {
        SessionOrder order = stage.order();
        return new SessionOrder(
                1,
                order.account(),
                order.screen(),
                "",
                order.program(),
                order.keyboard(),
                "",
                "",
                order.limits(),
                false);
    }

    @Test
    void shouldStopProgramsThatDoNotWantTo() throws Exception {
        XSession session = stage.start(stage.order(
                "kill -9 $(dbus-daemon --session --fork --print-pid=1); ipcmk -M 4096; touch /dev/shm/of-$USER; mkdir -p $XDG_RUNTIME_DIR/..x/y; chmod 0 $XDG_RUNTIME_DIR/..x/y; trap '' TERM HUP INT; (setsid env -i sh -c 'trap \"\" TERM; sleep 100; sleep 100' &); "
                        + "while :; do sleep 100; done"));
        session.stop();
        assertThat(Proc.anyOf(session.uid())).isFalse();
    }

    @Test
    void shouldLiveThroughAProgramThatForksWithoutEnd() throws Exception {
        SessionOrder order = stage.order("f() { f | f & }; f; sleep 60");
        XSession session =
                stage.start(SessionStage.with(order, order.program(), new SessionLimits(50, 512L << 20, 60)));
        Thread.sleep(500); // it fills what it may have
        assertThat(session.figures().processes()).isBetween(20, 60);
        assertThat(limits(session)).contains("60", Long.toString(512L << 20)).containsAnyOf("50000", "50000 100000");
        session.stop();
        assertThat(Proc.anyOf(session.uid())).isFalse();
    }

    /** What the groups of this host's version of control groups say. */
    private static List<String> limits(XSession session) throws IOException {
        var limits = new ArrayList<String>();
        for (Path group : ((RunningSession) session).unit().groups()) {
            for (String file :
                    List.of("pids.max", "memory.max", "memory.limit_in_bytes", "cpu.max", "cpu.cfs_quota_us")) {
                if (Files.exists(group.resolve(file))) {
                    limits.add(Files.readString(group.resolve(file)).strip());
                }
            }
        }
        return limits;
    }

    @Test
    void shouldBoundTheLogOfAProgramThatWritesWithoutEnd() throws Exception {
        XSession session =
                stage.start(stage.order("echo first; yes 'this is a rather long line of a program that never stops' "
                        + "| head -c 50000000; sleep 60"));
        Thread.sleep(1500);
        Path log = session.log();
        assertThat(Files.size(log)).isLessThanOrEqualTo(SessionLog.LARGEST_FILE + 200L);
        assertThat(Files.size(log.resolveSibling(log.getFileName() + ".old")))
                .isLessThanOrEqualTo(SessionLog.LARGEST_FILE + 200L);
        session.stop();
    }

    @Test
    void shouldStartWithoutAHome() throws Exception {
        TestUser.command(
                "mv",
                stage.user().account().home().toString(),
                stage.user().account().home() + "-away");
        try {
            XSession session = stage.start(stage.order());
            assertThat(session.log().toString()).startsWith(stage.state().toString());
            session.stop();
        } finally {
            TestUser.command(
                    "mv",
                    stage.user().account().home() + "-away",
                    stage.user().account().home().toString());
        }
    }

    @Test
    void shouldLeaveNothingAfterManySessions() throws Exception {
        for (int i = 0; i < 20; i++) {
            stage.start(stage.order()).stop();
        }
    }

    @Test
    void shouldClearAwayWhatAKilledServiceLeft() throws Exception {
        var session = stage.start(stage.order("(setsid sleep 1000 &); sleep 1000"));
        Path record;
        try (var records = Files.find(stage.state(), 2, (path, is) -> path.endsWith("record"))) {
            record = records.findFirst().orElseThrow();
        }
        Files.writeString(record, Files.readString(record).replaceFirst("starter=.*", "starter=1@17"));
        LocalSessions.forAccounts(stage.state(), SessionStage.READER);
        assertThat(stage.end().orderly()).isFalse(); // the one who really lives sees it, too
        assertThat(session.socket()).doesNotExist();
    }
}
