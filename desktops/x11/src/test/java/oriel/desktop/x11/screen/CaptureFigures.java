package oriel.desktop.x11.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.Brush;
import oriel.desktop.x11.RealServer;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.extension.Damage;

/** The figures of docs/measurements.md, "Capture of X11 screens": a program, not a test. Takes about a minute. */
public final class CaptureFigures {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int STRIP = 64;
    private static final int ROUNDS = 2000;

    private final RealServer server;
    private final XConnection connection;
    private final X11Screen screen;
    private final Brush brush;
    private final int[] strip = new int[WIDTH * STRIP];

    private CaptureFigures(RealServer.Kind kind) throws IOException {
        server = RealServer.start(kind, WIDTH, HEIGHT);
        connection = server.connect();
        screen = X11Screen.open(connection, 0);
        brush = new Brush(server);
    }

    /** Prints the figures of both X servers. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        for (RealServer.Kind kind : RealServer.Kind.values()) {
            var figures = new CaptureFigures(kind);
            say("%n%s, %dx%d".formatted(kind, WIDTH, HEIGHT));
            for (int round = 0; round < 2; round++) {
                figures.reading();
                figures.changing();
                figures.typing();
            }
            figures.levels();
            figures.flood();
            figures.idle();
            figures.close();
        }
    }

    private void close() {
        brush.close();
        screen.close();
        connection.close();
        server.close();
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private void whole() {
        for (int y = 0; y < HEIGHT; y += STRIP) {
            screen.read(0, y, WIDTH, Math.min(STRIP, HEIGHT - y), strip, 0, WIDTH);
        }
    }

    private void reading() {
        long start = System.nanoTime();
        int frames = 400;
        for (int i = 0; i < frames; i++) {
            whole();
        }
        say("  whole picture in strips of %d rows: %.2f ms"
                .formatted(STRIP, (System.nanoTime() - start) / 1e6 / frames));
        start = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            screen.read(640, 512, 64, 64, strip, 0, 64);
        }
        say("  64x64 pixels: %.1f µs".formatted((System.nanoTime() - start) / 1e3 / ROUNDS));
    }

    /** Lets a thread of its own know of every notice. */
    private static class Ear implements ScreenWatcher {
        final Semaphore notices = new Semaphore(0);

        @Override
        public void damaged(int x, int y, int width, int height) {
            notices.release();
        }

        @Override
        public void resized(Size size) {
            // the size stays
        }

        @Override
        public void cursorChanged(CursorShape shape) {
            // nobody moves
        }

        @Override
        public void cursorMoved(int x, int y) {
            // nobody moves
        }

        @Override
        public void bell(int hertz, int milliseconds) {
            // nobody rings
        }
    }

    /** A program that draws the whole screen anew as soon as the last picture was read. */
    private void changing() throws InterruptedException {
        int[] picture = new Random(1).ints(WIDTH * 256, 0, 1 << 24).toArray();
        var ear = new Ear();
        screen.watch(ear);
        int frames = 200;
        long drawing = 0;
        long start = System.nanoTime();
        for (int i = 0; i < frames; i++) {
            long before = System.nanoTime();
            for (int y = 0; y < HEIGHT; y += 256) {
                brush.connection()
                        .send(new oriel.desktop.x11.client.Drawing.Put(
                                brush.connection().root(), gc(), 24, 0, y + i % 2, WIDTH, picture));
            }
            brush.sync();
            drawing += System.nanoTime() - before;
            ear.notices.acquire();
            ear.notices.drainPermits();
            whole();
        }
        double all = (System.nanoTime() - start) / 1e9;
        say("  everything changes, drawn and read in turn: %.0f pictures/s; without the drawing %.0f/s"
                .formatted(frames / all, frames / (all - drawing / 1e9)));
        screen.unwatch(ear);
    }

    private int gc() {
        return brush.connection().setup().idBase() | 1;
    }

    /** A letter is drawn, its notice comes, its cells are read. */
    private void typing() throws InterruptedException {
        var ear = new Ear();
        screen.watch(ear);
        long[] noticed = new long[ROUNDS];
        long[] read = new long[ROUNDS];
        TimeUnit.MILLISECONDS.sleep(50);
        ear.notices.drainPermits();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            brush.fillSoon(i % 180 * 10, 500, 9, 18, i);
            ear.notices.acquire();
            noticed[i] = System.nanoTime() - start;
            screen.read(i % 180 * 10, 500, 9, 18, strip, 0, 9);
            read[i] = System.nanoTime() - start;
            TimeUnit.MILLISECONDS.sleep(DamageReports.PACE + 1);
        }
        screen.unwatch(ear);
        say("  typing: drawn → noticed %s, drawn → read %s".formatted(percentiles(noticed), percentiles(read)));
    }

    private static String percentiles(long... nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "p50 %.0f µs, p95 %.0f µs",
                nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length * 95 / 100] / 1e3);
    }

    /** What the levels of DAMAGE cost by themselves: time until the event, events of a program that draws a lot. */
    private void levels() throws IOException, InterruptedException {
        for (Damage.Level level : Damage.Level.values()) {
            try (XConnection other = server.connect()) {
                Damage damage = Damage.of(other);
                int id = other.newId();
                var events = new Semaphore(0);
                var count = new AtomicLong();
                other.on(damage.notifyType(), event -> {
                    count.incrementAndGet();
                    events.release();
                });
                other.send(damage.create(id, other.root(), level));
                other.sync();
                events.drainPermits();
                long[] times = new long[ROUNDS];
                for (int i = 0; i < ROUNDS; i++) {
                    other.send(damage.subtract(id, 0));
                    other.sync();
                    events.drainPermits();
                    long start = System.nanoTime();
                    brush.fillSoon(i % 180 * 10, 500, 9, 18, i);
                    events.acquire();
                    times[i] = System.nanoTime() - start;
                }
                count.set(0);
                for (int i = 0; i < 20_000; i++) {
                    brush.fillSoon(i * 37 % 1900, i * 91 % 1060, 9, 18, i);
                }
                brush.sync();
                other.sync();
                say("  level %s: drawn → event %s; 20000 letters anywhere: %d events"
                        .formatted(level, percentiles(times), count.get()));
            }
        }
    }

    /** A program that draws as fast as it can for three seconds. */
    private void flood() {
        var count = new AtomicLong();
        var ear = new Ear() {
            @Override
            public void damaged(int x, int y, int width, int height) {
                count.incrementAndGet();
            }
        };
        screen.watch(ear);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        long drawn = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 500; i++) {
                brush.fillSoon((int) (drawn * 37 % 1900), (int) (drawn * 91 % 1060), 9, 18, (int) drawn++);
            }
            brush.sync();
        }
        screen.unwatch(ear);
        say("  flood: %d letters/s drawn, %d notices/s".formatted(drawn / 3, count.get() / 3));
    }

    /** Ten seconds of a screen that is watched and does not change. */
    private void idle() throws InterruptedException {
        var ear = new Ear();
        screen.watch(ear);
        TimeUnit.SECONDS.sleep(1);
        long ours = ours();
        long theirs = theirs();
        TimeUnit.SECONDS.sleep(10);
        say("  idle for 10 s: this program %d ms, X server %d ms of processor"
                .formatted(ours() - ours, theirs() - theirs));
        screen.unwatch(ear);
    }

    private static long ours() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private long theirs() {
        try {
            String[] fields = Files.readString(
                            Path.of("/proc/" + server.process().pid() + "/stat"))
                    .replaceFirst(".*\\) ", "")
                    .split(" ");
            return 10 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
