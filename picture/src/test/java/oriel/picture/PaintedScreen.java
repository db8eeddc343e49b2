package oriel.picture;

import java.util.Arrays;
import java.util.Random;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;

/** A screen with a framebuffer that tests paint on; it counts the pixels that were read. */
final class PaintedScreen implements Screen {

    private final Size size;
    private final int[] pixels;
    private long read;

    PaintedScreen(int width, int height) {
        size = new Size(width, height);
        pixels = new int[width * height];
    }

    /** Fills an area, tells the planner. */
    synchronized void paint(int x, int y, int width, int height, int rgb, PicturePlanner planner) {
        for (int row = Math.max(y, 0); row < Math.min(y + height, size.height()); row++) {
            Arrays.fill(
                    pixels,
                    row * size.width() + Math.clamp(x, 0, size.width()),
                    row * size.width() + Math.clamp(x + width, 0, size.width()),
                    rgb);
        }
        planner.damage(x, y, width, height);
    }

    /** Paints something: large, small, a single pixel, noise. */
    void paintAtRandom(Random random, PicturePlanner planner) {
        int width = 1 + random.nextInt(random.nextBoolean() ? 20 : size.width());
        int height = 1 + random.nextInt(random.nextBoolean() ? 20 : size.height());
        int x = random.nextInt(size.width() + 10) - 5;
        int y = random.nextInt(size.height() + 10) - 5;
        if (random.nextInt(4) > 0) {
            paint(x, y, width, height, random.nextInt(4) * 0x404040, planner);
        } else {
            for (int n = 0; n < 200; n++) {
                paint(x + random.nextInt(width), y + random.nextInt(height), 1, 1, random.nextInt(0x1000000), planner);
            }
        }
    }

    @Override
    public synchronized void read(int x, int y, int width, int height, int[] into, int offset, int stride) {
        read += (long) width * height;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                boolean inside = x + column < size.width() && y + row < size.height();
                into[offset + row * stride + column] = inside ? pixels[(y + row) * size.width() + x + column] : 0;
            }
        }
    }

    synchronized int[] copy() {
        return pixels.clone();
    }

    synchronized long pixelsRead() {
        return read;
    }

    @Override
    public Size size() {
        return size;
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
