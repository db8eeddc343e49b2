package oriel.desktop.x11.screen;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import oriel.contract.desktop.PointerSink;
import oriel.desktop.x11.client.Answer;
import oriel.desktop.x11.client.Receiver;
import oriel.desktop.x11.client.Window;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.extension.Recording;

/**
 * Tells when the session itself moves the pointer: a program warps it, a shrunken screen pushes it. The core protocol tells nobody of
 * that, RECORD does; it tells of the user's own moves too, which are known here because they pass through {@link #through}.
 */
public final class SessionMoves implements Receiver<Recording.Motions> {

    private static final int MOST = 1024;

    private final X11Screen screen;
    private final Deque<Place> expected = new ArrayDeque<>();
    private final Answer<Boolean> begun = new Answer<>();

    private record Place(int x, int y) {}

    private SessionMoves(X11Screen screen) {
        this.screen = screen;
    }

    /**
     * Listens to moves from now on.
     *
     * @param control a connection on which nobody else selects events of the root window
     * @param data    a connection for nothing but this; the listening ends when it is closed
     * @param screen  whose watchers are told
     */
    public static SessionMoves listen(XConnection control, XConnection data, X11Screen screen) throws IOException {
        var moves = new SessionMoves(screen);
        int context = control.newId();
        control.send(Recording.of(control).createMotions(context));
        // The server sends what it has recorded when it has something else to send: a motion nobody wants to hear of
        // would wait.
        control.send(new Window.SelectEvents(control.root(), Window.POINTER_MOTION));
        control.sync();
        data.ask(Recording.of(data).enable(context), moves);
        moves.begun.await(XConnection.PATIENCE);
        return moves;
    }

    @Override
    public void received(Recording.Motions motions) {
        if (motions.began()) {
            begun.received(true);
        }
        int[] where = motions.where();
        for (int i = 0; i < where.length; i += 2) {
            int x = where[i];
            int y = where[i + 1];
            if (!isTheUsers(x, y)) {
                screen.tell(watcher -> watcher.cursorMoved(x, y));
            }
        }
    }

    @Override
    public void failed(IOException why) {
        begun.failed(why);
    }

    /** Moves come in the order in which they were made; some of the user's come to nothing, as the pointer was there already. */
    private boolean isTheUsers(int x, int y) {
        synchronized (expected) {
            int skipped = 0;
            for (Iterator<Place> places = expected.iterator(); places.hasNext(); skipped++) {
                Place place = places.next();
                if (place.x == x && place.y == y) {
                    for (int i = 0; i <= skipped; i++) {
                        expected.remove();
                    }
                    return true;
                }
            }
            return false;
        }
    }

    private void expect(int x, int y) {
        var size = screen.size();
        var place = new Place(Math.clamp(x, 0, size.width() - 1), Math.clamp(y, 0, size.height() - 1));
        synchronized (expected) {
            expected.add(place);
            if (expected.size() > MOST) {
                expected.remove();
            }
        }
    }

    /**
     * What the user does with the pointer.
     *
     * @param pointer where it goes
     * @return takes it instead
     */
    public PointerSink through(PointerSink pointer) {
        return new PointerSink() {
            @Override
            public void moved(int x, int y) {
                expect(x, y);
                pointer.moved(x, y);
            }

            @Override
            public void button(int button, boolean down, int x, int y) {
                expect(x, y);
                pointer.button(button, down, x, y);
            }

            @Override
            public void wheel(int units, boolean horizontal, int x, int y) {
                expect(x, y);
                pointer.wheel(units, horizontal, x, y);
            }

            @Override
            public void releaseAll() {
                pointer.releaseAll();
            }
        };
    }
}
