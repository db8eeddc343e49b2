package oriel.service;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Scene;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;
import oriel.contract.protocol.SmallRect;

/**
 * The screen of a session as one connection sees it: shows one scene after another, black between them, and can be held.
 * A scene calls this class while it holds locks of its own, so notices are passed on without taking any lock that is held
 * while a scene is called.
 */
final class SessionScreen implements Screen {

    private final Size sizeWithoutScene;
    private final Consumer<RuntimeException> brokenWatcher;
    private final List<ScreenWatcher> watchers = new CopyOnWriteArrayList<>();
    private final Hold hold = new Hold();
    private final Object switching = new Object();
    private volatile @Nullable Relay current;
    private volatile boolean held;

    /**
     * Makes a screen that shows nothing.
     *
     * @param size          its extent until there is a scene
     * @param brokenWatcher hears when a watcher has thrown
     */
    SessionScreen(Size size, Consumer<RuntimeException> brokenWatcher) {
        this.sizeWithoutScene = size;
        this.brokenWatcher = brokenWatcher;
    }

    /** Shows a scene from now on; null = black. */
    void show(@Nullable Scene scene) {
        Size before = size();
        turnTo(scene);
        if (!before.equals(size())) {
            resized(size());
        } else {
            damaged(0, 0, before.width(), before.height());
        }
        cursorChanged(cursor());
    }

    /** Shows nothing any more and tells nobody. */
    void end() {
        watchers.clear();
        turnTo(null);
    }

    private void turnTo(@Nullable Scene scene) {
        synchronized (switching) {
            Relay old = current;
            if (old != null) {
                old.screen.unwatch(old);
            }
            Relay fresh = scene == null ? null : new Relay(scene.screen());
            current = fresh;
            if (fresh != null) {
                fresh.screen.watch(fresh);
            }
        }
    }

    /** Notices are kept back ({@code StopScreenUpdates}). */
    void hold() {
        held = true;
    }

    /** Notices flow again, beginning with what was kept back and an area to paint anyway ({@code RedrawWindow}). */
    void redraw(Optional<SmallRect> area) {
        held = false;
        if (hold.takeResized()) {
            resized(size());
        }
        SmallRect missed = hold.takeDamage();
        if (missed != null) {
            damaged(missed);
        }
        Size size = size();
        damaged(area.orElseGet(() -> new SmallRect((short) 0, (short) 0, (short) size.width(), (short) size.height())));
        cursorChanged(cursor());
    }

    @Override
    public Size size() {
        Relay shown = current;
        return shown == null ? sizeWithoutScene : shown.screen.size();
    }

    @Override
    public void read(int x, int y, int width, int height, int[] into, int offset, int stride) {
        Relay shown = current;
        if (shown != null) {
            shown.screen.read(x, y, width, height, into, offset, stride);
            return;
        }
        for (int row = 0; row < height; row++) {
            int start = offset + row * stride;
            Arrays.fill(into, start, start + width, 0);
        }
    }

    @Override
    public CursorShape cursor() {
        Relay shown = current;
        return shown == null ? CursorShape.HIDDEN : shown.screen.cursor();
    }

    @Override
    public void watch(ScreenWatcher watcher) {
        watchers.add(watcher);
    }

    @Override
    public void unwatch(ScreenWatcher watcher) {
        watchers.remove(watcher);
    }

    private void damaged(SmallRect area) {
        damaged(area.left(), area.top(), area.right() - area.left(), area.bottom() - area.top());
    }

    private void damaged(int x, int y, int width, int height) {
        if (held) {
            hold.damaged(x, y, width, height);
            return;
        }
        try {
            for (ScreenWatcher watcher : watchers) {
                watcher.damaged(x, y, width, height);
            }
        } catch (RuntimeException e) {
            brokenWatcher.accept(e);
        }
    }

    private void resized(Size size) {
        if (held) {
            hold.resized();
        } else {
            tell(watcher -> watcher.resized(size));
        }
    }

    private void cursorChanged(CursorShape shape) {
        if (!held) {
            tell(watcher -> watcher.cursorChanged(shape));
        }
    }

    private void tell(Consumer<ScreenWatcher> notice) {
        try {
            watchers.forEach(notice);
        } catch (RuntimeException e) {
            brokenWatcher.accept(e);
        }
    }

    /** Passes on what one scene says, as long as that scene is shown. */
    private final class Relay implements ScreenWatcher {
        private final Screen screen;

        Relay(Screen screen) {
            this.screen = screen;
        }

        private boolean shown() {
            return current == this;
        }

        @Override
        public void damaged(int x, int y, int width, int height) {
            if (shown()) {
                SessionScreen.this.damaged(x, y, width, height);
            }
        }

        @Override
        public void resized(Size size) {
            if (shown()) {
                SessionScreen.this.resized(size);
            }
        }

        @Override
        public void cursorChanged(CursorShape shape) {
            if (shown()) {
                SessionScreen.this.cursorChanged(shape);
            }
        }

        @Override
        public void cursorMoved(int x, int y) {
            if (shown() && !held) {
                tell(watcher -> watcher.cursorMoved(x, y));
            }
        }

        @Override
        public void bell(int hertz, int milliseconds) {
            if (shown() && !held) {
                tell(watcher -> watcher.bell(hertz, milliseconds));
            }
        }
    }

    /** What was kept back: one rectangle around all damage, and whether the size has changed. */
    private static final class Hold {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right = Integer.MIN_VALUE;
        private int bottom = Integer.MIN_VALUE;
        private boolean resized;

        synchronized void damaged(int x, int y, int width, int height) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + width);
            bottom = Math.max(bottom, y + height);
        }

        synchronized void resized() {
            resized = true;
        }

        synchronized boolean takeResized() {
            boolean was = resized;
            resized = false;
            return was;
        }

        synchronized @Nullable SmallRect takeDamage() {
            if (left >= right || top >= bottom) {
                return null;
            }
            var area = new SmallRect((short) left, (short) top, (short) right, (short) bottom);
            left = Integer.MAX_VALUE;
            top = Integer.MAX_VALUE;
            right = Integer.MIN_VALUE;
            bottom = Integer.MIN_VALUE;
            return area;
        }
    }
}
