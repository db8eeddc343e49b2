package oriel.rdp;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.PointerEndpoint;
import oriel.contract.desktop.PointerSink;

/** The mouse of one attachment: lets the reading thread reach the session's sink while it is open. */
final class PointerPort implements PointerEndpoint {

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable PointerSink sink;
    private boolean closed;

    @Override
    public void open(PointerSink newSink) {
        lock.lock();
        try {
            if (!closed) {
                sink = newSink;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Passes input on, or drops it while no sink is open. */
    void deliver(Consumer<PointerSink> input) {
        lock.lock();
        try {
            if (sink != null) {
                input.accept(sink);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (sink != null) {
                sink.releaseAll();
                sink = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
