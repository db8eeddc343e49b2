package oriel.rdp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.rdp.transport.ConnectionEndedException.Ender;
import oriel.rdp.transport.RdpTransport;
import oriel.wire.WireWriter;

/**
 * The way out for everything on virtual channels. It is shut while the client is not active: between a Deactivate All PDU and the
 * end of the activation that follows clients take nothing but that activation; FreeRDP 2.11 ends over a chunk that comes meanwhile.
 */
final class ChannelOutput {

    /** What may wait for an activation without anybody waiting with it. */
    private static final int MOST_WAITING = 4096;

    private final RdpTransport transport;
    private final Outbox outbox;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // guarded by the lock
    private final List<byte[]> waiting = new ArrayList<>();
    private boolean open;
    private boolean over;
    private int sending;

    ChannelOutput(RdpTransport transport, Outbox outbox) {
        this.transport = transport;
        this.outbox = outbox;
    }

    /** Sends on the caller's thread; waits for an activation and for a client that is slow. */
    void send(WireWriter pdus) throws ConnectionEndedException, InterruptedException {
        begin();
        try {
            transport.send(pdus);
        } finally {
            done();
        }
    }

    private void begin() throws ConnectionEndedException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!open && !over) {
                changed.await();
            }
            if (over) {
                throw new ConnectionEndedException(Ender.SERVER, "the connection is over");
            }
            sending++;
        } finally {
            lock.unlock();
        }
    }

    private void done() {
        lock.lock();
        try {
            sending--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sends soon, after what was posted before; returns at once. */
    void post(byte[] pdus) {
        lock.lock();
        try {
            if (open) {
                outbox.post(pdus);
            } else if (waiting.size() < MOST_WAITING) {
                waiting.add(pdus);
            } else {
                transport.abort("client has caused more answers than it takes");
            }
        } finally {
            lock.unlock();
        }
    }

    /** The client is active. */
    void open() {
        lock.lock();
        try {
            open = true;
            waiting.forEach(outbox::post);
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The client is about to be deactivated: whatever is being sent goes before that, and everything else after it. */
    void shut() {
        lock.lock();
        try {
            open = false;
            while (sending > 0) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is sent any more. */
    void end() {
        lock.lock();
        try {
            over = true;
            open = false;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
