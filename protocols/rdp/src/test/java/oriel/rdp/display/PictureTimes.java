package oriel.rdp.display;

import java.util.Arrays;
import java.util.Random;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;

/**
 * Prints how long a 1920x1080 picture takes from screen to PDUs, cold and warm, for a desktop, a photograph and typing. A
 * figure to look at, not a test.
 */
final class PictureTimes {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private PictureTimes() {}

    /**
     * Runs.
     *
     * @param arguments bits per pixel; none = 32, 24, 16, 8
     */
    public static void main(String[] arguments) throws java.io.IOException {
        int[] depths = arguments.length > 0
                ? Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray()
                : new int[] {32, 24, 16, 8};
        for (int bits : depths) {
            measure("desktop", desktop(), bits);
            measure("photograph", photograph(), bits);
        }
        cells(desktop());
    }

    private static void measure(String what, int[] picture, int bits) throws java.io.IOException {
        DisplayParameters parameters =
                new DisplayParameters(WIDTH, HEIGHT, bits, true, true, true, true, 65535, 20, 20, 0, true);
        Frame screen = new Frame(picture);
        long best = Long.MAX_VALUE;
        long total = 0;
        Counter counter = new Counter();
        int rounds = 60;
        StringBuilder early = new StringBuilder();
        for (int n = 0; n < rounds; n++) {
            counter.bytes = 0;
            counter.firstByte = 0;
            ClientPicture client = new ClientPicture(parameters);
            RdpDisplay display = new RdpDisplay("none", counter, new Host());
            counter.start = System.nanoTime();
            FrameEncoder encoder = FrameEncoder.borrow();
            encoder.begin(client, display);
            client.planner.plan(screen, encoder);
            encoder.end();
            encoder.giveBack();
            long took = System.nanoTime() - counter.start;
            if (n < 12) {
                early.append(" %.0f".formatted(took / 1e6));
            }
            if (n >= rounds / 2) {
                best = Math.min(best, took);
                total += took;
            }
        }
        System.out.printf(
                "%2d bpp %-11s first%s ms, warm best %5.2f mean %5.2f ms, first byte after %5.2f ms, %7d bytes in %d writes%n",
                bits,
                what,
                early,
                best / 1e6,
                total / 1e6 / (rounds / 2),
                counter.firstByte / 1e6,
                counter.bytes,
                counter.writes / rounds);
    }

    private static void cells(int[] picture) throws java.io.IOException {
        DisplayParameters parameters =
                new DisplayParameters(WIDTH, HEIGHT, 32, true, true, true, true, 65535, 20, 20, 0, true);
        Counter counter = new Counter();
        ClientPicture client = new ClientPicture(parameters);
        RdpDisplay display = new RdpDisplay("none", counter, new Host());
        Frame screen = new Frame(picture);
        long best = Long.MAX_VALUE;
        long unchanged = Long.MAX_VALUE;
        for (int n = 0; n < 2000; n++) {
            FrameEncoder encoder = FrameEncoder.borrow();
            encoder.begin(client, display);
            for (int y = 300; y < 316; y++) {
                Arrays.fill(picture, y * WIDTH + 400, y * WIDTH + 408, n);
            }
            client.planner.damage(400, 300, 8, 16);
            long start = System.nanoTime();
            client.planner.plan(screen, encoder);
            encoder.end();
            best = Math.min(best, System.nanoTime() - start);
            if (n % 20 == 0) {
                client.planner.damage(0, 0, WIDTH, HEIGHT);
                start = System.nanoTime();
                client.planner.plan(screen, encoder);
                unchanged = Math.min(unchanged, System.nanoTime() - start);
            }
            encoder.giveBack();
        }
        System.out.printf("one character %.1f us, full damage without change %.2f ms%n", best / 1e3, unchanged / 1e6);
    }

    /** A background, a panel, three windows with title bars and anti-aliased "text". */
    private static int[] desktop() {
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.fill(pixels, 0x23395B);
        box(pixels, 0, 0, WIDTH, 32, 0x10131A);
        Random random = new Random(4);
        for (int[] window : new int[][] {{80, 90, 820, 560}, {700, 300, 900, 620}, {1300, 80, 520, 400}}) {
            box(pixels, window[0], window[1], window[2], window[3], 0xF4F4F6);
            box(pixels, window[0], window[1], window[2], 28, 0x3B5998);
            for (int line = 0; line < window[3] / 18 - 3; line++) {
                int length = random.nextInt(window[2] / 8 - 4);
                for (int c = 0; c < length; c++) {
                    glyph(pixels, random, window[0] + 10 + c * 8, window[1] + 40 + line * 18);
                }
            }
        }
        return pixels;
    }

    private static void glyph(int[] pixels, Random random, int x, int y) {
        if (random.nextInt(6) == 0) {
            return;
        }
        Random shape = new Random(random.nextInt(60));
        for (int stroke = 0; stroke < 4; stroke++) {
            int sx = x + shape.nextInt(6);
            int sy = y + shape.nextInt(8);
            for (int n = 0; n < 5; n++) {
                int at = (sy + (stroke % 2 == 0 ? n : 0)) * WIDTH + sx + (stroke % 2 == 0 ? 0 : Math.min(n, 2));
                pixels[at] = 0x202020;
                pixels[at + 1] = 0x010101 * (100 + shape.nextInt(100));
            }
        }
    }

    private static int[] photograph() {
        int[] pixels = new int[WIDTH * HEIGHT];
        Random random = new Random(8);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int noise = random.nextInt(12);
                pixels[y * WIDTH + x] =
                        (x / 8 + noise & 0xFF) << 16 | (y / 5 + noise & 0xFF) << 8 | ((x + y) / 13 & 0xFF);
            }
        }
        return pixels;
    }

    private static void box(int[] pixels, int x, int y, int width, int height, int color) {
        for (int row = y; row < y + height; row++) {
            Arrays.fill(pixels, row * WIDTH + x, row * WIDTH + x + width, color);
        }
    }

    private static final class Counter implements UpdateOutput {
        private long start;
        private long firstByte;
        private long bytes;
        private long writes;

        @Override
        public void fastPath(byte[] pdus, int offset, int length) {
            if (firstByte == 0) {
                firstByte = System.nanoTime() - start;
            }
            bytes += length;
            writes++;
        }

        @Override
        public void slowPath(int pduType2, byte[] payload, int offset, int length) {
            bytes += length;
        }

        @Override
        public void flush() {}
    }

    private static final class Host implements DisplayHost {
        @Override
        public boolean resizeWanted(Size wanted) {
            return false;
        }

        @Override
        public void displayFailed(Exception cause) {
            throw new IllegalStateException(cause);
        }
    }

    private record Frame(int[] pixels) implements Screen {
        @Override
        public Size size() {
            return new Size(WIDTH, HEIGHT);
        }

        @Override
        public void read(int x, int y, int width, int height, int[] into, int offset, int stride) {
            for (int row = 0; row < height; row++) {
                System.arraycopy(pixels, (y + row) * WIDTH + x, into, offset + row * stride, width);
            }
        }

        @Override
        public CursorShape cursor() {
            return CursorShape.HIDDEN;
        }

        @Override
        public void watch(ScreenWatcher watcher) {}

        @Override
        public void unwatch(ScreenWatcher watcher) {}
    }
}
