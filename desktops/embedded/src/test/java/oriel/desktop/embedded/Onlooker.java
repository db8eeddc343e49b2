package oriel.desktop.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Scene;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;

/** Watches a screen as a provider does: keeps a picture that only damage brings up to date. Also types and points. */
final class Onlooker implements ScreenWatcher {

    private static final int STRIP = 64;

    private final Scene scene;
    private final Screen screen;
    private final List<Rectangle> damage = new ArrayList<>();
    private final List<CursorShape> cursors = new ArrayList<>();
    private Size size;
    private int[] picture;

    Onlooker(Scene scene) {
        this.scene = scene;
        screen = scene.screen();
        screen.watch(this);
        size = screen.size();
        picture = whole(screen);
    }

    @Override
    public synchronized void damaged(int x, int y, int width, int height) {
        damage.add(new Rectangle(x, y, width, height));
    }

    @Override
    public synchronized void resized(Size now) {
        size = now;
        picture = new int[now.width() * now.height()];
        damage.clear();
        damage.add(new Rectangle(0, 0, now.width(), now.height()));
    }

    @Override
    public synchronized void cursorChanged(CursorShape shape) {
        cursors.add(shape);
    }

    @Override
    public void cursorMoved(int x, int y) {
        throw new AssertionError("nobody moves the pointer");
    }

    @Override
    public void bell(int hertz, int milliseconds) {
        // heard elsewhere
    }

    synchronized List<CursorShape> cursors() {
        return List.copyOf(cursors);
    }

    private synchronized List<Rectangle> takeDamage() {
        List<Rectangle> taken = List.copyOf(damage);
        damage.clear();
        return taken;
    }

    /** Reads what was damaged; afterwards the picture must be the true one. Returns the damaged pixels' number. */
    long catchUp(String after) {
        long pixels = 0;
        for (Rectangle r : takeDamage()) {
            screen.read(r.x, r.y, r.width, r.height, picture, r.y * size.width() + r.x, size.width());
            pixels += (long) r.width * r.height;
        }
        assertSame(picture, whole(screen), size, "picture of a watcher after " + after);
        return pixels;
    }

    /** The picture is the same however it is cut. */
    void assertStripsFit() {
        int[] expected = whole(screen);
        assertSame(inTiles(STRIP, STRIP), expected, size, "tiles of 64");
        assertSame(inTiles(size.width(), STRIP), expected, size, "strips of 64");
        assertSame(inTiles(size.width(), 1), expected, size, "rows");
        assertSame(inTiles(37, 23), expected, size, "odd tiles");
    }

    private int[] inTiles(int width, int height) {
        int[] pixels = new int[size.width() * size.height()];
        for (int y = 0; y < size.height(); y += height) {
            for (int x = 0; x < size.width(); x += width) {
                int wide = Math.min(width, size.width() - x);
                int high = Math.min(height, size.height() - y);
                screen.read(x, y, wide, high, pixels, y * size.width() + x, size.width());
            }
        }
        return pixels;
    }

    static int[] whole(Screen screen) {
        Size size = screen.size();
        int[] pixels = new int[size.width() * size.height()];
        screen.read(0, 0, size.width(), size.height(), pixels, 0, size.width());
        return pixels;
    }

    private static void assertSame(int[] actual, int[] expected, Size size, String what) {
        int different = Arrays.mismatch(actual, expected);
        assertThat(different)
                .as("%s: first different pixel at %d,%d", what, different % size.width(), different / size.width())
                .isEqualTo(-1);
    }

    int pixel(int x, int y) {
        int[] one = new int[1];
        screen.read(x, y, 1, 1, one, 0, 1);
        return one[0];
    }

    void press(int scanCode) {
        scene.keyboard().key(scanCode, 0, true);
        scene.keyboard().key(scanCode, 0, false);
    }

    void pressExtended(int scanCode) {
        scene.keyboard().key(scanCode, 0xE0, true);
        scene.keyboard().key(scanCode, 0xE0, false);
    }

    void with(int modifier, Runnable action) {
        scene.keyboard().key(modifier, 0, true);
        action.run();
        scene.keyboard().key(modifier, 0, false);
    }

    void type(String text) {
        text.codePoints().forEach(c -> {
            scene.keyboard().character(c, true);
            scene.keyboard().character(c, false);
        });
    }

    void click(int x, int y) {
        scene.pointer().moved(x, y);
        scene.pointer().button(1, true, x, y);
        scene.pointer().button(1, false, x, y);
    }

    void drag(int fromX, int fromY, int toX, int toY) {
        scene.pointer().moved(fromX, fromY);
        scene.pointer().button(1, true, fromX, fromY);
        scene.pointer().moved((fromX + toX) / 2, (fromY + toY) / 2);
        scene.pointer().moved(toX, toY);
        scene.pointer().button(1, false, toX, toY);
    }
}
