package oriel.rdp;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.KeyboardEndpoint;
import oriel.contract.desktop.KeyboardLocks;
import oriel.contract.desktop.KeyboardSink;

/** The keyboard of one attachment: lets the reading thread reach the session's sink while it is open. */
final class KeyboardPort implements KeyboardEndpoint {

    private final Consumer<KeyboardLocks> lamps;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable KeyboardSink sink;
    private boolean closed;

    /** A keyboard without lamps. */
    KeyboardPort() {
        this(_ -> {});
    }

    /** A keyboard whose lamps are switched by what {@code lamps} sends. */
    KeyboardPort(Consumer<KeyboardLocks> lamps) {
        this.lamps = lamps;
    }

    @Override
    public void open(KeyboardSink newSink) {
        lock.lock();
        try {
            if (!closed) {
                sink = newSink;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void show(KeyboardLocks locks) {
        lock.lock();
        try {
            if (sink != null) {
                lamps.accept(locks);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Passes input on, or drops it while no sink is open. */
    void deliver(Consumer<KeyboardSink> input) {
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
