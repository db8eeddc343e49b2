package oriel.desktop.x11.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.Brush;
import oriel.desktop.x11.Onlooker;
import oriel.desktop.x11.RealServer;
import oriel.desktop.x11.client.XConnection;
import oriel.system.SharedMemory;

/** Pixels, damage and cursors of real X servers. */
@ParameterizedClass
@EnumSource(RealServer.Kind.class)
class X11ScreenTest {

    private final RealServer.Kind kind;
    private RealServer server;
    private XConnection connection;
    private X11Screen screen;
    private Brush brush;

    X11ScreenTest(RealServer.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() throws IOException {
        server = RealServer.start(kind, 800, 600);
        connection = server.connect();
        screen = X11Screen.open(connection, 0);
        brush = new Brush(server);
        brush.fill(0, 0, 800, 600, 0xFF102030);
    }

    @AfterEach
    void stop() {
        brush.close();
        screen.close();
        connection.close();
        server.close();
    }

    private int[] read(int x, int y, int width, int height) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xDEADBEEF);
        screen.read(x, y, width, height, pixels, 0, width);
        return pixels;
    }

    /** One who has heard of everything that was drawn before. */
    private Onlooker watching() throws IOException {
        var onlooker = new Onlooker();
        screen.watch(onlooker);
        connection.sync();
        brush.fill(0, 0, 1, 1, 0x102030);
        onlooker.await(heard -> heard.damage().contains(new Rectangle(0, 0, 1, 1)));
        onlooker.forget();
        return onlooker;
    }

    @Test
    void shouldShowExactlyWhatWasDrawn() {
        int[] picture = new Random(7).ints(200 * 150, 0, 0x1000000).toArray();
        brush.put(30, 40, 200, picture);
        assertThat(screen.size()).isEqualTo(new Size(800, 600));
        assertThat(read(30, 40, 200, 150)).isEqualTo(picture);
        assertThat(read(29, 39, 1, 1)).containsExactly(0x102030);
        int[] whole = read(0, 0, 800, 600);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                boolean inside = x >= 30 && x < 230 && y >= 40 && y < 190;
                assertThat(whole[y * 800 + x]).isEqualTo(inside ? picture[(y - 40) * 200 + x - 30] : 0x102030);
            }
        }
    }

    @Test
    void shouldReadIntoAPartOfTheArrayAndBlackOutside() {
        int[] pixels = new int[5000];
        Arrays.fill(pixels, -1);
        screen.read(790, 595, 20, 10, pixels, 100, 64);
        for (int i = 0; i < pixels.length; i++) {
            int x = (i - 100) % 64;
            int y = (i - 100) / 64;
            boolean asked = i >= 100 && x < 20 && y < 10;
            assertThat(pixels[i]).isEqualTo(!asked ? -1 : x < 10 && y < 5 ? 0x102030 : 0);
        }
        assertThat(read(-3, -3, 4, 4)).endsWith(0x102030).startsWith(0);
        assertThat(read(5000, 5000, 2, 1)).containsExactly(0, 0);
        assertThat(read(0, 0, 800, 601)).hasSize(800 * 601).endsWith(0);
    }

    @Test
    void shouldTellOnlyWhereSomethingWasDrawn() throws IOException {
        var onlooker = watching();
        brush.fill(100, 200, 30, 40, 0xFFFFFF);
        onlooker.await(heard -> heard.damage().contains(new Rectangle(100, 200, 30, 40)));
        brush.fillSoon(10, 10, 5, 5, 0xFF0000);
        brush.fill(700, 500, 50, 50, 0xFF0000);
        onlooker.await(heard -> heard.damage().contains(new Rectangle(700, 500, 50, 50))
                && heard.damage().contains(new Rectangle(10, 10, 5, 5)));
        assertThat(onlooker.damage()).hasSize(3);
        screen.unwatch(onlooker);
        onlooker.forget();
        brush.fill(300, 300, 10, 10, 0xFF00FF);
        assertThat(onlooker.damage()).isEmpty();
        screen.watch(onlooker); // what changed before is told again rather than never
        onlooker.await(heard -> !heard.damage().isEmpty());
    }

    /** However fast a program draws, a reader that follows the notices ends up with the last picture. */
    @Test
    void shouldEndUpWithTheLastPicture() {
        var onlooker = new Onlooker();
        screen.watch(onlooker);
        for (int i = 0; i < 20_000; i++) {
            brush.fillSoon(i % 790, i % 590, 10, 10, i);
        }
        brush.fill(0, 0, 800, 600, 0x00ABCD);
        brush.fill(400, 300, 1, 1, 0x123456);
        onlooker.await(heard -> heard.damage().stream().anyMatch(area -> area.contains(400, 300))
                && read(400, 300, 1, 1)[0] == 0x123456);
        assertThat(read(0, 0, 1, 1)).containsExactly(0x00ABCD);
        assertThat(onlooker.damage()).hasSizeLessThan(20_000);
    }

    /** A chequered region has more rectangles than are worth telling one by one. */
    @Test
    void shouldTellOfManyRectanglesTogether() {
        var onlooker = new Onlooker();
        screen.watch(onlooker);
        for (int y = 0; y < 100; y += 2) {
            for (int x = 0; x < 800; x += 2) {
                brush.fillSoon(x, y, 1, 1, 0xFFFFFF);
            }
        }
        brush.sync();
        brush.fill(799, 599, 1, 1, 0xFFFFFF);
        onlooker.await(heard -> heard.damage().stream().anyMatch(area -> area.contains(799, 599)));
        for (int x = 0; x < 800; x += 2) {
            int at = x;
            assertThat(onlooker.damage()).anyMatch(area -> area.contains(at, 98));
        }
    }

    @Test
    void shouldShowTheCursorWithAlphaAndHotSpot() {
        var onlooker = new Onlooker();
        screen.watch(onlooker);
        int[] half = new int[16 * 12];
        Arrays.fill(half, 0x80400000); // half covered with red, premultiplied
        half[0] = 0xFF00FF00;
        half[1] = 0;
        connection.send(new oriel.desktop.x11.client.Pointer.Warp(connection.root(), 400, 300));
        brush.cursor(16, 3, 5, half);
        onlooker.await(heard -> heard.shapes().stream().anyMatch(shape -> shape.width() == 16));
        CursorShape shape = screen.cursor();
        assertThat(List.of(shape.width(), shape.height(), shape.hotX(), shape.hotY()))
                .containsExactly(16, 12, 3, 5);
        assertThat(shape.argb(0, 0)).isEqualTo(0xFF00FF00);
        assertThat(shape.argb(1, 0)).isEqualTo(0);
        assertThat(shape.argb(2, 0)).isEqualTo(0x80800000);
        // The cursor is not in the picture.
        assertThat(read(400, 300, 1, 1)).containsExactly(0x102030);

        brush.cursor(8, 0, 0, new int[64]);
        onlooker.await(heard -> screen.cursor() == CursorShape.HIDDEN);
        brush.cursor(16, 3, 5, half);
        onlooker.await(heard -> screen.cursor() != CursorShape.HIDDEN);
        assertThat(screen.cursor()).isSameAs(shape);
    }

    @Test
    void shouldLearnOfCursorsThatChangedWhileNobodyLooked() {
        brush.cursor(16, 0, 0, fill(16 * 16, 0xFF0000FF));
        var onlooker = new Onlooker();
        screen.watch(onlooker);
        onlooker.await(heard -> screen.cursor().width() == 16 && screen.cursor().argb(5, 5) == 0xFF0000FF);
    }

    private static int[] fill(int count, int pixel) {
        int[] pixels = new int[count];
        Arrays.fill(pixels, pixel);
        return pixels;
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void shouldNotHangWithAServerThatIsStoppedAndRecoverWithIt() throws Exception {
        var onlooker = watching();
        signal("STOP");
        try {
            assertThat(read(0, 0, 100, 100)).containsOnly(0);
            for (int strip = 0; strip < 100; strip++) {
                assertThat(read(0, strip, 10, 1)).containsOnly(0); // nobody waits a second time
            }
        } finally {
            signal("CONT");
        }
        onlooker.await(heard -> heard.damage().contains(new Rectangle(0, 0, 800, 600)));
        assertThat(read(0, 0, 100, 100)).containsOnly(0x102030);
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(server.process().pid()))
                .start()
                .waitFor();
    }

    @Test
    void shouldReadBlackFromAServerThatWasKilled() throws Exception {
        server.process().destroyForcibly().waitFor();
        assertThat(read(0, 0, 100, 100)).containsOnly(0);
        screen.close();
        assertThat(read(0, 0, 100, 100)).containsOnly(0);
    }

    /** Nothing is left in the system's list, whoever dies. */
    @Test
    void shouldLeaveNoSharedMemoryBehind() throws IOException {
        assertThat(java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/sysvipc/shm")).stream()
                        .filter(line ->
                                line.contains(" " + ProcessHandle.current().pid() + " "))
                        .filter(line -> !line.strip().split("\\s+")[2].startsWith("1"))) // 1600: to be destroyed
                .isEmpty();
        try (SharedMemory other = SharedMemory.create(64, 0)) {
            other.remove();
            assertThat(other.id()).isNotNegative();
        }
    }

    @Test
    void shouldRefuseAScreenOfAnotherDepth() {
        if (kind == RealServer.Kind.XVFB) {
            try (RealServer shallow = RealServer.start(kind, 64, 64, 16);
                    XConnection other = shallow.connect()) {
                assertThatThrownBy(() -> X11Screen.open(other, 0)).hasMessageContaining("depth of 16 bits");
            }
        }
    }
}
