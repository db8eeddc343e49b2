package oriel.server.serve;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopProvider;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.LogonScreen;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;

/**
 * A black desktop that remembers its messages.
 *
 * @param size     size of the screen
 * @param messages what was shown, as {@code title: text}
 */
record StillScene(Size size, List<String> messages) implements Desktop, Screen, KeyboardSink, PointerSink {

    /** Makes such desktops, under the name of the embedded one. */
    static final class Provider implements DesktopProvider {

        final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "embedded";
        }

        @Override
        public LogonScreen openLogonScreen(String hostName, ClientView view) {
            throw new UnsupportedOperationException("every user of these tests sends good credentials");
        }

        @Override
        public Desktop start(DesktopRequest request) {
            return new StillScene(request.view().size(), messages);
        }
    }

    @Override
    public void message(String title, String text, Duration timeout) {
        messages.add(title + ": " + text);
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
    public void adapt(ClientView view) {}

    @Override
    public void close() {}

    @Override
    public void read(int x, int y, int width, int height, int[] into, int offset, int stride) {}

    @Override
    public CursorShape cursor() {
        return CursorShape.HIDDEN;
    }

    @Override
    public void watch(ScreenWatcher watcher) {}

    @Override
    public void unwatch(ScreenWatcher watcher) {}

    @Override
    public void key(int scanCode, int prefix, boolean down) {}

    @Override
    public void character(int codePoint, boolean down) {}

    @Override
    public void locks(boolean scroll, boolean num, boolean caps, boolean kana) {}

    @Override
    public void moved(int x, int y) {}

    @Override
    public void button(int button, boolean down, int x, int y) {}

    @Override
    public void wheel(int units, boolean horizontal, int x, int y) {}

    @Override
    public void releaseAll() {}
}
