package oriel.desktop.x11.message;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.desktop.x11.client.Drawing;
import oriel.desktop.x11.client.Window;
import oriel.desktop.x11.client.XConnection;

/**
 * Messages over everything else in a session. Each is a window that the window manager leaves alone, drawn here; it goes when its button
 * is clicked or its time is over, and comes up again when something covers it.
 */
public final class MessageBoxes {

    private static final Logger LOG = LoggerFactory.getLogger(MessageBoxes.class);

    /** Boxes at a time; the oldest goes when one more comes. */
    private static final int MOST = 8;

    /** How often a box comes up again over a program that insists on covering it. */
    private static final int MOST_RAISES = 200;

    private static final int STEP = 24;
    private static final double USUAL_SCALE = 100;

    private final XConnection connection;
    private final Supplier<MonitorLayout> layout;
    private final Map<Integer, Box> boxes = new LinkedHashMap<>();

    private static final class Box {
        private final MessagePicture picture;
        private final int gc;
        private int raises;

        Box(MessagePicture picture, int gc) {
            this.picture = picture;
            this.gc = gc;
        }
    }

    /**
     * Gets ready.
     *
     * @param connection the connection to use
     * @param layout     where the monitors lie now
     */
    public MessageBoxes(XConnection connection, Supplier<MonitorLayout> layout) {
        this.connection = connection;
        this.layout = layout;
        connection.on(Window.Exposed.TYPE, this::exposed);
        connection.on(Window.Visibility.TYPE, this::covered);
        connection.on(Window.Button.RELEASE, this::clicked);
    }

    /**
     * Shows a message on the primary monitor.
     *
     * @param title   its title
     * @param text    its text; line feeds separate lines
     * @param timeout how long it stays at most; zero = until its button is clicked
     */
    public void show(String title, String text, Duration timeout) {
        Monitor monitor = layout.get().primary();
        double scale = monitor.scale() / USUAL_SCALE;
        MessagePicture picture = MessagePicture.draw(title, text, scale, monitor.width());
        int window = connection.newId();
        int gc = connection.newId();
        int aside;
        synchronized (boxes) {
            if (boxes.size() >= MOST) {
                close(boxes.keySet().iterator().next());
            }
            aside = boxes.size() * STEP;
            boxes.put(window, new Box(picture, gc));
        }
        int x = monitor.x() + Math.max(0, (monitor.width() - picture.width()) / 2) + aside;
        int y = monitor.y() + Math.max(0, (monitor.height() - picture.height()) / 3) + aside;
        connection.send(new Window.Create(
                window,
                connection.root(),
                x,
                y,
                picture.width(),
                picture.height(),
                false,
                true,
                Window.EXPOSURE | Window.VISIBILITY_CHANGE | Window.BUTTON_PRESS | Window.BUTTON_RELEASE));
        connection.send(new Drawing.CreateGc(gc, window, 0));
        name(window, title);
        connection.send(new Window.Map(window));
        connection.send(new Window.Raise(window));
        if (!timeout.isZero()) {
            CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(() -> close(window));
        }
    }

    /** For programs that list windows, such as those that read the screen aloud. */
    private void name(int window, String title) {
        try {
            connection.send(oriel.desktop.x11.client.Property.Change.bytes(
                    window,
                    connection.atom("_NET_WM_NAME"),
                    connection.atom("UTF8_STRING"),
                    oriel.wire.Octets.of(title.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        } catch (IOException e) {
            LOG.debug("The window of a message has no name: {}.", e.getMessage());
        }
    }

    private void close(int window) {
        Box box;
        synchronized (boxes) {
            box = boxes.remove(window);
        }
        if (box != null) {
            connection.send(new Drawing.FreeGc(box.gc));
            connection.send(new Window.Destroy(window));
        }
    }

    private void exposed(Window.Exposed event) {
        synchronized (boxes) {
            Box box = boxes.get(event.window());
            if (box != null && event.more() == 0) {
                int depth = connection.setup().screen().depth();
                connection.send(new Drawing.Put(
                        event.window(), box.gc, depth, 0, 0, box.picture.width(), box.picture.pixels()));
            }
        }
    }

    /** Only the newest comes up again, else two boxes would fight. */
    private void covered(Window.Visibility event) {
        synchronized (boxes) {
            Box box = boxes.get(event.window());
            if (box != null && event.covered() && newest() == event.window() && box.raises++ < MOST_RAISES) {
                connection.send(new Window.Raise(event.window()));
            }
        }
    }

    private int newest() {
        int last = 0;
        for (Iterator<Integer> windows = boxes.keySet().iterator(); windows.hasNext(); ) {
            last = windows.next();
        }
        return last;
    }

    private void clicked(Window.Button event) {
        boolean hit;
        synchronized (boxes) {
            Box box = boxes.get(event.window());
            hit = box != null && event.button() == 1 && box.picture.button().contains(event.x(), event.y());
        }
        if (hit) {
            close(event.window());
        }
    }
}
