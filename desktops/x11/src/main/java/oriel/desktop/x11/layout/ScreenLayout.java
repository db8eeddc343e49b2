package oriel.desktop.x11.layout;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.client.ServerGrab;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.extension.RandR;

/**
 * Makes the screen what the client has: size, monitors, scale. Changes are made one after another on a thread that lives while there are
 * any; of those that come faster than they can be made, the last one counts.
 */
public final class ScreenLayout {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenLayout.class);

    private final XConnection connection;
    private final Extents extents;
    private final Monitors monitors;
    private final FontScale fonts;
    private final Size largest;
    private @Nullable MonitorLayout wanted;
    private boolean changing;

    private ScreenLayout(XConnection connection, RandR randr, Size largest) {
        this.connection = connection;
        this.largest = largest;
        this.extents = new Extents(connection, randr);
        this.monitors = new Monitors(connection, randr);
        this.fonts = new FontScale(connection);
    }

    /**
     * Gets ready.
     *
     * @param connection the connection to use; closed by whoever opened it
     * @param largest    the largest size the screen may have, even if the server can do more
     */
    public static ScreenLayout of(XConnection connection, Size largest) throws IOException {
        return new ScreenLayout(connection, RandR.of(connection), largest);
    }

    /**
     * Dots per inch that programs are told at a layout: those of the primary monitor.
     *
     * @param layout the client's monitors
     */
    public static int dpi(MonitorLayout layout) {
        return Monitors.dpi(layout.primary());
    }

    /** Makes it so and returns when it is. */
    public synchronized void apply(MonitorLayout layout) throws IOException {
        Size wanted = layout.size();
        Size size = extents.possible(
                new Size(Math.min(wanted.width(), largest.width()), Math.min(wanted.height(), largest.height())));
        int dpi = dpi(layout);
        // Programs see the outcome, not what lies between.
        connection.send(new ServerGrab(true));
        try {
            extents.apply(size, dpi);
            monitors.apply(layout, size, extents.output());
            fonts.apply(dpi);
        } finally {
            connection.send(new ServerGrab(false));
        }
        connection.sync();
    }

    /** Makes it so soon. */
    public void applySoon(MonitorLayout layout) {
        synchronized (extents) {
            wanted = layout;
            if (!changing) {
                changing = true;
                Thread.ofVirtual().name("x11-layout").start(this::change);
            }
        }
    }

    private void change() {
        MonitorLayout next = next();
        while (next != null) {
            try {
                apply(next);
            } catch (IOException e) {
                if (!connection.isEnded()) {
                    LOG.warn("The screen could not be made {}: {}.", next.size(), e.getMessage());
                }
            }
            next = next();
        }
    }

    private @Nullable MonitorLayout next() {
        synchronized (extents) {
            MonitorLayout next = wanted;
            wanted = null;
            changing = next != null;
            return next;
        }
    }
}
