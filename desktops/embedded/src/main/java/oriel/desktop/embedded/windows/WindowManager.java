package oriel.desktop.embedded.windows;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;
import oriel.desktop.embedded.toolkit.Content;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.PointerEvent.Action;
import oriel.desktop.embedded.toolkit.PointerShape;
import oriel.desktop.embedded.toolkit.Stage;

/**
 * The windows of a desktop: which are there, which is on top, which has the focus, and what the pointer does to them.
 * Guarded by the stage's lock.
 */
final class WindowManager {

    /** Distance from the edges of a window that is put into a corner. */
    private static final int CORNER = 24;

    private final Stage stage;
    private final ContentHosts hosts;
    /** From the bottom to the top; minimised ones keep their place. */
    private final List<Window> windows = new ArrayList<>();
    /** In the order in which they were opened, for the bar. */
    private final List<Window> byAge = new ArrayList<>();

    private final Rectangle room = new Rectangle(0, 0, 1, 1);
    private final Runnable changed;
    private @Nullable Window active;
    private @Nullable Window hovered;
    private FrameZone hoveredZone = FrameZone.OUTSIDE;
    private @Nullable Grip grip;
    private boolean focused = true;
    private int opened;

    /** Something that was taken hold of with a button. */
    private sealed interface Grip {
        Window window();

        /** The content: everything goes there until the button is let go. */
        record Inside(Window window) implements Grip {}

        /** A button of the title bar. */
        record Pressed(Window window, FrameZone zone) implements Grip {}

        /** The title bar; the window keeps its distance to the pointer. */
        record Moving(Window window, int dx, int dy) implements Grip {}

        /** An edge or corner, from a place and a size. */
        record Sizing(Window window, FrameZone zone, int x, int y, Rectangle from) implements Grip {}
    }

    /** {@code changed} is called when windows came, went or changed their title or state. */
    WindowManager(Stage stage, ContentHosts.Surroundings surroundings, Runnable changed) {
        this.stage = stage;
        this.changed = changed;
        this.hosts = new ContentHosts(stage, this, surroundings);
    }

    List<Window> byAge() {
        return byAge;
    }

    /** From the top to the bottom. */
    List<Window> byHeight() {
        return windows.reversed();
    }

    @Nullable
    Window active() {
        return active;
    }

    /** The part of the screen that windows may fill. */
    void room(int width, int height) {
        room.setBounds(0, 0, width, Math.max(1, height));
        for (Window window : windows) {
            fit(window.restored());
            if (window.maximised()) {
                window.maximise(room);
            } else {
                Rectangle wanted = new Rectangle(window.bounds());
                fit(wanted);
                window.place(wanted);
            }
        }
    }

    /** Makes a frame small enough for the room, and reachable. */
    private void fit(Rectangle bounds) {
        bounds.width = Math.min(bounds.width, room.width);
        bounds.height = Math.min(bounds.height, room.height);
        bounds.x = Math.clamp(bounds.x, Math.min(0, room.width - bounds.width), Math.max(0, room.width - bounds.width));
        bounds.y = Math.clamp(bounds.y, 0, Math.max(0, room.height - bounds.height));
    }

    Window open(Content content, Icon icon, String title, boolean maximised) {
        Window window = new Window(content, icon, title);
        Rectangle place = placeFor(content.preferredSize());
        windows.add(window);
        byAge.add(window);
        content.opened(hosts.hostFor(window));
        window.place(place);
        if (maximised) {
            window.maximise(room);
        }
        damage(window);
        activate(window);
        return window;
    }

    /**
     * Left of the middle and a little up, each a step further down than the one before; or in the corner where it hides
     * less of the others.
     */
    private Rectangle placeFor(Size wanted) {
        int width = Math.min(Window.frameWidth(wanted.width()), room.width - Math.min(32, room.width / 8));
        int height = Math.min(Window.frameHeight(wanted.height()), room.height - Math.min(32, room.height / 8));
        int step = opened++ % 6 * 32;
        Rectangle best =
                new Rectangle((room.width - width) / 4 + step, (room.height - height) * 2 / 5 + step, width, height);
        fit(best);
        int right = Math.max(0, room.width - width - CORNER);
        int bottom = Math.max(0, room.height - height - CORNER);
        for (int[] corner : new int[][] {{right, CORNER}, {right, bottom}, {CORNER, CORNER}, {CORNER, bottom}}) {
            Rectangle other = new Rectangle(corner[0], corner[1], width, height);
            fit(other);
            if (hidden(other) < hidden(best)) {
                best = other;
            }
        }
        return best;
    }

    /** Pixels of other windows that a window would hide. */
    private long hidden(Rectangle place) {
        long pixels = 0;
        for (Window window : windows) {
            Rectangle common = place.intersection(window.bounds());
            if (!window.minimised() && !common.isEmpty()) {
                pixels += (long) common.width * common.height;
            }
        }
        return pixels;
    }

    void close(Window window) {
        if (!window.isOpen()) {
            return;
        }
        damage(window);
        window.markClosed();
        windows.remove(window);
        byAge.remove(window);
        if (grip != null && grip.window() == window) {
            grip = null;
        }
        if (hovered == window) {
            hovered = null;
            hoveredZone = FrameZone.OUTSIDE;
        }
        if (active == window) {
            active = null;
            activateTop();
        }
        window.content().closed();
        changed.run();
    }

    void closeAll() {
        for (Window window : List.copyOf(windows)) {
            close(window);
        }
    }

    void askToClose(Window window) {
        if (window.content().closeRequested()) {
            close(window);
        }
    }

    private void activateTop() {
        for (Window window : windows.reversed()) {
            if (!window.minimised()) {
                activate(window);
                return;
            }
        }
        focus(null);
    }

    void activate(Window window) {
        if (window.minimised()) {
            window.minimised(false);
            damage(window);
        }
        if (windows.getLast() != window) {
            windows.remove(window);
            windows.add(window);
            damage(window);
        }
        focus(window);
    }

    private void focus(@Nullable Window next) {
        Window before = active;
        if (before != next) {
            if (before != null) {
                damage(FramePainter.titleBar(before));
                before.content().focusChanged(false);
            }
            active = next;
            if (next != null) {
                damage(FramePainter.titleBar(next));
                next.content().focusChanged(focused);
            }
        }
        changed.run();
    }

    /** The windows have the keyboard, or a menu or message box has. */
    void focused(boolean has) {
        if (focused != has) {
            focused = has;
            if (active != null) {
                active.content().focusChanged(has);
            }
        }
    }

    void minimise(Window window) {
        damage(window);
        window.minimised(true);
        if (active == window) {
            active = null;
            window.content().focusChanged(false);
            activateTop();
        }
        changed.run();
    }

    void toggleMaximised(Window window) {
        damage(window);
        if (window.maximised()) {
            window.restore();
        } else {
            window.maximise(room);
        }
        damage(window);
    }

    void titleChanged(Window window) {
        if (window.isOpen()) {
            damage(FramePainter.titleBar(window));
            changed.run();
        }
    }

    private void damage(Window window) {
        if (!window.minimised()) {
            damage(window.reach());
        }
    }

    private void damage(Rectangle r) {
        stage.damage().repaint(r.x, r.y, r.width, r.height);
    }

    void keyPressed(KeyPress press) {
        if (active != null) {
            active.content().keyPressed(press);
        }
    }

    void paint(Graphics2D g) {
        Rectangle clip = g.getClipBounds();
        int first = 0;
        for (int i = windows.size() - 1; i > 0; i--) {
            if (!windows.get(i).minimised() && windows.get(i).covers(clip)) {
                first = i; // nothing below it can be seen here
                break;
            }
        }
        for (int i = first; i < windows.size(); i++) {
            Window window = windows.get(i);
            if (!window.minimised() && window.reach().intersects(clip)) {
                FrameZone zone = window == hovered ? hoveredZone : FrameZone.OUTSIDE;
                FramePainter.paint(g, window, window == active, zone);
            }
        }
    }

    private @Nullable Window at(int x, int y) {
        for (Window window : windows.reversed()) {
            if (!window.minimised() && FrameZone.of(window, x, y) != FrameZone.OUTSIDE) {
                return window;
            }
        }
        return null;
    }

    PointerShape pointerShape(int x, int y) {
        if (grip instanceof Grip.Sizing sizing) {
            return sizing.zone().shape();
        }
        if (grip instanceof Grip.Moving) {
            return PointerShape.MOVE;
        }
        Window window = grip instanceof Grip.Inside inside ? inside.window() : at(x, y);
        if (window == null) {
            return PointerShape.ARROW;
        }
        FrameZone zone = grip != null ? FrameZone.CONTENT : FrameZone.of(window, x, y);
        return zone == FrameZone.CONTENT
                ? window.content().pointerShape(x - window.contentX(), y - window.contentY())
                : zone.shape();
    }

    /** Whether a button that went down over a window is still held. */
    boolean grabbed() {
        return grip != null;
    }

    /** The pointer is over something else now. */
    void pointerLeft() {
        hover(null, FrameZone.OUTSIDE, null);
    }

    void pointer(PointerEvent event) {
        if (event.action() == Action.LEFT) {
            grip = null;
            pointerLeft();
            return;
        }
        Grip held = grip;
        if (held != null) {
            drag(held, event);
            return;
        }
        Window window = at(event.x(), event.y());
        FrameZone zone = window == null ? FrameZone.OUTSIDE : FrameZone.of(window, event.x(), event.y());
        hover(window, zone, event);
        if (window == null) {
            return;
        }
        if (event.action() == Action.PRESSED) {
            activate(window);
            press(window, zone, event);
        } else if (zone == FrameZone.CONTENT) {
            window.content().pointer(event.from(window.contentX(), window.contentY()));
        }
    }

    private void hover(@Nullable Window window, FrameZone zone, @Nullable PointerEvent event) {
        Window before = hovered;
        if (before != null
                && before.isOpen()
                && hoveredZone == FrameZone.CONTENT
                && (before != window || zone != FrameZone.CONTENT)) {
            PointerEvent gone = event == null
                    ? new PointerEvent(Action.LEFT, 0, 0, 0, 0, 0, Modifiers.NONE)
                    : new PointerEvent(Action.LEFT, event.x(), event.y(), 0, 0, 0, event.modifiers());
            before.content().pointer(gone);
        }
        if (before != window || zone != hoveredZone) {
            if (before != null) {
                damage(FramePainter.titleBar(before));
            }
            if (window != null) {
                damage(FramePainter.titleBar(window));
            }
        }
        hovered = window;
        hoveredZone = zone;
    }

    private void press(Window window, FrameZone zone, PointerEvent event) {
        boolean left = event.button() == PointerSink.LEFT;
        if (zone == FrameZone.CONTENT) {
            grip = new Grip.Inside(window);
            window.content().pointer(event.from(window.contentX(), window.contentY()));
        } else if (left && zone == FrameZone.TITLE && event.clicks() == 2) {
            toggleMaximised(window);
        } else if (left && zone == FrameZone.TITLE) {
            grip = new Grip.Moving(window, event.x() - window.bounds().x, event.y() - window.bounds().y);
        } else if (left && zone.resizes()) {
            grip = new Grip.Sizing(window, zone, event.x(), event.y(), new Rectangle(window.bounds()));
        } else if (left) {
            grip = new Grip.Pressed(window, zone);
        } else if (event.button() == PointerSink.MIDDLE && zone == FrameZone.TITLE) {
            lower(window);
        }
    }

    private void lower(Window window) {
        windows.remove(window);
        windows.addFirst(window);
        damage(window);
        active = window;
        activateTop();
    }

    private void drag(Grip held, PointerEvent event) {
        boolean released = event.action() == Action.RELEASED
                && (event.button() == PointerSink.LEFT || held instanceof Grip.Inside);
        switch (held) {
            case Grip.Inside(Window window) -> {
                if (released) {
                    grip = null;
                }
                window.content().pointer(event.from(window.contentX(), window.contentY()));
            }
            case Grip.Moving moving -> {
                if (event.action() == Action.MOVED) {
                    move(moving, event);
                }
            }
            case Grip.Sizing sizing -> {
                if (event.action() == Action.MOVED) {
                    resize(sizing, event.x(), event.y());
                }
            }
            case Grip.Pressed(Window window, FrameZone zone) -> {
                FrameZone now = FrameZone.of(window, event.x(), event.y());
                hover(now == FrameZone.OUTSIDE ? null : window, now, event);
                if (released && now == zone) {
                    click(window, zone);
                }
            }
        }
        if (released) {
            grip = null;
        }
    }

    private void click(Window window, FrameZone zone) {
        switch (zone) {
            case CLOSE -> askToClose(window);
            case MAXIMISE -> toggleMaximised(window);
            case MINIMISE -> minimise(window);
            default -> {
                // no other part of a frame is a button
            }
        }
    }

    private void move(Grip.Moving moving, PointerEvent event) {
        Window window = moving.window();
        int dx = moving.dx();
        if (window.maximised()) {
            if (Math.abs(event.y() - moving.dy() - window.bounds().y) < 6) {
                return; // a hand that shakes does not pull a window off
            }
            int wide = window.restored().width;
            dx = Math.clamp(
                    (long) moving.dx() * wide / Math.max(1, window.bounds().width), 12, Math.max(12, wide - 12));
            damage(window);
            window.restore();
            grip = new Grip.Moving(window, dx, moving.dy());
        }
        Rectangle to = new Rectangle(window.bounds());
        to.x = Math.clamp(event.x() - dx, 80 - to.width, Math.max(81 - to.width, room.width - 80));
        to.y = Math.clamp(event.y() - moving.dy(), 0, Math.max(0, room.height - Window.TITLE));
        put(window, to);
    }

    private void resize(Grip.Sizing sizing, int x, int y) {
        Window window = sizing.window();
        Size least = window.content().minimumSize();
        int leastWidth = Math.max(Window.frameWidth(least.width()), 3 * FrameZone.BUTTON + 60);
        int leastHeight = Window.frameHeight(least.height());
        Rectangle to = new Rectangle(sizing.from());
        int dx = x - sizing.x();
        int dy = y - sizing.y();
        if (sizing.zone().east()) {
            to.width = Math.max(leastWidth, to.width + dx);
        } else if (sizing.zone().west()) {
            int right = to.x + to.width;
            to.width = Math.max(leastWidth, to.width - dx);
            to.x = right - to.width;
        }
        if (sizing.zone().south()) {
            to.height = Math.max(leastHeight, to.height + dy);
        } else if (sizing.zone().north()) {
            int bottom = to.y + to.height;
            to.height = Math.max(leastHeight, to.height - Math.max(dy, -to.y));
            to.y = bottom - to.height;
        }
        put(window, to);
    }

    private void put(Window window, Rectangle to) {
        if (!to.equals(window.bounds())) {
            damage(window);
            window.place(to);
            damage(window);
        }
    }
}
