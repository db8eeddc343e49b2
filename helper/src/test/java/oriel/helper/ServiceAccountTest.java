package oriel.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceAccountTest {

    @TempDir
    Path directory;

    private final ServiceAccount account = new ServiceAccount("60850", 60_850, 60_850);

    @Test
    void shouldRememberItsNumberByTheStateDirectory() throws IOException {
        ServiceAccount first = ServiceAccount.choose("no-such-account", directory);
        assertThat(first.uid()).isBetween(60_800, 60_899);

        account.own(directory);
        assertThat(ServiceAccount.choose("no-such-account", directory)).isEqualTo(account);
    }

    @Test
    void shouldTakeTheAccountThatIsNamedButNeverRoots() throws IOException {
        assertThat(ServiceAccount.choose("daemon", directory).name()).isEqualTo("daemon");
        assertThat(ServiceAccount.choose("root", directory).uid()).isBetween(60_800, 60_899);
        assertThatThrownBy(() -> new ServiceAccount("root", 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldGiveLinksAwayAndNotWhatTheyLeadTo() throws IOException {
        Path other = Files.createFile(directory.resolve("other"));
        Path given = Files.createDirectory(directory.resolve("given"));
        Path link = Files.createSymbolicLink(given.resolve("link"), other);
        account.own(given);

        assertThat(Files.getAttribute(link, "unix:uid", java.nio.file.LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(60_850);
        assertThat(Files.getAttribute(other, "unix:uid")).isEqualTo(0);
    }

    /** What the service could have left for root to fall over at the next start. */
    @Test
    void shouldFindWhatLeadsOutOfADirectory() throws IOException {
        Path other = Files.createFile(directory.resolve("other"));
        Path plain = Files.createDirectory(directory.resolve("plain"));
        Files.createFile(plain.resolve("file"));
        account.requirePlain(plain);

        Path link = Files.createSymbolicLink(plain.resolve("log"), other);
        assertThatThrownBy(() -> account.requirePlain(plain)).hasMessageContaining("log is also something else");
        Files.delete(link);
        Path second = Files.createLink(plain.resolve("name"), other);
        assertThatThrownBy(() -> account.requirePlain(plain)).hasMessageContaining("name is also something else");
        Files.delete(second);
        Files.setAttribute(plain.resolve("file"), "unix:uid", 1);
        assertThatThrownBy(() -> account.requirePlain(plain)).hasMessageContaining("file is somebody else's");
    }
}
