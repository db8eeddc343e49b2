package oriel.rdp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;

/** A screen whose pixels follow from their place, so that a client's picture can be checked without a copy. */
final class TestScreen implements Screen {

    private final List<ScreenWatcher> watchers = new CopyOnWriteArrayList<>();
    private volatile Size size;
    private volatile int shade;
    private volatile boolean noise;

    TestScreen(Size size) {
        this.size = size;
    }

    static int pixel(int x, int y, int shade) {
        boolean line = x % 64 == 0 || y % 64 == 0;
        return line ? 0xFFFFFF : (x & 0xFF) << 16 | (y & 0xFF) << 8 | shade;
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public void read(int x, int y, int width, int height, int[] into, int offset, int stride) {
        Size now = size;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                boolean inside = x + column < now.width() && y + row < now.height();
                into[offset + row * stride + column] = inside ? color(x + column, y + row) : 0;
            }
        }
    }

    private int color(int x, int y) {
        return noise ? ((x * 31 + y) * 0x9E3779B1 + shade * 0x85EBCA6B) >>> 8 : pixel(x, y, shade);
    }

    /** From now on the picture cannot be compressed. */
    void noise() {
        noise = true;
    }

    @Override
    public CursorShape cursor() {
        int[] argb = new int[16 * 16];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = i % 17 < 3 ? 0xFFFF0000 : 0;
        }
        return new CursorShape(16, 16, 0, 0, argb);
    }

    @Override
    public void watch(ScreenWatcher watcher) {
        watchers.add(watcher);
    }

    @Override
    public void unwatch(ScreenWatcher watcher) {
        watchers.remove(watcher);
    }

    int watchers() {
        return watchers.size();
    }

    void shade(int newShade) {
        shade = newShade;
        watchers.forEach(watcher -> watcher.damaged(0, 0, size.width(), size.height()));
    }

    void resize(Size newSize) {
        size = newSize;
        watchers.forEach(watcher -> watcher.resized(newSize));
    }
}
