package oriel.desktop.embedded.toolkit;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;

/**
 * The screen of a scene: one lock, damage, watchers, the pointer's picture. There is no framebuffer: whoever reads an area
 * has it drawn straight into the array they brought.
 *
 * <p>Every change of what is shown runs in {@link #update(Runnable)}. When the outermost update ends, watchers hear of the
 * damage — still under the lock, so that notices come in the order of the changes — and after that, with the lock given
 * back, whatever was put off with {@link #afterwards(Runnable)} is done. Calls to the session go that way: the session may
 * hold locks of its own while it calls us.
 */
public final class Stage implements Screen {

    private static final DirectColorModel RGB = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
    private static final int[] MASKS = {0xFF0000, 0xFF00, 0xFF};

    private final ReentrantLock lock = new ReentrantLock();
    private final List<ScreenWatcher> watchers = new CopyOnWriteArrayList<>();
    private final DamageList damage = new DamageList();
    private final Queue<Runnable> afterwards = new ArrayDeque<>();
    private final Backdrop backdrop;
    private Scenery scenery;
    private boolean resized;
    private boolean closed;
    private int pointerX;
    private int pointerY;
    private volatile Size size;
    private volatile CursorShape cursor = PointerShapes.of(PointerShape.ARROW);

    /**
     * Makes an empty stage.
     *
     * @param size     its first size
     * @param backdrop what is behind everything
     */
    public Stage(Size size, Backdrop backdrop) {
        this.size = size;
        this.backdrop = backdrop;
        this.scenery = EmptyScenery.INSTANCE;
        backdrop.resized(size.width(), size.height());
    }

    /**
     * Puts the scenery up; done once, before anybody watches.
     *
     * @param shown what to show from now on
     */
    public void show(Scenery shown) {
        update(() -> {
            scenery = shown;
            Size now = size;
            shown.resized(now.width(), now.height());
            damage.repaint(0, 0, now.width(), now.height());
        });
    }

    /**
     * Runs a change while nobody draws.
     *
     * @param change what to do
     */
    public void update(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            try {
                if (lock.getHoldCount() == 1) {
                    announce();
                }
            } finally {
                lock.unlock();
            }
        }
        if (!lock.isHeldByCurrentThread()) {
            catchUp();
        }
    }

    /**
     * Puts something off until the change that is going on is done and the lock is free.
     *
     * @param task what to do
     */
    public void afterwards(Runnable task) {
        update(() -> afterwards.add(task));
    }

    private void catchUp() {
        while (true) {
            Runnable task;
            lock.lock();
            try {
                task = afterwards.poll();
            } finally {
                lock.unlock();
            }
            if (task == null) {
                return;
            }
            task.run();
        }
    }

    private void announce() {
        Size now = size;
        if (resized) {
            resized = false;
            tell(watcher -> watcher.resized(now));
        }
        damage.drain(now.width(), now.height(), (x, y, w, h) -> tell(watcher -> watcher.damaged(x, y, w, h)));
        pointShape();
    }

    private void pointShape() {
        CursorShape wanted = PointerShapes.of(scenery.pointerShape(pointerX, pointerY));
        if (wanted != cursor) {
            cursor = wanted;
            tell(watcher -> watcher.cursorChanged(wanted));
        }
    }

    private void tell(Consumer<ScreenWatcher> news) {
        if (!closed) {
            watchers.forEach(news);
        }
    }

    /**
     * Changes the size.
     *
     * @param wanted the new size
     */
    public void resize(Size wanted) {
        update(() -> {
            if (!wanted.equals(size)) {
                size = wanted;
                resized = true;
                pointerX = Math.min(pointerX, wanted.width() - 1);
                pointerY = Math.min(pointerY, wanted.height() - 1);
                backdrop.resized(wanted.width(), wanted.height());
                scenery.resized(wanted.width(), wanted.height());
                damage.repaint(0, 0, wanted.width(), wanted.height());
            }
        });
    }

    /**
     * Where damage is announced; to be used within {@link #update(Runnable)}.
     *
     * @return the stage's damage
     */
    public Damage damage() {
        return damage;
    }

    /** All of the screen looks different now; to be used within {@link #update(Runnable)}. */
    public void repaintAll() {
        damage.repaint(0, 0, size.width(), size.height());
    }

    /**
     * Rings the bell.
     *
     * @param hertz        frequency, 37 … 32767
     * @param milliseconds duration, 1 … 5000
     */
    public void bell(int hertz, int milliseconds) {
        update(() -> tell(watcher -> watcher.bell(hertz, milliseconds)));
    }

    /** Watchers hear nothing any more. */
    public void close() {
        update(() -> {
            closed = true;
            watchers.clear();
        });
    }

    /**
     * Whether the caller holds the lock.
     *
     * @return whether it is within {@link #update(Runnable)}
     */
    public boolean isLocked() {
        return lock.isHeldByCurrentThread();
    }

    void pointerAt(int x, int y) {
        pointerX = x;
        pointerY = y;
    }

    Scenery scenery() {
        return scenery;
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public CursorShape cursor() {
        return cursor;
    }

    @Override
    public void watch(ScreenWatcher watcher) {
        update(() -> {
            if (!closed) {
                watchers.add(watcher);
            }
        });
    }

    @Override
    public void unwatch(ScreenWatcher watcher) {
        watchers.remove(watcher);
    }

    @Override
    public void read(int x, int y, int width, int height, int[] into, int offset, int stride) {
        if (width < 1 || height < 1 || stride < width) {
            throw new IllegalArgumentException(width + "x" + height + " pixels with rows " + stride + " apart");
        }
        Objects.checkFromIndexSize(offset, (height - 1) * stride + width, into.length);
        lock.lock();
        try {
            int left = Math.clamp(x, 0, size.width());
            int top = Math.clamp(y, 0, size.height());
            int right = Math.clamp((long) x + width, 0, size.width());
            int bottom = Math.clamp((long) y + height, 0, size.height());
            if (right - left < width || bottom - top < height) {
                blacken(width, height, into, offset, stride);
            }
            if (right > left && bottom > top) {
                int at = offset + (top - y) * stride + (left - x);
                draw(left, top, right - left, bottom - top, into, at, stride);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void blacken(int width, int height, int[] into, int offset, int stride) {
        for (int row = 0; row < height; row++) {
            Arrays.fill(into, offset + row * stride, offset + row * stride + width, 0);
        }
    }

    private void draw(int x, int y, int width, int height, int[] into, int offset, int stride) {
        backdrop.paint(x, y, width, height, into, offset, stride);
        DataBufferInt buffer = new DataBufferInt(into, into.length - offset, offset);
        var raster = Raster.createPackedRaster(buffer, width, height, stride, MASKS, null);
        Graphics2D g = new BufferedImage(RGB, raster, false, null).createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.translate(-x, -y);
            g.setClip(x, y, width, height);
            scenery.paint(g);
        } finally {
            g.dispose();
        }
        for (int row = 0; row < height; row++) {
            int from = offset + row * stride;
            for (int i = from; i < from + width; i++) {
                into[i] &= 0xFFFFFF; // Java2D leaves what it likes in the unused byte
            }
        }
    }
}
