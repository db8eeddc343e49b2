package oriel.helper.privileged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import oriel.identity.Identity;

class GrantsTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private static Grant grant(String user, Optional<PamThread> pam) {
        return new Grant(new Identity(user, "", Set.of()), user, pam);
    }

    @Test
    void shouldGiveEachRightOnce() {
        try (var grants = new Grants()) {
            grants.add(grant("ann", Optional.empty()), LONG);
            grants.add(grant("ann", Optional.empty()), LONG);

            assertThat(grants.take("bob")).isEmpty();
            assertThat(grants.take("ann")).isPresent();
            assertThat(grants.take("ann")).isPresent();
            assertThat(grants.take("ann")).isEmpty();
        }
    }

    @Test
    void shouldForgetRightsAfterTheirTime() throws Exception {
        var places = new Semaphore(1);
        try (var grants = new Grants()) {
            var pam = Objects.requireNonNull(PamThread.take(places));
            grants.add(grant("ann", Optional.of(pam)), Duration.ofMillis(1));

            assertThat(places.tryAcquire(30, TimeUnit.SECONDS)).isTrue(); // the transaction has ended
            assertThat(grants.take("ann")).isEmpty();
        }
    }

    @Test
    void shouldKeepFewRightsOfOneUser() {
        var places = new Semaphore(100);
        try (var grants = new Grants()) {
            for (int i = 0; i < 50; i++) {
                grants.add(grant("ann", Optional.ofNullable(PamThread.take(places))), LONG);
            }
            for (int i = 0; i < 4; i++) {
                grants.take("ann").orElseThrow().discard();
            }
            assertThat(grants.take("ann")).isEmpty();
        }
    }
}
