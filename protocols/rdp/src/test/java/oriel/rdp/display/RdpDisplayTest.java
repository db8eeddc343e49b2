package oriel.rdp.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Size;
import oriel.contract.desktop.VideoEndpoint;
import oriel.rdp.codec.update.ColorPointer;
import oriel.rdp.codec.update.LargePointer;
import oriel.rdp.codec.update.NewPointer;
import oriel.rdp.codec.update.PlaySound;
import oriel.rdp.codec.update.PointerPosition;
import oriel.rdp.codec.update.SystemPointer;

/** What a decoding client shows is what the session's screen shows. */
@Timeout(180)
class RdpDisplayTest implements DisplayHost {

    private final LinkedBlockingQueue<Size> wanted = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
    private volatile boolean followSize;
    private RdpDisplay display = new RdpDisplay("unused", new ClientModel(parameters(1, 1, 8)), this);

    @AfterEach
    void closeDisplay() {
        display.close();
        assertThat(failures).isEmpty();
    }

    @Override
    public boolean resizeWanted(Size size) {
        wanted.add(size);
        return followSize;
    }

    @Override
    public void displayFailed(Exception cause) {
        failures.add(cause);
    }

    private static DisplayParameters parameters(int width, int height, int bitsPerPixel) {
        return new DisplayParameters(width, height, bitsPerPixel, true, true, true, true, 1 << 20, 20, 20, 3, true);
    }

    private VideoEndpoint show(PaintedScreen screen, ClientModel client, DisplayParameters parameters) {
        display = new RdpDisplay("display", client, this);
        VideoEndpoint endpoint = display.endpoint();
        endpoint.open(screen);
        display.configure(parameters);
        return endpoint;
    }

    @ParameterizedTest
    @CsvSource({
        // bits, fast path, compression, no header, skip alpha, max request size
        "8,true,true,true,true,65535",
        "15,true,true,true,true,65535",
        "16,true,true,true,true,65535",
        "24,true,true,true,true,65535",
        "32,true,true,true,true,65535",
        "32,true,true,true,false,65535",
        "32,true,true,false,true,0",
        "24,true,true,false,true,0",
        "16,true,false,true,true,0",
        "32,true,false,true,true,1000000",
        "24,false,false,true,true,0",
        "8,false,true,false,true,0",
        "16,false,true,true,true,0",
        "32,false,true,true,false,0",
    })
    void shouldShowTheScreen(
            int bits, boolean fastPath, boolean compression, boolean noHeader, boolean skipAlpha, int maxRequestSize)
            throws InterruptedException {
        for (int[] size : new int[][] {{203, 145}, {320, 97}}) {
            DisplayParameters parameters = new DisplayParameters(
                    size[0],
                    size[1],
                    bits,
                    fastPath,
                    compression,
                    noHeader,
                    skipAlpha,
                    maxRequestSize,
                    20,
                    20,
                    0,
                    true);
            PaintedScreen screen = new PaintedScreen(size[0], size[1]);
            ClientModel client = new ClientModel(parameters);
            Random random = new Random(bits);
            show(screen, client, parameters);
            for (int round = 0; round < 10; round++) {
                for (int n = random.nextInt(6); n >= 0; n--) {
                    screen.paintAtRandom(random);
                }
                client.await(() -> client.shows(screen));
            }
            DisplayStatistics statistics = display.statistics();
            assertThat(statistics.frames()).isPositive();
            assertThat(statistics.bytesAfter()).isPositive();
            assertThat(statistics.bytesBefore()).isGreaterThanOrEqualTo((long) size[0] * size[1] * (bits + 7) / 8);
            assertThat(statistics.codec()).endsWith(bits + " bpp");
            display.close();
        }
    }

    @Test
    void shouldSendLargeAreasOfOneColourInLittle() throws InterruptedException {
        PaintedScreen screen = new PaintedScreen(1920, 1080);
        for (int bits : new int[] {16, 32}) {
            ClientModel client = new ClientModel(parameters(1920, 1080, bits));
            screen.paint(0, 0, 1920, 1080, 0x204060);
            show(screen, client, parameters(1920, 1080, bits));
            client.await(() -> client.shows(screen));
            assertThat(display.statistics().bytesAfter()).isLessThan(bits == 16 ? 3000 : 160_000);
            display.close();
        }
    }

    @Test
    void shouldSendNothingBeforeItIsConfigured() throws InterruptedException {
        PaintedScreen screen = new PaintedScreen(64, 64);
        ClientModel client = new ClientModel(parameters(64, 64, 32));
        display = new RdpDisplay("display", client, this);
        display.endpoint().open(screen);
        screen.paint(0, 0, 64, 64, 1);
        assertThat(client.updates).isZero();

        display.configure(parameters(64, 64, 32));

        client.await(() -> client.shows(screen));
    }

    @Test
    void shouldSkipWhatASlowClientMissed() throws InterruptedException {
        PaintedScreen screen = new PaintedScreen(200, 200);
        ClientModel client = new ClientModel(parameters(200, 200, 32));
        show(screen, client, parameters(200, 200, 32));
        client.await(() -> client.shows(screen));
        client.block(true);
        int writes = client.writes;
        screen.paint(0, 0, 10, 10, 0xFF0000);
        client.await(() -> client.writes > writes);

        Random random = new Random(1);
        for (int n = 0; n < 500; n++) {
            screen.paintAtRandom(random);
        }
        client.block(false);

        client.await(() -> client.shows(screen));
        assertThat(client.writes - writes).isLessThan(20);
    }

    @Test
    void shouldBeStillWhileSuppressedAndSendEverythingAfterwards() throws InterruptedException {
        PaintedScreen screen = new PaintedScreen(100, 100);
        ClientModel client = new ClientModel(parameters(100, 100, 16));
        show(screen, client, parameters(100, 100, 16));
        client.await(() -> client.shows(screen));
        display.suppress();
        int before = client.updates;

        screen.paint(0, 0, 50, 50, 0xFFFFFF);
        screen.movePointer(5, 6);
        client.await(() -> new PointerPosition(5, 6).equals(client.position));
        assertThat(client.updates).isEqualTo(before + 1);
        client.configure(parameters(100, 100, 16));
        display.allow();

        client.await(() -> client.shows(screen));
    }

    @Test
    void shouldRefreshAnArea() throws InterruptedException {
        PaintedScreen screen = new PaintedScreen(100, 100);
        screen.paint(0, 0, 100, 100, 0x808080);
        ClientModel client = new ClientModel(parameters(100, 100, 24));
        show(screen, client, parameters(100, 100, 24));
        client.await(() -> client.shows(screen));
        client.configure(parameters(100, 100, 24));

        display.refresh(0, 0, 100, 100);

        client.await(() -> client.shows(screen));
    }

    @Test
    void shouldAskTheHostToFollowTheScreensSize() throws InterruptedException {
        followSize = true;
        PaintedScreen screen = new PaintedScreen(100, 100);
        ClientModel client = new ClientModel(parameters(100, 100, 32));
        show(screen, client, parameters(100, 100, 32));
        client.await(() -> client.shows(screen));

        screen.resize(160, 80);
        assertThat(wanted.poll(40, TimeUnit.SECONDS)).isEqualTo(new Size(160, 80));
        int before = client.updates;
        screen.paint(0, 0, 10, 10, 0xFFFFFF);
        screen.movePointer(1, 1);
        client.configure(parameters(160, 80, 32));
        assertThat(client.updates).isEqualTo(before);
        display.configure(parameters(160, 80, 32));

        client.await(() -> client.shows(screen));
        assertThat(wanted).isEmpty();
    }

    /** Every activation costs the client its whole picture: a screen that cannot decide is followed in few steps. */
    @Test
    void shouldFollowAScreenThatOftenChangesItsSizeInFewSteps() throws InterruptedException {
        followSize = true;
        PaintedScreen screen = new PaintedScreen(100, 100);
        ClientModel client = new ClientModel(parameters(100, 100, 32));
        show(screen, client, parameters(100, 100, 32));
        for (int width = 101; width <= 200; width++) {
            screen.resize(width, 100);
        }
        int steps = 0;
        Size asked;
        do {
            asked = wanted.poll(40, TimeUnit.SECONDS);
            client.configure(parameters(asked.width(), asked.height(), 32));
            display.configure(parameters(asked.width(), asked.height(), 32));
            steps++;
        } while (asked.width() < 200);
        client.await(() -> client.shows(screen));
        assertThat(steps).isLessThan(20);
        assertThat(wanted).isEmpty();
    }

    @Test
    void shouldShowWhatFitsWhenTheSizeStays() throws InterruptedException {
        PaintedScreen screen = new PaintedScreen(100, 100);
        ClientModel client = new ClientModel(parameters(100, 100, 32));
        show(screen, client, parameters(100, 100, 32));
        client.await(() -> client.shows(screen));

        screen.resize(60, 300);

        client.await(() -> client.shows(screen));
        screen.paint(0, 90, 300, 300, 0xFF00FF);
        client.await(() -> client.shows(screen));
        assertThat(wanted).hasSize(1);
    }

    @Test
    void shouldBeSilentWhileHeld() throws InterruptedException {
        PaintedScreen screen = new PaintedScreen(100, 100);
        ClientModel client = new ClientModel(parameters(100, 100, 32));
        show(screen, client, parameters(100, 100, 32));
        client.await(() -> client.shows(screen));
        display.hold();
        int before = client.updates;

        screen.paint(0, 0, 100, 100, 0x123456);
        screen.movePointer(3, 3);
        TimeUnit.MILLISECONDS.sleep(30);
        assertThat(client.updates).isEqualTo(before);
        client.configure(parameters(100, 100, 16));
        display.configure(parameters(100, 100, 16));

        client.await(() -> client.shows(screen));
    }

    @Test
    void shouldMoveToAnotherSessionsScreen() throws InterruptedException {
        PaintedScreen first = new PaintedScreen(300, 200);
        PaintedScreen second = new PaintedScreen(300, 200);
        ClientModel client = new ClientModel(parameters(300, 200, 32));
        VideoEndpoint endpoint = show(first, client, parameters(300, 200, 32));
        Random random = new Random(9);
        first.paintAtRandom(random);
        client.await(() -> client.shows(first));

        endpoint.close();
        endpoint.close();
        assertThat(first.watchers()).isZero();
        second.paintAtRandom(random);
        display.endpoint().open(second);
        client.await(() -> client.shows(second));
        first.paint(0, 0, 300, 200, 0x777777);
        second.paint(10, 10, 20, 20, 0x999999);
        client.await(() -> client.shows(second));

        // The endpoint of the first session is void.
        endpoint.open(first);
        assertThat(first.watchers()).isZero();
        display.close();
        assertThat(second.watchers()).isZero();
    }

    @Test
    void shouldCachePointers() throws InterruptedException {
        PaintedScreen screen = new PaintedScreen(64, 64);
        DisplayParameters parameters = new DisplayParameters(64, 64, 32, true, true, true, true, 0, 2, 2, 0, true);
        ClientModel client = new ClientModel(parameters);
        show(screen, client, parameters);
        client.await(() -> new SystemPointer(0).equals(client.pointer));
        CursorShape[] shapes = {shape(16, 16, 0x80FF0000), shape(20, 10, 0xFF00FF00), shape(9, 32, 0x010000FF)};
        for (int i : new int[] {0, 1, 0, 1, 2, 0, 1, 2}) {
            screen.point(shapes[i]);
            client.await(() -> client.pointer instanceof NewPointer pointer
                    && pointer.pointer().width() == shapes[i].width()
                    && pointer.pointer().height() == shapes[i].height());
        }
        screen.point(CursorShape.HIDDEN);
        client.await(() -> new SystemPointer(0).equals(client.pointer));
    }

    @Test
    void shouldSendPointersInTheFormTheClientTakes() throws InterruptedException {
        CursorShape large = shape(200, 100, 0xFF112233);
        PaintedScreen screen = new PaintedScreen(64, 64);
        screen.point(large);

        ColorPointer color = (ColorPointer) pointerFor(screen, true, 0, 0, 0);
        assertThat(color.width()).isEqualTo(32);
        assertThat(color.height()).isEqualTo(32);
        assertThat(color.xorMask().length()).isEqualTo(32 * 32 * 3);
        assertThat(color.andMask().length()).isEqualTo(32 * 4);
        NewPointer medium = (NewPointer) pointerFor(screen, true, 20, 1, 38_055);
        assertThat(medium.pointer().width()).isEqualTo(96);
        assertThat(medium.xorBpp()).isEqualTo(32);
        NewPointer slow = (NewPointer) pointerFor(screen, false, 20, 3, 1 << 20);
        assertThat(slow.pointer().width()).isEqualTo(32);
        LargePointer whole = (LargePointer) pointerFor(screen, true, 20, 3, 608_299);
        assertThat(whole.pointer().width()).isEqualTo(200);
        assertThat(whole.pointer().hotX()).isEqualTo(large.hotX());
    }

    private Object pointerFor(PaintedScreen screen, boolean fastPath, int cache, int flags, int maxRequestSize)
            throws InterruptedException {
        DisplayParameters parameters =
                new DisplayParameters(64, 64, 32, fastPath, true, true, true, maxRequestSize, 20, cache, flags, true);
        ClientModel client = new ClientModel(parameters);
        show(screen, client, parameters);
        client.await(() -> client.pointer != null);
        display.close();
        return Objects.requireNonNull(client.pointer);
    }

    @Test
    void shouldTurnAlphaIntoMasks() {
        int[] argb = {0xFF010203, 0x00FFFFFF, 0x40405060, 0xFFFFFFFF};
        CursorShape shape = new CursorShape(2, 2, 1, 0, argb);

        ColorPointer color = PointerPicture.of(shape, 32).withoutAlpha(5);
        // Bottom row first; rows padded to two bytes; the faint pixel is not shown.
        assertThat(color.xorMask().toArray()).containsExactly(0, 0, 0, 0xFF, 0xFF, 0xFF, 3, 2, 1, 0, 0, 0);
        assertThat(color.andMask().toArray()).containsExactly(0x80, 0, 0x40, 0);
        assertThat(color.hotX()).isEqualTo(1);
        assertThat(color.cacheIndex()).isEqualTo(5);

        NewPointer alpha = PointerPicture.of(shape, 32).withAlpha(5);
        assertThat(alpha.pointer().xorMask().toArray())
                .containsExactly(0x60, 0x50, 0x40, 0x40, 0xFF, 0xFF, 0xFF, 0xFF, 3, 2, 1, 0xFF, 0, 0, 0, 0);
        assertThat(alpha.pointer().andMask().toArray()).containsExactly(0, 0, 0x40, 0);
    }

    private static CursorShape shape(int width, int height, int color) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, color);
        return new CursorShape(width, height, width - 1, height / 2, argb);
    }

    @Test
    void shouldRingTheBellWhereTheClientHasOne() throws InterruptedException {
        PaintedScreen screen = new PaintedScreen(64, 64);
        DisplayParameters silent = new DisplayParameters(64, 64, 32, true, true, true, true, 0, 20, 20, 0, false);
        ClientModel client = new ClientModel(silent);
        show(screen, client, silent);
        client.await(() -> client.pointer != null);
        screen.ring(440, 100);
        screen.movePointer(1, 2);
        client.await(() -> client.position != null);
        assertThat(client.beeps).isEmpty();

        client.configure(parameters(64, 64, 32));
        display.configure(parameters(64, 64, 32));
        client.await(() -> client.pointer != null); // sent under the new parameters
        screen.ring(880, 200);

        client.await(() -> client.beeps.equals(List.of(new PlaySound(200, 880))));
        assertThat(client.flushes).isPositive();
    }

    @Test
    void shouldWarmUpWithoutAClient() {
        Thread.currentThread().interrupt();
        DisplayWarmUp.run();
        assertThat(Thread.interrupted()).isTrue();
        DisplayWarmUp.run();
    }

    @Test
    void shouldTellTheHostOnceWhenTheClientIsGone() throws InterruptedException {
        PaintedScreen screen = new PaintedScreen(64, 64);
        ClientModel client = new ClientModel(parameters(64, 64, 32));
        show(screen, client, parameters(64, 64, 32));
        client.await(() -> client.shows(screen));
        client.leave();
        screen.paint(0, 0, 9, 9, 0xFFFFFF);

        assertThat(failures.poll(40, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        assertThat(screen.watchers()).isZero();
        screen.paint(0, 0, 9, 9, 0);
        display.configure(parameters(64, 64, 32));
    }
}
