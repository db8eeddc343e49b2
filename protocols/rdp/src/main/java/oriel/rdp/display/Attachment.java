package oriel.rdp.display;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.LayoutSink;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.ScreenWatcher;
import oriel.contract.desktop.Size;
import oriel.contract.desktop.VideoEndpoint;

/** The display's side of one attachment to a session: the endpoint the session opens, and the ear at its screen. */
final class Attachment implements VideoEndpoint, ScreenWatcher {

    private final RdpDisplay display;
    private volatile @Nullable Screen screen;
    private volatile @Nullable LayoutSink layouts;
    private @Nullable MonitorLayout told;
    private volatile boolean closed;

    Attachment(RdpDisplay display) {
        this.display = display;
    }

    @Override
    public void open(Screen opened) {
        if (closed) {
            return;
        }
        screen = opened;
        // Watching comes first: what changes between here and the first read is read twice rather than never.
        opened.watch(this);
        display.attach(this);
    }

    @Override
    public void open(Screen opened, LayoutSink sink) {
        layouts = sink;
        open(opened);
    }

    /** Tells the session which monitors the client has, unless it has been told. */
    synchronized void tell(MonitorLayout layout) {
        LayoutSink sink = layouts;
        if (sink != null && !closed && !layout.equals(told)) {
            told = layout;
            sink.layout(layout);
        }
    }

    @Override
    public void close() {
        display.detach(this);
        detach();
    }

    /** Stops watching; the display has let go of this attachment. */
    void detach() {
        closed = true;
        Screen watched = screen;
        if (watched != null) {
            watched.unwatch(this);
        }
    }

    /** The screen; asked for only after {@link #open}. */
    Screen screen() {
        return Objects.requireNonNull(screen);
    }

    @Override
    public void damaged(int x, int y, int width, int height) {
        display.damaged(this, x, y, width, height);
    }

    @Override
    public void resized(Size size) {
        display.resized(this);
    }

    @Override
    public void cursorChanged(CursorShape shape) {
        display.cursorChanged(this, shape);
    }

    @Override
    public void cursorMoved(int x, int y) {
        display.cursorMoved(this, x, y);
    }

    @Override
    public void bell(int hertz, int milliseconds) {
        display.bell(this, hertz, milliseconds);
    }
}
