package oriel.rdp.display;

import java.io.IOException;
import java.io.UncheckedIOException;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;

/**
 * Encodes made-up pictures until the virtual machine has compiled the hot path: cold, the first picture of the first client
 * takes ten times as long as later ones. For a background thread at start; it takes some tenths of a second of one processor.
 */
public final class DisplayWarmUp {

    private static final int WIDTH = 1024;
    private static final int HEIGHT = 128;
    private static final int ROUNDS = 60;
    private static final int[] DEPTHS = {32, 24, 16};

    private DisplayWarmUp() {}

    /** Warms up; ends early when the thread is interrupted. */
    public static void run() {
        Nowhere nowhere = new Nowhere();
        RdpDisplay display = new RdpDisplay("warm-up", nowhere, nowhere);
        try {
            for (int round = 0; round < ROUNDS && !Thread.currentThread().isInterrupted(); round++) {
                for (int bitsPerPixel : DEPTHS) {
                    encode(display, bitsPerPixel, new Sample(round));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nothing was written anywhere", e);
        }
    }

    private static void encode(RdpDisplay display, int bitsPerPixel, Screen screen) throws IOException {
        ClientPicture client = new ClientPicture(
                new DisplayParameters(WIDTH, HEIGHT, bitsPerPixel, true, true, true, true, 65535, 20, 20, 0, false));
        FrameEncoder encoder = FrameEncoder.borrow();
        try {
            encoder.begin(client, display);
            client.planner.plan(screen, encoder);
            encoder.end();
        } finally {
            encoder.giveBack();
        }
    }

    /** A third background, a third something like text, a third something like a photograph. */
    private record Sample(int seed) implements Screen {

        @Override
        public Size size() {
            return new Size(WIDTH, HEIGHT);
        }

        @Override
        public void read(int x, int y, int width, int height, int[] into, int offset, int stride) {
            int random = seed + y;
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    random = random * 1664525 + 1013904223;
                    into[offset + row * stride + column] = pixel(x + column, random >>> 8);
                }
            }
        }

        private static int pixel(int x, int random) {
            return switch (x * 3 / WIDTH) {
                case 0 -> 0x23395B;
                case 1 -> (random & 15) == 0 ? 0x010101 * (random >> 4 & 0xFF) : 0xF4F4F6;
                default -> x * 0x010203 + (random & 0x030303) & 0xFFFFFF;
            };
        }

        @Override
        public CursorShape cursor() {
            return CursorShape.HIDDEN;
        }

        @Override
        public void watch(ScreenWatcher watcher) {
            // It never changes.
        }

        @Override
        public void unwatch(ScreenWatcher watcher) {
            // It never changes.
        }
    }

    /** Takes everything and keeps nothing. */
    private static final class Nowhere implements UpdateOutput, DisplayHost {

        @Override
        public void fastPath(byte[] pdus, int offset, int length) {
            // Only the way here matters.
        }

        @Override
        public void slowPath(int pduType2, byte[] payload, int offset, int length) {
            // Only the way here matters.
        }

        @Override
        public void flush() {
            // Only the way here matters.
        }

        @Override
        public boolean resizeWanted(Size wanted) {
            return false;
        }

        @Override
        public void displayFailed(Exception cause) {
            throw new IllegalStateException(cause);
        }
    }
}
