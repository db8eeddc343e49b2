package oriel.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.helper.protocol.HelperSettings;
import oriel.identity.Authentication.Outcome;
import oriel.identity.Conversation;
import oriel.identity.LockoutPolicy;
import oriel.xsession.SessionEnd;
import oriel.xsession.SessionLimits;
import oriel.xsession.SessionOrder;
import oriel.xsession.StartFailedException;
import oriel.xsession.XSession;

/** X11 sessions that a real helper starts as users who have logged on through PAM. */
class HelperSessionsTest {

    @TempDir
    Path directory;

    private final TestAccounts accounts = new TestAccounts();
    private String user = "";
    private Helper helper;

    @BeforeEach
    void startHelper() throws Exception {
        user = accounts.user();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        String service = accounts.service(
                "auth required pam_unix.so", "account required pam_unix.so", "session required pam_unix.so");
        helper = Helper.start(new HelperSettings(
                directory.resolve("users"),
                LockoutPolicy.DEFAULT,
                service,
                HelperSettings.Access.EVERYBODY,
                HelperSettings.Sessions.usual(directory.resolve("s")),
                60_899));
    }

    @AfterEach
    void stopHelper() throws IOException {
        helper.close();
        accounts.close();
    }

    private void logOn() throws InterruptedException {
        assertThat(helper.authentication()
                        .authenticate(user, "", TestAccounts.PASSWORD.toCharArray(), "", Conversation.NONE))
                .isInstanceOf(Outcome.Authenticated.class);
    }

    private static SessionOrder order(String account, String commandLine) {
        return new SessionOrder(
                1,
                account,
                new SessionOrder.ScreenPlan(800, 600, 1024, 768, 96),
                "",
                Optional.of(new SessionOrder.Program(commandLine, "")),
                SessionOrder.Keyboard.US,
                "",
                "",
                SessionLimits.NONE,
                false);
    }

    private XSession start(String commandLine, CompletableFuture<SessionEnd> end)
            throws StartFailedException, InterruptedException {
        return helper.sessions().start(order(user, commandLine), end::complete);
    }

    @Test
    void shouldRunASessionAsItsUser() throws Exception {
        logOn();
        XSession session = start("exec sleep 1000", new CompletableFuture<>());
        try {
            assertThat(session.uid()).isEqualTo(Files.getAttribute(Path.of("/home", user), "unix:uid"));
            assertThat(session.socket()).exists();
            assertThat(session.cookie()).hasSize(16);
            assertThat(session.figures().processes()).isPositive();
            assertThat(session.figures().memory()).isPositive();
        } finally {
            session.stop();
        }
        assertThat(session.socket()).doesNotExist();
    }

    @Test
    void shouldStartNothingForWhoHasNotLoggedOn() throws Exception {
        assertThatThrownBy(() -> start("true", new CompletableFuture<>()))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("this user has not logged on a short while ago");
        logOn();
        assertThatThrownBy(() -> helper.sessions().start(order("root", "true"), _ -> {}))
                .hasMessage("this user has not logged on a short while ago");
    }

    /** After a failure, once more without a password. */
    @Test
    void shouldAllowAFreshStartAfterAFailure() throws Exception {
        logOn();
        var end = new CompletableFuture<SessionEnd>();
        start("sleep 1; kill -SEGV $$", end);
        assertThat(end.get(30, TimeUnit.SECONDS).orderly()).isFalse();

        var second = new CompletableFuture<SessionEnd>();
        start("true", second);
        second.get(30, TimeUnit.SECONDS);
        assertThatThrownBy(() -> {
                    start("sleep 1", new CompletableFuture<>());
                    start("sleep 1", new CompletableFuture<>());
                })
                .hasMessage("this user has not logged on a short while ago");
    }

    @Test
    void shouldEndSessionsWithTheHelper() throws Exception {
        logOn();
        XSession session = start("exec sleep 1000", new CompletableFuture<>());
        helper.close();

        assertThat(session.socket()).doesNotExist();
    }

    @Test
    void shouldTellOfTheEndOfTheHelper() throws Exception {
        logOn();
        var end = new CompletableFuture<SessionEnd>();
        XSession session = start("exec sleep 1000", end);
        ProcessHandle.of(helper.pid()).orElseThrow().destroy(); // SIGTERM: it clears away

        assertThat(end.get(30, TimeUnit.SECONDS).orderly()).isFalse();
        helper.gone().get(30, TimeUnit.SECONDS);
        ProcessHandle.of(helper.pid()).ifPresent(process -> process.onExit().join());
        assertThat(session.socket()).doesNotExist();
    }
}
