package oriel.desktop.x11.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import oriel.wire.WireWriter;

/**
 * What has been asked of the server and not been written yet. Who sends a request never waits for a server that does not read: the bytes
 * pile up here, up to a limit, and one thread writes them. Guarded by the connection's lock.
 */
final class Outgoing {

    /** Bytes that may wait; a server that has let so much pile up is given up. */
    static final int MOST = 32 * 1024 * 1024;

    private static final int KEPT = 64 * 1024;
    private static final int SLICE = 64 * 1024;

    private final ReentrantLock lock;
    private final Condition written;
    private WireWriter filling = new WireWriter(4096);
    private WireWriter draining = new WireWriter(4096);
    private boolean closed;

    Outgoing(ReentrantLock lock) {
        this.lock = lock;
        this.written = lock.newCondition();
    }

    /** Where requests are written to; the caller holds the lock, and calls {@link #pushed} afterwards. */
    WireWriter writer() {
        return filling;
    }

    boolean isOverfull() {
        return filling.size() > MOST;
    }

    void pushed() {
        written.signal();
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what comes until it is closed. */
    void drainTo(WritableByteChannel channel) throws IOException, InterruptedException {
        while (await()) {
            ByteBuffer bytes = ByteBuffer.wrap(draining.array(), 0, draining.size());
            int end = bytes.limit();
            while (bytes.position() < end) {
                // In slices: the JDK keeps a buffer outside the heap as large as the largest write.
                bytes.limit(Math.min(end, bytes.position() + SLICE));
                channel.write(bytes);
            }
        }
    }

    private boolean await() throws InterruptedException {
        draining = draining.size() > KEPT ? new WireWriter(4096) : draining.reset();
        lock.lock();
        try {
            while (filling.size() == 0 && !closed) {
                written.await();
            }
            WireWriter full = filling;
            filling = draining;
            draining = full;
            return !closed;
        } finally {
            lock.unlock();
        }
    }
}
