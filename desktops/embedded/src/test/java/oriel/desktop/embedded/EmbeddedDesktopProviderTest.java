package oriel.desktop.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.contract.desktop.LogonScreen;
import oriel.contract.desktop.Size;

/** The provider as a service finds it, with real terminals. */
class EmbeddedDesktopProviderTest {

    private final DesktopProvider provider = new EmbeddedDesktopProvider(Optional.of(System.getProperty("user.name")));

    @Test
    void shouldBeDeclaredToTheServiceLoader() {
        assertThat(EmbeddedDesktopProvider.class.getModule().getDescriptor().provides())
                .anySatisfy(offer -> {
                    assertThat(offer.service()).isEqualTo(DesktopProvider.class.getName());
                    assertThat(offer.providers()).containsExactly(EmbeddedDesktopProvider.class.getName());
                });
    }

    @Test
    void shouldOpenALogonScreen() {
        try (LogonScreen screen =
                provider.openLogonScreen("host", Pictures.view(new Size(640, 480), Locale.ENGLISH, 0))) {
            assertThat(screen.screen().size()).isEqualTo(new Size(640, 480));
            assertThat(Onlooker.whole(screen.screen())).contains(0xF5B95C);
        }
    }

    @Test
    void shouldWarmUp() throws InterruptedException {
        EmbeddedDesktopProvider.warmUp();
    }

    @Test
    void shouldEndTheSessionWithItsInitialProgram() throws Exception {
        ExampleHost host = new ExampleHost();
        var view = Pictures.view(new Size(640, 480), Locale.ENGLISH, 0);
        var program = new InitialProgram("exit 0", "/", true);
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        try (Desktop desktop = provider.start(new DesktopRequest(host, "ada", Set.of(), view, Optional.of(program)))) {
            Onlooker onlooker = new Onlooker(desktop);
            while (host.asked.isEmpty() && Instant.now().isBefore(patience)) {
                Thread.onSpinWait();
            }
            onlooker.assertStripsFit();
        }
        assertThat(host.asked).containsExactly("ended:");
    }

    // What the terminal draws must fit together in strips as the rest does.
    @Test
    void shouldDrawTheTerminalTheSameInStrips() throws Exception {
        ExampleHost host = new ExampleHost();
        var view = Pictures.view(new Size(800, 600), Locale.ENGLISH, 0);
        String script =
                "printf '\\033[1;31mbold\\033[0m \\033[3moblique\\033[0m \\033[4mline\\033[0m ┌─┐ █▒ é ⣿ 漢\\n'; read x";
        var program = new InitialProgram(script, "", true);
        try (Desktop desktop = provider.start(new DesktopRequest(host, "ada", Set.of(), view, Optional.of(program)))) {
            Instant patience = Instant.now().plus(Duration.ofSeconds(20));
            long ground = lit(desktop);
            while (lit(desktop) < ground + 300 && Instant.now().isBefore(patience)) {
                Thread.onSpinWait();
            }
            assertThat(lit(desktop)).isGreaterThan(ground + 300);
            new Onlooker(desktop).assertStripsFit();
        }
    }

    /** Pixels of the terminal's first rows that are not of its most frequent colour. */
    private static long lit(Desktop desktop) {
        int[] pixels = new int[790 * 60];
        desktop.screen().read(0, 40, 790, 60, pixels, 0, 790);
        int ground = pixels[790 * 59];
        return Arrays.stream(pixels).filter(pixel -> pixel != ground).count();
    }
}
