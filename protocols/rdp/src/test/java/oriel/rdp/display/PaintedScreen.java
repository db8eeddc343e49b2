package oriel.rdp.display;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;

/** A screen with a framebuffer that tests paint on. */
final class PaintedScreen implements Screen {

    private final List<ScreenWatcher> watchers = new CopyOnWriteArrayList<>();
    private Size size;
    private int[] pixels;
    private volatile CursorShape cursor = CursorShape.HIDDEN;

    PaintedScreen(int width, int height) {
        size = new Size(width, height);
        pixels = new int[width * height];
    }

    void paint(int x, int y, int width, int height, int rgb) {
        synchronized (this) {
            for (int row = Math.max(y, 0); row < Math.min(y + height, size.height()); row++) {
                int from = row * size.width();
                Arrays.fill(
                        pixels,
                        from + Math.clamp(x, 0, size.width()),
                        from + Math.clamp(x + width, 0, size.width()),
                        rgb);
            }
        }
        watchers.forEach(watcher -> watcher.damaged(x, y, width, height));
    }

    /** Paints like windows, text and photographs. */
    void paintAtRandom(Random random) {
        Size now = size();
        int width = 1 + random.nextInt(now.width());
        int height = 1 + random.nextInt(now.height());
        int x = random.nextInt(now.width());
        int y = random.nextInt(now.height());
        switch (random.nextInt(4)) {
            case 0 -> paint(x, y, width, height, random.nextInt(0x1000000));
            case 1 -> paint(x, y, 8, 16, random.nextInt(0x1000000));
            case 2 -> noise(random, x, y, width, height, 2, 0xFFFFFF);
            default -> noise(random, x, y, width, height, 0x1000000, 1);
        }
    }

    void noise(Random random, int x, int y, int width, int height, int colors, int factor) {
        synchronized (this) {
            for (int row = y; row < Math.min(y + height, size.height()); row++) {
                for (int column = x; column < Math.min(x + width, size.width()); column++) {
                    pixels[row * size.width() + column] = random.nextInt(colors) * factor;
                }
            }
        }
        watchers.forEach(watcher -> watcher.damaged(x, y, width, height));
    }

    void resize(int width, int height) {
        synchronized (this) {
            size = new Size(width, height);
            pixels = new int[width * height];
            Arrays.fill(pixels, 0x336699);
        }
        watchers.forEach(watcher -> watcher.resized(new Size(width, height)));
    }

    void point(CursorShape shape) {
        cursor = shape;
        watchers.forEach(watcher -> watcher.cursorChanged(shape));
    }

    void movePointer(int x, int y) {
        watchers.forEach(watcher -> watcher.cursorMoved(x, y));
    }

    void ring(int hertz, int milliseconds) {
        watchers.forEach(watcher -> watcher.bell(hertz, milliseconds));
    }

    int watchers() {
        return watchers.size();
    }

    synchronized int pixel(int x, int y) {
        return x < size.width() && y < size.height() ? pixels[y * size.width() + x] : 0;
    }

    @Override
    public synchronized Size size() {
        return size;
    }

    @Override
    public synchronized void read(int x, int y, int width, int height, int[] into, int offset, int stride) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                into[offset + row * stride + column] = pixel(x + column, y + row);
            }
        }
    }

    @Override
    public CursorShape cursor() {
        return cursor;
    }

    @Override
    public void watch(ScreenWatcher watcher) {
        watchers.add(watcher);
    }

    @Override
    public void unwatch(ScreenWatcher watcher) {
        watchers.remove(watcher);
    }
}
