package oriel.desktop.x11.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.Brush;
import oriel.desktop.x11.Onlooker;
import oriel.desktop.x11.RealServer;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.screen.X11Screen;

/** Sizes, monitors and scale on real X servers, seen by stock programs. */
@ParameterizedClass
@EnumSource(RealServer.Kind.class)
class ScreenLayoutTest {

    private final RealServer.Kind kind;
    private RealServer server;
    private XConnection connection;
    private X11Screen screen;
    private ScreenLayout layout;
    private final Onlooker onlooker = new Onlooker();

    ScreenLayoutTest(RealServer.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() throws IOException {
        server = RealServer.start(kind, 1920, 1200);
        connection = server.connect();
        screen = X11Screen.open(connection, 0);
        layout = ScreenLayout.of(connection, new Size(2600, 1600));
        screen.watch(onlooker);
    }

    @AfterEach
    void stop() {
        screen.close();
        connection.close();
        server.close();
    }

    private static MonitorLayout one(int width, int height, int scale) {
        return new MonitorLayout(List.of(new Monitor(0, 0, width, height, true, scale, 0, 0)));
    }

    @Test
    void shouldShrinkAndGrowAndShowThePicture() throws IOException {
        for (Size size : List.of(
                new Size(1024, 768),
                new Size(641, 479),
                new Size(1920, 1200),
                new Size(1366, 768),
                new Size(800, 1200),
                new Size(1366, 768))) {
            layout.apply(MonitorLayout.of(size));
            onlooker.await(heard -> screen.size().equals(size));
            assertThat(onlooker.sizes()).endsWith(size);
            try (Brush brush = new Brush(server)) {
                brush.fill(0, 0, size.width(), size.height(), 0x336699);
                int[] corner = new int[4];
                screen.read(size.width() - 1, size.height() - 1, 2, 2, corner, 0, 2);
                assertThat(corner).containsExactly(0x336699, 0, 0, 0);
                brush.fill(0, 0, size.width(), size.height(), 0);
            }
            assertThat(server.run("xrandr")).contains("current %d x %d,".formatted(size.width(), size.height()));
        }
        assertThat(server.run("xrandr")
                        .lines()
                        .filter(line -> line.contains("oriel-"))
                        .count())
                .isLessThanOrEqualTo(1); // those of before are forgotten
    }

    /** Xvfb cannot grow beyond its start, Xvnc can. */
    @Test
    void shouldComeAsNearAsTheServerCan() throws IOException {
        layout.apply(one(2560, 1440, 100));
        Size size = kind == RealServer.Kind.XVNC ? new Size(2560, 1440) : new Size(1920, 1200);
        if (kind == RealServer.Kind.XVNC) {
            onlooker.await(heard -> screen.size().equals(size));
        }
        assertThat(screen.size()).isEqualTo(size);
        assertThat(server.run("xrandr", "--listmonitors"))
                .contains("Monitors: 1")
                .contains(kind == RealServer.Kind.XVNC ? "2560/677x1440/381+0+0" : "1920/508x1200/318+0+0");
    }

    @Test
    void shouldNotBecomeLargerThanIsAllowed() throws IOException {
        layout.apply(one(5000, 300, 100));
        int most = kind == RealServer.Kind.XVNC ? 2600 : 1920;
        onlooker.await(heard -> screen.size().equals(new Size(most, 300)));
    }

    @Test
    void shouldShowTheClientsMonitors() throws IOException {
        var left = new Monitor(0, 120, 800, 600, false, 100, 0, 0);
        var right = new Monitor(800, 0, 1024, 768, true, 150, 0, 0);
        layout.apply(new MonitorLayout(List.of(left, right)));
        onlooker.await(heard -> screen.size().equals(new Size(1824, 768)));
        String monitors = server.run("xrandr", "--listmonitors");
        assertThat(monitors).contains("Monitors: 2");
        assertThat(monitors).contains("ORIEL-1 800/212x600/159+0+120");
        assertThat(monitors).contains("*ORIEL-2 1024/181x768/135+800+0");
        assertThat(server.run("xrdb", "-query")).contains("Xft.dpi:\t144");

        layout.apply(one(1024, 768, 100));
        monitors = server.run("xrandr", "--listmonitors");
        assertThat(monitors).contains("Monitors: 1").contains("*ORIEL-1 1024/271x768/203+0+0");
    }

    @Test
    void shouldChangeTheScaleAndLeaveOtherResourcesAlone() throws IOException {
        server.runWithInput("XTerm*background: black\nXft.dpi: 75\n", "xrdb", "-merge");
        layout.apply(one(1920, 1080, 200));
        assertThat(server.run("xrdb", "-query")).contains("XTerm*background:\tblack", "Xft.dpi:\t192");
        assertThat(server.run("xdpyinfo")).contains("resolution:    192x192 dots per inch");
        layout.apply(one(1920, 1080, 100));
        assertThat(server.run("xrdb", "-query")).contains("Xft.dpi:\t96").doesNotContain("192");
    }

    /** Of many changes in a short time the last one counts. */
    @Test
    void shouldEndUpWithTheLastLayout() {
        for (int i = 0; i < 200; i++) {
            layout.applySoon(one(800 + i, 600 + i, 100));
        }
        layout.applySoon(one(1111, 777, 100));
        onlooker.await(heard -> screen.size().equals(new Size(1111, 777)));
        assertThat(onlooker.sizes()).hasSizeLessThan(202);
    }
}
