package oriel.desktop.x11;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.DesktopStatus;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.system.Account;
import oriel.xsession.LocalSessions;
import oriel.xsession.SessionLimits;

/** Everything from the request of the service to the pixels of a program, with sessions as they are. */
class WholeSessionTest {

    private static final ClientView VIEW = new ClientView(
            new MonitorLayout(List.of(new Monitor(0, 0, 1280, 800, true, 150, 0, 0))),
            0x00000407,
            Locale.GERMANY,
            ZoneOffset.ofHours(2));

    private final ExampleHost host = new ExampleHost();
    private final Onlooker onlooker = new Onlooker();

    @Test
    void shouldShowWhatAProgramDrawsUntilItEnds() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("oriel-whole-");
        Path end = directory.resolve("end");
        var settings = new X11Settings(
                LocalSessions.asOurselves(directory.resolve("sessions")),
                new Size(1920, 1200),
                (user, groups) -> new X11Settings.Share("", SessionLimits.NONE, false));
        String program = "sh -c \"xsetroot -solid '#336699'; xrdb -query; while [ ! -e %s ]; do sleep 0.1; done\""
                .formatted(end);
        var request = new DesktopRequest(
                host,
                Account.current().name(),
                Set.of(),
                VIEW,
                Optional.of(new DesktopRequest.InitialProgram(program, "/", false)));
        try (Desktop desktop = new X11DesktopProvider(new X11DesktopTest.NoLogonScreens(), settings).start(request)) {
            desktop.screen().watch(onlooker);
            assertThat(desktop.screen().size()).isEqualTo(new Size(1280, 800));
            onlooker.await(heard -> pixel(desktop, 640, 400) == 0x336699 && pixel(desktop, 1279, 799) == 0x336699);
            DesktopStatus status = desktop.status();
            assertThat(status.processes()).isGreaterThanOrEqualTo(2);
            assertThat(status.memory()).isGreaterThan(1024 * 1024);
            assertThat(status.processor()).isGreaterThan(Duration.ZERO);
            assertThat(status.log()).isPresent();
            desktop.adapt(VIEW.with(MonitorLayout.of(new Size(1000, 700))));
            onlooker.await(heard -> desktop.screen().size().equals(new Size(1000, 700)));
            Files.createFile(end);
            // Orderly, or too soon after its start to be believed: that depends on how fast this host is.
            assertThat(host.told.poll(20, TimeUnit.SECONDS)).isNotNull().contains("ended");
        } finally {
            try (var left = Files.walk(directory)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static int pixel(Desktop desktop, int x, int y) {
        int[] pixel = new int[1];
        desktop.screen().read(x, y, 1, 1, pixel, 0, 1);
        return pixel[0];
    }
}
