package oriel.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.helper.protocol.HelperSettings;
import oriel.identity.Authentication.Outcome;
import oriel.identity.Conversation;
import oriel.identity.LocalUsers;
import oriel.identity.LockoutPolicy;

/** Programs on terminals, run by a real helper as users who have logged on through PAM. */
class HelperTerminalsTest {

    private static final int FRONT_END = 60_899;

    @TempDir
    Path directory;

    private final TestAccounts accounts = new TestAccounts();
    private String user = "";
    private Helper helper;

    @BeforeEach
    void startHelper() throws Exception {
        user = accounts.user();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path variables = Files.writeString(directory.resolve("variables"), "ORIEL_TEST DEFAULT=by-pam\n");
        String service = accounts.service(
                "auth required pam_unix.so",
                "account required pam_unix.so",
                "session required pam_unix.so",
                "session required pam_env.so conffile=" + variables,
                "session required pam_echo.so modules may talk when nobody listens");
        helper = Helper.start(new HelperSettings(
                directory.resolve("users"),
                LockoutPolicy.DEFAULT,
                service,
                HelperSettings.Access.EVERYBODY,
                HelperSettings.Sessions.usual(directory.resolve("sessions")),
                FRONT_END));
    }

    @AfterEach
    void stopHelper() throws IOException {
        helper.close();
        accounts.close();
    }

    private void logOn(String name, String password) throws InterruptedException {
        assertThat(helper.authentication().authenticate(name, "", password.toCharArray(), "", Conversation.NONE))
                .isInstanceOf(Outcome.Authenticated.class);
    }

    @Test
    void shouldRunAProgramAsItsUserOnTheTerminal() throws Exception {
        logOn(user, TestAccounts.PASSWORD);
        try (var terminal = new TestTerminal(FRONT_END);
                var seat = helper.terminals().open(user)) {
            var program = seat.start(
                    terminal.slave,
                    "echo I am $(id -un) in $PWD on $(tty) with $ORIEL_TEST; id -Gn; ps -o tpgid= -p $$; exit 7",
                    "");

            assertThat(terminal.everything())
                    .contains("I am " + user + " in /home/" + user + " on " + terminal.slave + " with by-pam")
                    .contains(Long.toString(program.pid()));
            assertThat(program.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(7);
            assertThat(seat.account()).isEqualTo(user);
        }
    }

    @Test
    void shouldHangUpAndKill() throws Exception {
        logOn(user, TestAccounts.PASSWORD);
        try (var terminal = new TestTerminal(FRONT_END);
                var seat = helper.terminals().open(user)) {
            var polite = seat.start(terminal.slave, "exec sleep 1000", "");
            polite.end(false);
            assertThat(polite.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(129);
        }
        logOn(user, TestAccounts.PASSWORD);
        try (var terminal = new TestTerminal(FRONT_END)) {
            Terminals.Program deaf;
            try (var seat = helper.terminals().open(user)) {
                deaf = seat.start(terminal.slave, "trap '' HUP; echo deaf; sleep 1000; sleep 1000", "/nowhere");
                assertThat(terminal.until("deaf")).contains("deaf");
            }
            assertThat(deaf.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(137);
            assertThat(ProcessHandle.of(deaf.pid())).isEmpty();
        }
    }

    /** A front end that was taken over cannot become anybody who has not just typed their password. */
    @Test
    void shouldGiveASeatForALogonAndOneOnly() throws Exception {
        assertThatThrownBy(() -> helper.terminals().open(user))
                .isInstanceOf(IOException.class)
                .hasMessage("this user has not logged on a short while ago");

        logOn(user, TestAccounts.PASSWORD);
        helper.terminals().open(user).close();
        assertThatThrownBy(() -> helper.terminals().open(user))
                .hasMessage("this user has not logged on a short while ago");
        assertThatThrownBy(() -> helper.terminals().open("root"))
                .hasMessage("this user has not logged on a short while ago");
    }

    @Test
    void shouldTouchNoTerminalButTheFrontEnds() throws Exception {
        logOn(user, TestAccounts.PASSWORD);
        try (var roots = new TestTerminal(0);
                var seat = helper.terminals().open(user)) {
            assertThatThrownBy(() -> seat.start(roots.slave, "", ""))
                    .hasMessage("this terminal belongs to somebody else");
            assertThat(Files.getAttribute(Path.of(roots.slave), "unix:uid")).isEqualTo(0);
            assertThatThrownBy(() -> seat.start("/etc/shadow", "", "")).hasMessage("this is no pseudo-terminal");
            assertThatThrownBy(() -> seat.start("/dev/pts/../../etc/shadow", "", ""))
                    .hasMessage("this is no pseudo-terminal");
        }
    }

    @Test
    void shouldRunNothingForAnOwnUserWhoseAccountIsMissingOrRoots() throws Exception {
        var own = LocalUsers.open(directory.resolve("users"), LockoutPolicy.DEFAULT, Clock.systemUTC());
        own.add("oriel-nobody-here", "one".toCharArray(), Set.of());
        own.add("root", "two".toCharArray(), Set.of());

        logOn("oriel-nobody-here", "one");
        assertThatThrownBy(() -> helper.terminals().open("oriel-nobody-here"))
                .hasMessage("this host has no Linux account named oriel-nobody-here");
        logOn("root", "two");
        assertThatThrownBy(() -> helper.terminals().open("root")).hasMessage("programs may not run as root here");
    }

    @Test
    void shouldEndEverythingWithTheHelper() throws Exception {
        logOn(user, TestAccounts.PASSWORD);
        try (var terminal = new TestTerminal(FRONT_END)) {
            var program = helper.terminals().open(user).start(terminal.slave, "exec sleep 1000", "");
            helper.close();

            assertThat(ProcessHandle.of(program.pid())).isEmpty();
        }
    }
}
