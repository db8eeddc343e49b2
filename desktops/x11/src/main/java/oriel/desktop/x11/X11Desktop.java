package oriel.desktop.x11;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.DesktopStatus;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.SessionClipboard;
import oriel.contract.desktop.Size;
import oriel.contract.desktop.SoundSource;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.clipboard.X11Clipboard;
import oriel.desktop.x11.extension.Bells;
import oriel.desktop.x11.keyboard.X11Keyboard;
import oriel.desktop.x11.keyboard.XkbLayouts;
import oriel.desktop.x11.layout.ScreenLayout;
import oriel.desktop.x11.message.MessageBoxes;
import oriel.desktop.x11.pointer.X11Pointer;
import oriel.desktop.x11.screen.SessionMoves;
import oriel.desktop.x11.screen.X11Screen;
import oriel.desktop.x11.sound.FifoSound;
import oriel.desktop.x11.xtest.FakeInput;
import oriel.xsession.SessionEnd;
import oriel.xsession.SessionFigures;
import oriel.xsession.XSession;

/**
 * The desktop of a session with an X server. It has several connections to the server, so that one part does not wait for another:
 * for the picture, for input, for size and messages, for moves of the pointer, and the clipboard's own.
 */
final class X11Desktop implements Desktop {

    private static final Logger LOG = LoggerFactory.getLogger(X11Desktop.class);

    /** How long the session itself is waited for to say why its X server has gone. */
    private static final Duration HINDSIGHT = Duration.ofSeconds(3);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final XSession session;
    private final String account;
    private final SessionEnding ending;
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final X11Screen screen;
    private final ScreenLayout layout;
    private final X11Keyboard keyboard;
    private final PointerSink pointer;
    private final MessageBoxes messages;
    private final Optional<SessionClipboard> clipboard;
    private final Optional<SoundSource> sound;
    private volatile MonitorLayout monitors;
    private boolean closed;

    private X11Desktop(
            XSession session, DesktopRequest request, Size largest, SessionEnding ending, List<AutoCloseable> opened)
            throws IOException {
        this.session = session;
        this.account = request.userName();
        this.ending = ending;
        this.monitors = request.view().layout();
        XConnection picture = connection("picture", opened);
        XConnection input = connection("input", opened);
        XConnection control = connection("control", opened);
        screen = kept(X11Screen.open(picture, session.uid()), opened);
        FakeInput fake = FakeInput.on(input);
        keyboard = kept(X11Keyboard.open(input, fake, request.host()::locksChanged), opened);
        pointer = moves(control, opened).through(new X11Pointer(fake, screen::size));
        layout = ScreenLayout.of(control, largest);
        messages = new MessageBoxes(control, () -> monitors);
        clipboard = Optional.of(kept(X11Clipboard.open(session.socket(), session.cookie()), opened));
        sound = sound(opened);
        bells(picture);
        layout.apply(monitors);
        type(request.view());
        picture.onEnd(this::lost);
        parts.addAll(opened);
    }

    /**
     * Connects to a session that has been started.
     *
     * @param largest the largest size its screen may have, now and later
     * @throws IOException if that is not possible; the session is the caller's still
     */
    static X11Desktop connect(XSession session, DesktopRequest request, Size largest, SessionEnding ending)
            throws IOException {
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            return new X11Desktop(session, request, largest, ending, opened);
        } catch (IOException e) {
            close(opened);
            throw e;
        }
    }

    private static <T extends AutoCloseable> T kept(T part, List<AutoCloseable> opened) {
        opened.add(part);
        return part;
    }

    private XConnection connection(String purpose, List<AutoCloseable> opened) throws IOException {
        return kept(XConnection.open(session.socket(), session.cookie(), purpose), opened);
    }

    private SessionMoves moves(XConnection control, List<AutoCloseable> opened) throws IOException {
        return SessionMoves.listen(control, connection("moves", opened), screen);
    }

    private Optional<SoundSource> sound(List<AutoCloseable> opened) {
        Optional<Path> fifo = session.sound();
        return fifo.map(path -> kept(new FifoSound(path), opened));
    }

    private void bells(XConnection picture) throws IOException {
        picture.on(Bells.of(picture), ring -> {
            if (ring.percent() > 0) {
                int hertz = Math.clamp(ring.hertz(), 37, 32767);
                int milliseconds = Math.clamp(ring.milliseconds(), 1, 5000);
                screen.tell(watcher -> watcher.bell(hertz, milliseconds));
            }
        });
    }

    @Override
    public Screen screen() {
        return screen;
    }

    @Override
    public KeyboardSink keyboard() {
        return keyboard;
    }

    @Override
    public PointerSink pointer() {
        return pointer;
    }

    @Override
    public Optional<SessionClipboard> clipboard() {
        return clipboard;
    }

    @Override
    public Optional<SoundSource> sound() {
        return sound;
    }

    @Override
    public void adapt(ClientView view) {
        monitors = view.layout();
        layout.applySoon(view.layout());
        type(view);
    }

    /** The session has started with the client's layout already; here it gets what only this side knows of it. */
    private void type(ClientView view) {
        if (view.keyboardLayout() != 0) {
            keyboard.layout(XkbLayouts.of(view.keyboardLayout()));
        }
    }

    @Override
    public void message(String title, String text, Duration timeout) {
        Thread.ofVirtual().name("x11-message").start(() -> messages.show(title, text, timeout));
    }

    @Override
    public DesktopStatus status() {
        SessionFigures figures = session.figures();
        return new DesktopStatus(
                session.desktop(),
                account,
                figures.processes(),
                figures.memory(),
                figures.processor(),
                Optional.of(session.log().toString()));
    }

    /** The X server has gone. The session is about to say so itself, and why; if it does not, this is all there is to say. */
    private void lost(IOException why) {
        CompletableFuture.delayedExecutor(HINDSIGHT.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> {
                    if (!ending.isOver()) {
                        LOG.warn("The X server of display :{} is lost: {}.", session.display(), why.getMessage());
                        session.stop();
                        ending.ended(new SessionEnd(false, "the X server is lost: " + why.getMessage(), List.of()));
                    }
                });
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        ending.close();
        close(parts);
        Thread stopping = Thread.ofVirtual().name("x11-stop").start(session::stop);
        try {
            if (!stopping.join(LONGEST_STOP)) {
                LOG.error("The session on display :{} does not end.", session.display());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it ends without being watched
        }
    }

    /** The last ones first: what uses a connection before the connection. */
    private static void close(List<AutoCloseable> parts) {
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.debug("A part of a desktop did not close.", e);
            }
        }
    }
}
