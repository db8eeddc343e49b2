package oriel.kit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardEndpoint;
import oriel.contract.desktop.ClipboardSink;
import oriel.contract.desktop.KeyboardEndpoint;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.KeyboardSink;
import oriel.contract.desktop.LayoutSink;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.PointerEndpoint;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.SoundEndpoint;
import oriel.contract.desktop.VideoEndpoint;

/**
 * An endpoint that keeps what the service opens it with, for the test to use. One per attachment.
 *
 * @param <T> what it is opened with
 */
public abstract sealed class ScriptedEndpoint<T> implements AutoCloseable {

    private @Nullable T end;
    private boolean closed;

    private ScriptedEndpoint() {}

    /**
     * Keeps the session's end.
     *
     * @param end what it is opened with
     */
    public synchronized void open(T end) {
        if (closed) {
            throw new IllegalStateException("the endpoint is opened after it was closed");
        }
        if (this.end != null) {
            throw new IllegalStateException("the endpoint is opened twice");
        }
        this.end = end;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /**
     * The session's end.
     *
     * @return what it was opened with, also after closing; empty = not opened yet
     */
    public synchronized Optional<T> end() {
        return Optional.ofNullable(end);
    }

    /**
     * Whether it was closed.
     *
     * @return whether it is void
     */
    public synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Waits until it is opened.
     *
     * @param timeout how long to wait at most
     * @return what it was opened with
     * @throws InterruptedException if the waiting thread was interrupted
     * @throws AssertionError       if it was not opened in time
     */
    public synchronized T awaitOpen(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            T open = end;
            if (open != null) {
                return open;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("the endpoint was not opened within " + timeout);
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }

    /** The picture. */
    public static final class Video extends ScriptedEndpoint<Screen> implements VideoEndpoint {

        private volatile @Nullable LayoutSink layouts;

        Video() {}

        @Override
        public void open(Screen screen, LayoutSink sink) {
            layouts = sink;
            open(screen);
        }

        /**
         * The client has other monitors from now on.
         *
         * @param layout how they lie
         */
        public void layout(MonitorLayout layout) {
            LayoutSink to = layouts;
            if (to == null) {
                throw new IllegalStateException("the endpoint was not opened");
            }
            to.layout(layout);
        }
    }

    /** The clipboard; opened with the session's side. */
    public static final class Clipboard extends ScriptedEndpoint<ClipboardSink> implements ClipboardEndpoint {

        private final BlockingQueue<ClipboardContent> offered = new LinkedBlockingQueue<>();

        Clipboard() {}

        @Override
        public void offer(ClipboardContent content) {
            offered.add(content);
        }

        /**
         * What the session has offered, oldest first; taken by the test.
         *
         * @return the contents
         */
        public BlockingQueue<ClipboardContent> offered() {
            return offered;
        }
    }

    /** The loudspeaker; it is never opened, only played on. */
    public static final class Sound extends ScriptedEndpoint<Object> implements SoundEndpoint {

        private final BlockingQueue<byte[]> played = new LinkedBlockingQueue<>();

        Sound() {}

        @Override
        public void play(byte[] samples, int offset, int length) {
            played.add(Arrays.copyOfRange(samples, offset, offset + length));
        }

        @Override
        public void pause() {
            // silence needs no note
        }

        /**
         * What was played, oldest first; taken by the test.
         *
         * @return the sound, as it came
         */
        public BlockingQueue<byte[]> played() {
            return played;
        }
    }

    /** The keyboard. */
    public static final class Keyboard extends ScriptedEndpoint<KeyboardSink> implements KeyboardEndpoint {

        private final BlockingQueue<KeyboardLocks> shown = new LinkedBlockingQueue<>();

        Keyboard() {}

        @Override
        public void show(KeyboardLocks locks) {
            shown.add(locks);
        }

        /**
         * How the session has set the lamps, oldest first; taken by the test.
         *
         * @return the lock keys
         */
        public BlockingQueue<KeyboardLocks> shown() {
            return shown;
        }
    }

    /** The pointer. */
    public static final class Pointer extends ScriptedEndpoint<PointerSink> implements PointerEndpoint {
        Pointer() {}
    }
}
