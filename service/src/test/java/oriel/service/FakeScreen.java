package oriel.service;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;

/** One colour all over. */
final class FakeScreen implements Screen {

    final List<ScreenWatcher> watchers = new CopyOnWriteArrayList<>();
    private final int colour;
    private volatile Size size;

    FakeScreen(Size size, int colour) {
        this.size = size;
        this.colour = colour;
    }

    void resize(Size changed) {
        size = changed;
        watchers.forEach(watcher -> watcher.resized(changed));
    }

    void damage(int x, int y, int width, int height) {
        watchers.forEach(watcher -> watcher.damaged(x, y, width, height));
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public void read(int x, int y, int width, int height, int[] into, int offset, int stride) {
        for (int row = 0; row < height; row++) {
            Arrays.fill(into, offset + row * stride, offset + row * stride + width, colour);
        }
    }

    @Override
    public CursorShape cursor() {
        return CursorShape.HIDDEN;
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
