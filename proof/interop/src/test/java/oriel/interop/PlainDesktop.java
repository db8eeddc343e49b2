package oriel.interop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.LogonScreen;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.SessionHost;
import oriel.contract.desktop.Size;

/** A desktop that paints each monitor in a colour of its own, and writes down what is typed and pointed at. */
final class PlainDesktop implements Desktop, Screen, KeyboardSink, PointerSink {

    /** Starts plain desktops behind the logon screen of another provider, under its name. */
    record Provider(DesktopProvider inner, AtomicReference<@Nullable PlainDesktop> last) implements DesktopProvider {

        Provider(DesktopProvider inner) {
            this(inner, new AtomicReference<>());
        }

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public LogonScreen openLogonScreen(String hostName, ClientView view) {
            return inner.openLogonScreen(hostName, view);
        }

        @Override
        public Desktop start(DesktopRequest request) {
            var desktop = new PlainDesktop(request);
            last.set(desktop);
            return desktop;
        }

        /** Waits for the desktop. */
        PlainDesktop await() throws Exception {
            Tool.await("a desktop", Duration.ofSeconds(60), () -> last.get() != null);
            return java.util.Objects.requireNonNull(last.get());
        }
    }

    private final List<ScreenWatcher> watchers = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final SessionHost host;
    private volatile ClientView view;
    private volatile CursorShape cursor = CursorShape.HIDDEN;

    /** Every view the desktop has adapted to, the first one included. */
    final List<ClientView> views = new CopyOnWriteArrayList<>();

    private PlainDesktop(DesktopRequest request) {
        host = request.host();
        view = request.view();
        views.add(view);
    }

    SessionHost host() {
        return host;
    }

    /** Waits for an event; others that come before it are passed over. */
    void awaitEvent(String wanted) throws InterruptedException {
        var seen = new CopyOnWriteArrayList<String>();
        for (String event = events.poll(20, TimeUnit.SECONDS); ; event = events.poll(20, TimeUnit.SECONDS)) {
            if (event == null) {
                throw new AssertionError("no " + wanted + " among " + seen);
            }
            if (event.equals(wanted)) {
                return;
            }
            seen.add(event);
        }
    }

    void show(CursorShape shape) {
        cursor = shape;
        watchers.forEach(watcher -> watcher.cursorChanged(shape));
    }

    /** The colour of a place: each monitor has a frame of white and an inside of its own. */
    private int color(int x, int y) {
        List<Monitor> monitors = view.layout().monitors();
        for (int i = 0; i < monitors.size(); i++) {
            Monitor monitor = monitors.get(i);
            int column = x - monitor.x();
            int row = y - monitor.y();
            if (column >= 0 && row >= 0 && column < monitor.width() && row < monitor.height()) {
                boolean frame = column == 0 || row == 0 || column == monitor.width() - 1 || row == monitor.height() - 1;
                int shade = ((x >> 4) + (y >> 4)) % 11 * 8;
                return frame ? 0xFFFFFF : 0x203050 + 0x402000 * i + shade;
            }
        }
        return 0;
    }

    @Override
    public void read(int x, int y, int width, int height, int[] into, int offset, int stride) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                into[offset + row * stride + column] = color(x + column, y + row);
            }
        }
    }

    @Override
    public Size size() {
        return view.size();
    }

    @Override
    public CursorShape cursor() {
        return cursor;
    }

    @Override
    public void adapt(ClientView now) {
        view = now;
        views.add(now);
        watchers.forEach(watcher -> watcher.resized(now.size()));
    }

    @Override
    public void watch(ScreenWatcher watcher) {
        watchers.add(watcher);
    }

    @Override
    public void unwatch(ScreenWatcher watcher) {
        watchers.remove(watcher);
    }

    @Override
    public Screen screen() {
        return this;
    }

    @Override
    public KeyboardSink keyboard() {
        return this;
    }

    @Override
    public PointerSink pointer() {
        return this;
    }

    @Override
    public void message(String title, String text, Duration timeout) {
        events.add("message " + text);
    }

    @Override
    public void close() {
        watchers.clear();
    }

    @Override
    public void key(int scanCode, int prefix, boolean down) {
        events.add("key %02x prefix %02x %s".formatted(scanCode, prefix, down ? "down" : "up"));
    }

    @Override
    public void character(int codePoint, boolean down) {
        events.add("character " + Character.toString(codePoint) + (down ? " down" : " up"));
    }

    @Override
    public void locks(boolean scroll, boolean num, boolean caps, boolean kana) {
        events.add("locks %b %b %b %b".formatted(scroll, num, caps, kana));
    }

    @Override
    public void moved(int x, int y) {
        events.add("moved " + x + "," + y);
    }

    @Override
    public void button(int button, boolean down, int x, int y) {
        events.add("button %d %s at %d,%d".formatted(button, down ? "down" : "up", x, y));
    }

    @Override
    public void wheel(int units, boolean horizontal, int x, int y) {
        events.add("wheel %d %s at %d,%d".formatted(units, horizontal ? "horizontal" : "vertical", x, y));
    }

    @Override
    public void releaseAll() {
        events.add("release all");
    }
}
