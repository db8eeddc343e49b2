package oriel.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalUsersTest {

    private static final LockoutPolicy POLICY =
            new LockoutPolicy(2, Duration.ofSeconds(1), 4, Duration.ofMinutes(10), Duration.ofHours(1));

    @TempDir
    Path directory;

    private final TestClock clock = new TestClock();
    private LocalUsers users;

    @BeforeEach
    void openUsers() {
        users = LocalUsers.open(directory.resolve("users"), POLICY, clock);
    }

    @Test
    void shouldKnowWhomItHasBeenTold() throws IOException {
        users.add("Ada", chars("engine №1"), Set.of("staff"));

        assertThat(attempt("ada", "engine №1", "a"))
                .isEqualTo(new Authentication.Outcome.Authenticated(new Identity("Ada", "", Set.of("staff"))));
        assertThat(attempt("ada", "engine No1", "a")).isEqualTo(refused(new Refusal.WrongCredentials()));
        assertThat(attempt("bob", "engine №1", "b")).isEqualTo(refused(new Refusal.WrongCredentials()));
    }

    @Test
    void shouldKeepAccountsBetweenProcessesAndShowChangesAtOnce() throws IOException {
        var other = LocalUsers.open(directory.resolve("users"), POLICY, clock);
        users.add("ada", chars("one"), Set.of());

        assertThat(other.list()).extracting(LocalUser::name).containsExactly("ada");

        other.passwd("ADA", chars("two"));
        assertThat(attempt("ada", "two", "a")).isInstanceOf(Authentication.Outcome.Authenticated.class);

        other.remove("ada");
        assertThat(users.list()).isEmpty();
    }

    @Test
    void shouldStoreNoPasswordAndLetOnlyTheOwnerRead() throws IOException {
        users.add("ada", chars("engine"), Set.of());

        Path file = directory.resolve("users");
        assertThat(Files.readString(file)).contains("ada:$argon2id$").doesNotContain("engine");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldSlowDownThenLockTheAccount() throws IOException {
        users.add("ada", chars("right"), Set.of());

        attempt("ada", "wrong", "1");
        attempt("ada", "wrong", "2");
        assertThat(attempt("ada", "right", "3")).isEqualTo(refused(new Refusal.SlowedDown(Duration.ofSeconds(1))));
        clock.pass(Duration.ofSeconds(1));
        attempt("ada", "wrong", "4");
        assertThat(attempt("ada", "right", "5")).isEqualTo(refused(new Refusal.SlowedDown(Duration.ofSeconds(2))));
        clock.pass(Duration.ofSeconds(2));
        attempt("ada", "wrong", "6");
        assertThat(attempt("ada", "right", "7")).isEqualTo(refused(new Refusal.LockedOut(Duration.ofMinutes(10))));
        clock.pass(Duration.ofMinutes(10));
        assertThat(attempt("ada", "right", "8")).isInstanceOf(Authentication.Outcome.Authenticated.class);
    }

    @Test
    void shouldLockTheAddressWhateverNamesItTries() throws IOException {
        users.add("ada", chars("right"), Set.of());

        for (int i = 0; i < POLICY.lockAfter(); i++) {
            attempt("guess" + i, "wrong", "attacker");
            clock.pass(Duration.ofSeconds(5));
        }

        assertThat(attempt("ada", "right", "attacker"))
                .isInstanceOfSatisfying(
                        Authentication.Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.LockedOut.class));
        assertThat(attempt("ada", "right", "home")).isInstanceOf(Authentication.Outcome.Authenticated.class);
    }

    @Test
    void shouldForgetOldFailures() throws IOException {
        users.add("ada", chars("right"), Set.of());
        attempt("ada", "wrong", "a");
        attempt("ada", "wrong", "a");

        clock.pass(POLICY.forgetAfter());
        attempt("ada", "wrong", "a");

        assertThat(attempt("ada", "right", "a")).isInstanceOf(Authentication.Outcome.Authenticated.class);
    }

    @Test
    void shouldRefuseADisabledAccountOnlyToWhoKnowsThePassword() throws IOException {
        users.add("ada", chars("right"), Set.of());
        users.disable("ada", true);

        assertThat(attempt("ada", "wrong", "a")).isEqualTo(refused(new Refusal.WrongCredentials()));
        assertThat(attempt("ada", "right", "a")).isEqualTo(refused(new Refusal.Disabled()));
    }

    @Test
    void shouldNameTheLineOfADamagedFile() throws IOException {
        Files.writeString(directory.resolve("users"), "# fine\nada:$argon2id$nonsense::enabled:2026-01-01T00:00:00Z\n");

        assertThatThrownBy(users::list)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("argon2id");
    }

    @Test
    void shouldRefuseNamesThatWouldBreakTheFile() {
        assertThatThrownBy(() -> users.add("ada:root", chars("x"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ada:root");
        assertThatThrownBy(() -> users.add("ada\nroot", chars("x"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> users.add("ada", chars(""), Set.of())).hasMessageContaining("1 to 255");
    }

    @Test
    void shouldRefuseATakenName() throws IOException {
        users.add("ada", chars("x"), Set.of());

        assertThatThrownBy(() -> users.add("ADA", chars("y"), Set.of())).hasMessageContaining("exists already");
        assertThatThrownBy(() -> users.passwd("bob", chars("y"))).hasMessageContaining("no user 'bob'");
    }

    @Test
    void shouldLoseNoAccountWhenManyAreAddedAtOnce() throws Exception {
        List<Callable<Boolean>> additions = IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    users.add("user" + number, chars("x"), Set.of());
                    return true;
                })
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(executor.invokeAll(additions)).hasSize(16);
        }

        assertThat(users.list()).hasSize(16);
    }

    private Authentication.Outcome attempt(String user, String password, String origin) {
        return users.authenticate(user, "", chars(password), origin, Conversation.NONE);
    }

    private static Authentication.Outcome refused(Refusal refusal) {
        return new Authentication.Outcome.Refused(refusal);
    }

    private static char[] chars(String text) {
        return text.toCharArray();
    }

    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T12:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
