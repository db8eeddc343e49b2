package oriel.desktop.embedded.pty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oriel.system.Account;

class PtyCommandTest {

    @Test
    void shouldRunTheLoginShellOfAnotherUserAsThatUser() {
        var ann = new Account("ann-of-nowhere", 1001, 1002, Path.of("/no/home"), Path.of("/bin/sh"));
        PtyCommand shell = PtyCommand.loginShell(ann);
        assertThat(shell.owner()).isEqualTo(Optional.of(ann));
        assertThat(shell.directory()).isEqualTo(Path.of("/"));
        assertThat(shell.environment()).containsEntry("USER", "ann-of-nowhere").containsEntry("HOME", "/no/home");
        assertThat(shell.on("/dev/pts/9"))
                .containsSequence("setpriv", "--reuid=1001", "--regid=1002", "--init-groups", "--", "/bin/sh", "-l")
                .containsSubsequence(List.of("setsid", "/dev/pts/9"));
    }
}
