package oriel.desktop.x11.clipboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardFormat;
import oriel.contract.desktop.ClipboardSink;
import oriel.contract.desktop.SessionClipboard;
import oriel.desktop.x11.client.Atom;
import oriel.desktop.x11.client.Property;
import oriel.desktop.x11.client.Selection;
import oriel.desktop.x11.client.Window;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.extension.Fixes;

/**
 * The clipboard of an X11 session. What the client has copied becomes the selections CLIPBOARD and PRIMARY, so that it can be pasted with
 * Ctrl+V and with the middle button. What programs copy goes to the client from CLIPBOARD only: PRIMARY changes whenever something is
 * marked, and the user of a Windows client would lose what they have copied there.
 *
 * <p>One virtual thread of its own does what must wait for the server or for programs: it becomes owner, and looks at new owners. Only the
 * newest change counts, and owners are looked at a few times per second at most, however often they change.
 */
public final class X11Clipboard implements SessionClipboard, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(X11Clipboard.class);

    /** How long after a look at an owner the next one comes at the earliest. */
    private static final long REST = Duration.ofMillis(150).toNanos();

    private static final int MOST_TARGETS = 1024;
    private static final int NOBODY = 0;

    /** The longest text that is compared with what the client had copied, to notice a clipboard manager. */
    private static final int LONGEST_COMPARED = 1024 * 1024;

    private static final Duration STAMP = Duration.ofSeconds(5);

    private final XConnection server;
    private final int window;
    private final int clipboard;
    private final int stampProperty;
    private final Targets targets;
    private final SelectionReader reader;
    private final SelectionWriter writer;
    private final Map<Integer, Possession> owned = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile @Nullable CompletableFuture<Integer> stamp;
    private volatile Fixes.@Nullable SelectionNotify latest;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();

    // guarded by the lock
    private @Nullable ClipboardSink watcher;
    private @Nullable Runnable wish;
    private boolean lookAgain;
    private boolean busy;
    private Fixes.@Nullable SelectionNotify newOwner;
    private boolean offered;

    private long lookedAt = System.nanoTime() - REST;
    private @Nullable Possession last;

    private X11Clipboard(XConnection server) throws IOException {
        this.server = server;
        targets = new Targets(server);
        clipboard = server.atom("CLIPBOARD");
        stampProperty = server.atom("ORIEL_TIME");
        window = server.newId();
        server.send(Window.Create.hidden(window, server.root(), Window.PROPERTY_CHANGE));
        reader = new SelectionReader(server, targets);
        writer = new SelectionWriter(server, targets);
        server.on(Selection.Wanted.TYPE, this::wanted);
        server.on(Selection.Clear.TYPE, this::lost);
        server.on(Property.Notify.TYPE, this::stamped);
        Fixes fixes = Fixes.of(server);
        server.on(fixes.selectionNotifyType(), this::changed);
        server.send(fixes.selectSelectionInput(window, clipboard));
        thread = Thread.ofVirtual().name("x11-clipboard").unstarted(this::run);
    }

    /**
     * Opens the clipboard of a server, over a connection of its own.
     *
     * @param socket the server's Unix socket
     * @param cookie its secret
     * @return the clipboard; the caller closes it
     * @throws IOException if the server cannot be reached, or does not tell of owners
     */
    public static X11Clipboard open(Path socket, byte[] cookie) throws IOException {
        XConnection server = XConnection.open(socket, cookie, "clipboard");
        try {
            var opened = new X11Clipboard(server);
            opened.thread.start();
            return opened;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    // --- from the client to the session
    // ---------------------------------------------------------------------------------

    @Override
    public void offer(ClipboardContent content) {
        wish(content.formats().isEmpty() ? this::disown : () -> own(content));
    }

    private void wish(Runnable next) {
        lock.lock();
        try {
            wish = next;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void own(ClipboardContent content) {
        try {
            var possession = new Possession(content, now());
            for (int selection : new int[] {clipboard, Atom.PRIMARY}) {
                owned.put(selection, possession);
                server.send(new Selection.SetOwner(window, selection, possession.since()));
            }
            if (server.ask(new Selection.GetOwner(clipboard)) != window) {
                owned.remove(clipboard, possession);
            }
            last = possession;
        } catch (IOException e) {
            LOG.info("What the client has copied cannot be pasted in the session: {}.", e.getMessage());
        }
    }

    private void disown() {
        owned.forEach(
                (selection, possession) -> server.send(new Selection.SetOwner(NOBODY, selection, possession.since())));
        owned.clear();
        last = null;
    }

    /** The server's time: what a change of a property of ours is stamped with (ICCCM 2.1). */
    private int now() throws IOException {
        var next = new CompletableFuture<Integer>();
        stamp = next;
        server.send(new Property.Change(
                Property.Change.APPEND, window, stampProperty, Atom.INTEGER, 32, oriel.wire.Octets.EMPTY));
        try {
            return next.get(STAMP.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the X server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the clipboard is closed", e);
        }
    }

    private void stamped(Property.Notify change) {
        CompletableFuture<Integer> waiting = stamp;
        if (waiting != null && change.window() == window && change.atom() == stampProperty) {
            waiting.complete(change.time());
        }
    }

    private void wanted(Selection.Wanted request) {
        writer.answer(request, Optional.ofNullable(owned.get(request.selection())));
    }

    private void lost(Selection.Clear loss) {
        Possession possession = owned.get(loss.selection());
        if (possession != null && loss.time() - possession.since() >= 0) {
            owned.remove(loss.selection(), possession);
        }
    }

    // --- from the session to the client
    // ---------------------------------------------------------------------------------

    @Override
    public void watch(ClipboardSink client) {
        lock.lock();
        try {
            watcher = client;
            offered = false;
            lookAgain = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void unwatch() {
        lock.lock();
        try {
            watcher = null;
        } finally {
            lock.unlock();
        }
        wish(this::disown);
    }

    private void lookAtOwner() {
        try {
            int owner = server.ask(new Selection.GetOwner(clipboard));
            if (owner != NOBODY) {
                changed(new Fixes.SelectionNotify(owner, clipboard, 0 /* now */));
            }
        } catch (IOException e) {
            LOG.debug("Who owns the clipboard is not known: {}.", e.getMessage());
        }
    }

    private void changed(Fixes.SelectionNotify change) {
        if (change.selection() != clipboard) {
            return;
        }
        latest = change;
        if (change.owner() == window) {
            return;
        }
        lock.lock();
        try {
            newOwner = change;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (!server.isEnded()) {
                Runnable next = next();
                try {
                    next.run();
                } catch (RuntimeException e) {
                    LOG.error("The clipboard of a session could not be shared", e);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The clipboard of a session is closed.");
        }
    }

    /** What is to be done next: the client's wish at once, a look at a new owner when the last look is some time ago. */
    private Runnable next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            busy = false;
            work.signalAll();
            while (true) {
                Runnable wished = wish;
                Fixes.SelectionNotify owner = newOwner;
                long rest = lookedAt + REST - System.nanoTime();
                if (wished != null) {
                    wish = null;
                    busy = true;
                    return wished;
                } else if (lookAgain) {
                    lookAgain = false;
                    return this::lookAtOwner;
                } else if (owner == null) {
                    work.await();
                } else if (rest > 0) {
                    work.awaitNanos(rest);
                } else {
                    newOwner = null;
                    return () -> look(owner);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void look(Fixes.SelectionNotify change) {
        Possession mine = owned.get(clipboard);
        if (mine != null && (change.time() == 0 || change.time() - mine.since() < 0)) {
            return; // since then it has become ours
        }
        if (!isWatched()) {
            return; // who watches later hears of it then
        }
        try {
            if (change.owner() == NOBODY) {
                tell(new Copied(change, new int[0]));
                return;
            }
            var copied = new Copied(change, askTargets(change));
            if (!isEcho(copied)) {
                tell(copied);
            }
        } catch (IOException e) {
            LOG.debug("What a program has copied is not known: {}.", e.getMessage());
        } finally {
            lookedAt = System.nanoTime();
        }
    }

    private boolean isWatched() {
        lock.lock();
        try {
            return watcher != null;
        } finally {
            lock.unlock();
        }
    }

    private int[] askTargets(Fixes.SelectionNotify change) throws IOException {
        Optional<SelectionReader.Fetched> answer =
                reader.read(clipboard, targets.targets(), change.time(), 4 * MOST_TARGETS);
        if (answer.isEmpty() || answer.get().format() != 32) {
            return new int[] {targets.atom(Targets.Kind.LATIN1)}; // some very old programs know no list, all know text
        }
        byte[] bytes = answer.get().bytes();
        var in = new oriel.wire.WireReader(bytes);
        int[] offered = new int[bytes.length / 4];
        for (int i = 0; i < offered.length; i++) {
            offered[i] = in.i32("target");
        }
        return offered;
    }

    /** Whether a clipboard manager only keeps what the client has copied: the client knows it, and need not fetch it back. */
    private boolean isEcho(Copied copied) {
        Possession mine = last;
        if (mine == null
                || !mine.wasReadBy(writer.clientOf(copied.change.owner()))
                || !copied.formats().contains(ClipboardFormat.TEXT)) {
            return false;
        }
        try {
            return mine.isText(copied.read(ClipboardFormat.TEXT, LONGEST_COMPARED));
        } catch (IOException e) {
            return false; // longer, or not to be had: not what the client has copied, as far as one can tell
        }
    }

    private void tell(Copied copied) {
        ClipboardSink told;
        lock.lock();
        try {
            boolean worth = offered || !copied.formats().isEmpty();
            told = worth ? watcher : null;
            offered = told != null && !copied.formats().isEmpty();
        } finally {
            lock.unlock();
        }
        if (told != null) {
            told.offer(copied);
        }
    }

    /** What a program has copied. */
    private final class Copied implements ClipboardContent {

        private final Fixes.SelectionNotify change;
        private final int[] available;

        Copied(Fixes.SelectionNotify change, int[] available) {
            this.change = change;
            this.available = available;
        }

        @Override
        public Set<ClipboardFormat> formats() {
            return targets.formats(available);
        }

        @Override
        public byte[] read(ClipboardFormat format, int limit) throws IOException {
            Targets.Kind kind = targets.best(format, available)
                    .orElseThrow(() -> new IOException("the program that copied it has no such form of it"));
            if (!change.equals(latest)) {
                throw new IOException("something else has been copied since");
            }
            SelectionReader.Fetched fetched = reader.read(clipboard, targets.atom(kind), change.time(), limit)
                    .orElseThrow(() -> new IOException("the program that copied it does not have it any more"));
            byte[] bytes = converted(kind, fetched, limit);
            if (bytes.length > limit) {
                throw new IOException("what was copied is longer than " + limit + " bytes");
            }
            return bytes;
        }

        private byte[] converted(Targets.Kind kind, SelectionReader.Fetched fetched, int limit) throws IOException {
            return switch (kind) {
                case UTF8, MIME_UTF8, MIME_TEXT, HTML -> Contents.text(fetched.bytes(), StandardCharsets.UTF_8);
                case LATIN1, ANY_TEXT ->
                    Contents.text(
                            fetched.bytes(),
                            fetched.type() == targets.atom(Targets.Kind.UTF8)
                                    ? StandardCharsets.UTF_8
                                    : StandardCharsets.ISO_8859_1);
                case PNG -> fetched.bytes();
                case BMP, TIFF, JPEG, GIF -> Contents.png(fetched.bytes(), limit);
            };
        }
    }

    /** Waits until what the client has wished so far is done. */
    void settle() throws IOException {
        lock.lock();
        try {
            while (wish != null || busy) {
                if (!work.await(10, TimeUnit.SECONDS)) {
                    throw new IOException("the clipboard does nothing");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Shares nothing any more. Closing twice is no error. */
    @Override
    public void close() {
        thread.interrupt();
        server.close();
    }
}
