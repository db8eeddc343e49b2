package oriel.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.helper.protocol.HelperSettings;
import oriel.identity.Authentication.Outcome;
import oriel.identity.Conversation;
import oriel.identity.Identity;
import oriel.identity.LocalUsers;
import oriel.identity.LockoutPolicy;
import oriel.identity.Refusal;

/** Who may log on, asked of a real helper with the host's PAM. */
class HelperLogonTest {

    private static final LockoutPolicy PATIENT =
            new LockoutPolicy(100, Duration.ofSeconds(1), 200, Duration.ofMinutes(1), Duration.ofHours(1));

    @TempDir
    Path directory;

    private final TestAccounts accounts = new TestAccounts();
    private HelperSettings.Access access = HelperSettings.Access.EVERYBODY;
    private LockoutPolicy lockout = PATIENT;
    private String service = "";

    @BeforeEach
    void makeService() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        service = accounts.service(
                "auth required pam_unix.so",
                "account required pam_unix.so",
                "password required pam_unix.so",
                "session required pam_unix.so");
    }

    @AfterEach
    void removeAccounts() throws IOException {
        accounts.close();
    }

    private Helper start() throws IOException, InterruptedException {
        Helper helper = Helper.start(new HelperSettings(
                directory.resolve("users"),
                lockout,
                service,
                access,
                HelperSettings.Sessions.usual(directory.resolve("sessions")),
                60_899));
        helper.awaitReady();
        return helper;
    }

    private Outcome attempt(String user, String password) throws IOException, InterruptedException {
        return attempt(user, password, Conversation.NONE);
    }

    private Outcome attempt(String user, String password, Conversation further)
            throws IOException, InterruptedException {
        try (Helper helper = start()) {
            return helper.authentication().authenticate(user, "", password.toCharArray(), "192.0.2.1", further);
        }
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }

    @Test
    void shouldAdmitAUserWithTheRightPasswordOnly() throws Exception {
        String group = accounts.group();
        String user = accounts.user("-G", group);
        try (Helper helper = start()) {
            var logon = helper.authentication();

            assertThat(helper.pamService()).isEqualTo(service);
            assertThat(helper.notes()).isEmpty();
            assertThat(logon.authenticate(user, "", TestAccounts.PASSWORD.toCharArray(), "", Conversation.NONE))
                    .isEqualTo(new Outcome.Authenticated(new Identity(user, "", Set.of(user, group))));
            assertThat(logon.authenticate(user, "", "wrong".toCharArray(), "", Conversation.NONE))
                    .isEqualTo(refused(new Refusal.WrongCredentials()));
            assertThat(logon.authenticate(user, "", new char[0], "", Conversation.NONE))
                    .isEqualTo(refused(new Refusal.WrongCredentials()));
            assertThat(logon.authenticate("no-such-user", "", "wrong".toCharArray(), "", Conversation.NONE))
                    .isEqualTo(refused(new Refusal.WrongCredentials()));
            assertThat(logon.authenticate("-oProxy\n", "", "wrong".toCharArray(), "", Conversation.NONE))
                    .isEqualTo(refused(new Refusal.WrongCredentials()));
        }
    }

    @Test
    void shouldNotAdmitAnAccountWithAnEmptyPassword() throws Exception {
        String user = accounts.user();
        TestAccounts.require("", List.of("passwd", "-d", user));
        service = accounts.service("auth required pam_unix.so nullok", "account required pam_unix.so");

        assertThat(attempt(user, "")).isEqualTo(refused(new Refusal.WrongCredentials()));
    }

    /** Only whoever knows the password is told that the account is locked. */
    @Test
    void shouldTellOfALock() throws Exception {
        String user = accounts.user();
        TestAccounts.require("", List.of("usermod", "-L", user));

        assertThat(attempt(user, TestAccounts.PASSWORD)).isEqualTo(refused(new Refusal.Disabled()));
        assertThat(attempt(user, "wrong")).isEqualTo(refused(new Refusal.WrongCredentials()));
    }

    @Test
    void shouldTellOfAnExpiredAccount() throws Exception {
        String user = accounts.user();
        TestAccounts.require(
                "",
                List.of(
                        "chage",
                        "-E",
                        LocalDate.now(Clock.systemUTC()).minusDays(2).toString(),
                        user));

        assertThat(attempt(user, TestAccounts.PASSWORD)).isEqualTo(refused(new Refusal.AccountExpired()));
    }

    @Test
    void shouldHaveAnExpiredPasswordChanged() throws Exception {
        String user = accounts.user();
        TestAccounts.require("", List.of("chage", "-d", "0", user));

        var refusing = new ScriptedConversation();
        assertThat(attempt(user, TestAccounts.PASSWORD, refusing)).isEqualTo(refused(new Refusal.PasswordExpired()));

        var changing = new ScriptedConversation("Neue-Gans-99", "Neue-Gans-99");
        assertThat(attempt(user, TestAccounts.PASSWORD, changing)).isInstanceOf(Outcome.Authenticated.class);
        assertThat(changing.heard)
                .anyMatch(prompt -> prompt.startsWith("New password"))
                .anyMatch(prompt -> prompt.startsWith("Retype"));

        assertThat(attempt(user, TestAccounts.PASSWORD)).isEqualTo(refused(new Refusal.WrongCredentials()));
        assertThat(attempt(user, "Neue-Gans-99")).isInstanceOf(Outcome.Authenticated.class);
    }

    @Test
    void shouldTellWhoHasNoShell() throws Exception {
        String user = accounts.user("-s", "/usr/sbin/nologin");

        assertThat(attempt(user, TestAccounts.PASSWORD)).isEqualTo(refused(new Refusal.NoShell()));
    }

    @Test
    void shouldAskForAOneTimeCode() throws Exception {
        String user = accounts.user();
        Path secret = Path.of("/home", user, ".google_authenticator");
        Files.writeString(secret, "JBSWY3DPEHPK3PXP\n\" WINDOW_SIZE 17\n\" TOTP_AUTH\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--------"));
        TestAccounts.require("", List.of("chown", user, secret.toString()));
        service = accounts.service(
                "auth required pam_unix.so",
                "auth required pam_google_authenticator.so",
                "account required pam_unix.so");

        assertThat(attempt(user, TestAccounts.PASSWORD, new ScriptedConversation("000000")))
                .isEqualTo(refused(new Refusal.WrongCredentials()));
        assertThat(attempt(user, TestAccounts.PASSWORD)).isEqualTo(refused(new Refusal.GivenUp()));

        var asked = new ScriptedConversation(code());
        assertThat(attempt(user, TestAccounts.PASSWORD, asked)).isInstanceOf(Outcome.Authenticated.class);
        assertThat(asked.heard).containsExactly("Verification code:");
    }

    private static String code() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("oathtool", "--totp", "-b", "JBSWY3DPEHPK3PXP").start();
        String code = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return code.strip();
    }

    @Test
    void shouldHeedTheListsOfGroups() throws Exception {
        String wanted = accounts.group();
        String unwanted = accounts.group();
        String user = accounts.user("-G", wanted + "," + unwanted);
        String other = accounts.user();

        access = new HelperSettings.Access(HelperSettings.Accounts.BOTH, Set.of(wanted), Set.of(), false);
        assertThat(attempt(user, TestAccounts.PASSWORD)).isInstanceOf(Outcome.Authenticated.class);
        assertThat(attempt(other, TestAccounts.PASSWORD))
                .isEqualTo(refused(new Refusal.NotAllowed("no group of yours may log on here")));

        access = new HelperSettings.Access(HelperSettings.Accounts.BOTH, Set.of(wanted), Set.of(unwanted), false);
        assertThat(attempt(user, TestAccounts.PASSWORD))
                .isEqualTo(refused(new Refusal.NotAllowed("a group of yours may not log on here")));
    }

    @Test
    void shouldRefuseRoot() throws Exception {
        assertThat(attempt("root", "whatever")).isEqualTo(refused(new Refusal.NotAllowed("root may not log on here")));
    }

    @Test
    void shouldPreferOwnUsersAndHeedWhoKeepsTheirFile() throws Exception {
        String user = accounts.user();
        Path file = directory.resolve("users");
        LocalUsers.open(file, PATIENT, Clock.systemUTC()).add(user, "its own".toCharArray(), Set.of("staff"));

        assertThat(attempt(user, "its own"))
                .isEqualTo(new Outcome.Authenticated(new Identity(user, "", Set.of("staff"))));
        assertThat(attempt(user, TestAccounts.PASSWORD)).isEqualTo(refused(new Refusal.WrongCredentials()));

        access = new HelperSettings.Access(HelperSettings.Accounts.LINUX, Set.of(), Set.of(), false);
        assertThat(attempt(user, TestAccounts.PASSWORD)).isInstanceOf(Outcome.Authenticated.class);

        access = HelperSettings.Access.EVERYBODY;
        TestAccounts.require("", List.of("chown", user, file.toString()));
        assertThat(attempt(user, "its own"))
                .isEqualTo(refused(new Refusal.Unavailable("the users file " + file + " is not root's alone")));
    }

    @Test
    void shouldSlowDownFailures() throws Exception {
        lockout = new LockoutPolicy(1, Duration.ofMinutes(1), 2, Duration.ofMinutes(1), Duration.ofHours(1));
        String user = accounts.user();
        try (Helper helper = start()) {
            helper.authentication().authenticate(user, "", "wrong".toCharArray(), "192.0.2.1", Conversation.NONE);

            assertThat(helper.authentication()
                            .authenticate(
                                    user, "", TestAccounts.PASSWORD.toCharArray(), "192.0.2.2", Conversation.NONE))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.SlowedDown.class));
        }
    }

    @Test
    void shouldSayWhatTheAdministratorShouldKnow() throws Exception {
        service = "no-such-service";
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Helper helper = start()) {
            assertThat(helper.pamService()).isEqualTo("no-such-service"); // for which PAM has the rules of other
            assertThat(helper.notes())
                    .anyMatch(note -> note.startsWith("the PAM service 'no-such-service' is not installed"))
                    .anyMatch(note -> note.startsWith("no Linux desktop can be started"));
        }
    }

    @Test
    void shouldSayThatItIsGone() throws Exception {
        try (Helper helper = start()) {
            ProcessHandle.of(helper.pid()).orElseThrow().destroyForcibly();

            assertThat(helper.gone().get(10, TimeUnit.SECONDS)).isEqualTo("the helper has ended");
            assertThat(helper.authentication().authenticate("ann", "", "x".toCharArray(), "", Conversation.NONE))
                    .isEqualTo(refused(new Refusal.Unavailable("the helper has ended")));
        }
    }
}
