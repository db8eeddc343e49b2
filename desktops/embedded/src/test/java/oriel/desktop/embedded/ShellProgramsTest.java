package oriel.desktop.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import oriel.system.Account;

class ShellProgramsTest {

    @Test
    void shouldGiveNobodyARootShellForWantOfAnAccount() {
        var command = new ShellPrograms("no-such-account-here").login();

        if (Account.current().uid() == 0) {
            assertThat(command.owner())
                    .hasValueSatisfying(owner -> assertThat(owner.uid()).isNotZero());
            assertThat(String.join(" ", command.command())).contains("no Linux account named no-such-account-here");
        } else {
            assertThat(command.owner()).isEmpty();
        }
    }

    @Test
    void shouldRunTheShellOfTheAccountItIsMeantFor() {
        Account ourselves = Account.current();

        var command = new ShellPrograms(ourselves.name()).login();

        assertThat(command.command()).containsExactly(ourselves.shell().toString(), "-l");
    }
}
