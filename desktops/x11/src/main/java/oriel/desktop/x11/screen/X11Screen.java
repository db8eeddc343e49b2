package oriel.desktop.x11.screen;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.client.ServerSetup;
import oriel.desktop.x11.client.Window;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.extension.Damage;
import oriel.desktop.x11.extension.Fixes;

/** The screen of an X server. */
public final class X11Screen implements Screen, AutoCloseable {

    private static final int BITS = 32;

    private final XConnection connection;
    private final Fixes fixes;
    private final PixelReader pixels;
    private final DamageReports damage;
    private final CursorShelf cursors = new CursorShelf();
    private final List<ScreenWatcher> watchers = new CopyOnWriteArrayList<>();
    private volatile Size size;
    private volatile CursorShape cursor = CursorShape.HIDDEN;
    private volatile boolean cursorMissed;

    private X11Screen(XConnection connection, Fixes fixes, Damage damage, int uid) throws IOException {
        this.connection = connection;
        this.fixes = fixes;
        this.pixels = PixelReader.open(connection, uid, this::damagedAll);
        this.damage = new DamageReports(connection, damage, fixes, this::damaged);
        ServerSetup.RootScreen root = connection.setup().screen();
        this.size = extent(root.width(), root.height());
    }

    /**
     * Gets ready to show the first screen of a server.
     *
     * @param connection a connection of the screen's own; closed by whoever opened it, after the screen
     * @param uid        user the server runs as
     * @throws IOException if the server does not answer, or is not what can be shown
     */
    public static X11Screen open(XConnection connection, int uid) throws IOException {
        check(connection.setup());
        Fixes fixes = Fixes.of(connection);
        var screen = new X11Screen(connection, fixes, Damage.of(connection), uid);
        screen.listen();
        return screen;
    }

    private static void check(ServerSetup setup) throws IOException {
        ServerSetup.RootScreen root = setup.screen();
        boolean known = root.rootVisual()
                .filter(visual -> visual.kind() == ServerSetup.Visual.TRUE_COLOR)
                .filter(visual -> visual.red() == 0xFF0000 && visual.green() == 0xFF00 && visual.blue() == 0xFF)
                .isPresent();
        if (!known || !setup.formats().contains(new ServerSetup.Format(root.depth(), BITS))) {
            throw new IOException("the X server's screen has a depth of " + root.depth()
                    + " bits; needed is 24 with pixels of 32 bits");
        }
    }

    private void listen() throws IOException {
        connection.on(Window.Configured.TYPE, this::configured);
        connection.on(fixes.cursorNotifyType(), notice -> cursorChanged());
        connection.send(new Window.SelectEvents(connection.root(), Window.STRUCTURE));
        connection.send(fixes.selectCursorInput(connection.root()));
        Window.Geometry now = connection.ask(new Window.Where(connection.root()));
        size = extent(now.width(), now.height());
        askCursor();
        connection.sync();
    }

    private static Size extent(int width, int height) {
        return new Size(Math.clamp(width, 1, Size.LARGEST), Math.clamp(height, 1, Size.LARGEST));
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public void read(int x, int y, int width, int height, int[] into, int offset, int stride) {
        Size now = size;
        int left = Math.clamp(x, 0, now.width());
        int top = Math.clamp(y, 0, now.height());
        int right = Math.clamp((long) x + width, left, now.width());
        int bottom = Math.clamp((long) y + height, top, now.height());
        boolean whole = right - left == width && bottom - top == height;
        if (!whole) {
            black(width, height, into, offset, stride);
        }
        if (right > left && bottom > top) {
            int start = offset + (top - y) * stride + left - x;
            if (!pixels.read(left, top, right - left, bottom - top, into, start, stride)) {
                black(right - left, bottom - top, into, start, stride);
            }
        }
    }

    private static void black(int width, int height, int[] into, int offset, int stride) {
        for (int row = 0; row < height; row++) {
            Arrays.fill(into, offset + row * stride, offset + row * stride + width, 0);
        }
    }

    @Override
    public CursorShape cursor() {
        return cursor;
    }

    @Override
    public void watch(ScreenWatcher watcher) {
        watchers.add(watcher);
        damage.want(true);
        if (cursorMissed) {
            askCursor();
        }
    }

    @Override
    public void unwatch(ScreenWatcher watcher) {
        watchers.remove(watcher);
        if (watchers.isEmpty()) {
            damage.want(false);
        }
        if (!watchers.isEmpty()) {
            damage.want(true); // one came while the last one went
        }
    }

    /**
     * Tells those who watch something that the screen itself does not know: bells, moves of the pointer.
     *
     * @param notice what to tell; on the thread that calls
     */
    public void tell(Consumer<ScreenWatcher> notice) {
        watchers.forEach(notice);
    }

    // --- on the thread that reads the connection
    // -------------------------------------------------------------------------

    private void damaged(Fixes.Region region) {
        if (region.rectangles().length == 0) {
            damaged(region.around());
        }
        for (Fixes.Area area : region.rectangles()) {
            damaged(area);
        }
    }

    private void damaged(Fixes.Area area) {
        Size now = size;
        int left = Math.clamp(area.x(), 0, now.width());
        int top = Math.clamp(area.y(), 0, now.height());
        int right = Math.clamp(area.x() + area.width(), left, now.width());
        int bottom = Math.clamp(area.y() + area.height(), top, now.height());
        if (right > left && bottom > top) {
            for (ScreenWatcher watcher : watchers) {
                watcher.damaged(left, top, right - left, bottom - top);
            }
        }
    }

    private void damagedAll() {
        Size now = size;
        tell(watcher -> watcher.damaged(0, 0, now.width(), now.height()));
    }

    private void configured(Window.Configured event) {
        if (event.window() != connection.root()) {
            return;
        }
        Size now = extent(event.width(), event.height());
        if (!now.equals(size)) {
            size = now;
            tell(watcher -> watcher.resized(now));
        }
    }

    private void cursorChanged() {
        if (watchers.isEmpty()) {
            cursorMissed = true; // nobody looks: a busy cursor of a session without a client costs nothing
        } else {
            askCursor();
        }
    }

    private void askCursor() {
        cursorMissed = false;
        connection.ask(fixes.cursorImage(), image -> {
            CursorShape now = cursors.shape(image);
            if (now != cursor) {
                cursor = now;
                tell(watcher -> watcher.cursorChanged(now));
            }
        });
    }

    /** Reads nothing any more; what is read comes out black. */
    @Override
    public void close() {
        watchers.clear();
        damage.close();
        pixels.close();
    }
}
