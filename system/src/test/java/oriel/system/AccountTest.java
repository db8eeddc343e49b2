package oriel.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    @Test
    void shouldReadALineOfPasswd() {
        assertThat(Account.parse("ann:x:1001:1002:Ann,,,:/home/ann:/bin/sh"))
                .contains(new Account("ann", 1001, 1002, Path.of("/home/ann"), Path.of("/bin/sh")));
    }

    @Test
    void shouldTakeAnotherShellWhenTheOneOfTheLineIsMissing() {
        assertThat(Account.parse("ann:x:1:2::/home/ann:/no/shell").orElseThrow().shell())
                .isIn(Path.of("/bin/bash"), Path.of("/bin/sh"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ann", "ann:x:one:2::/:/bin/sh", "ann:x:1:2:/:/bin/sh", "ann:x:99999999999:2::/:/bin/sh"})
    void shouldNotReadOtherLines(String line) {
        assertThat(Account.parse(line)).isEmpty();
    }

    @Test
    void shouldKnowRootAndOurselves() {
        assertThat(Account.named("root").orElseThrow().uid()).isZero();
        assertThat(Account.current().name()).isEqualTo(System.getProperty("user.name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-h", "a:b", "no such user"})
    void shouldNotKnowStrangeNames(String name) {
        assertThat(Account.named(name)).isEmpty();
    }
}
