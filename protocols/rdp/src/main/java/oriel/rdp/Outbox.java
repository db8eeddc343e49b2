package oriel.rdp;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.rdp.transport.RdpTransport;

/**
 * Sends PDUs for callers that must not wait for the client: notices of the service and the thread that reads. Keeps their order
 * and sends on a virtual thread that lives only while there is something to send. Bounded: a client that makes us owe it too
 * much is cut off.
 */
final class Outbox {

    private static final int MOST = 4096;

    /** Something to send, and what may be done once it is on its way. */
    private record Item(byte[] pdus, Runnable then) {}

    private final RdpTransport transport;
    private final ConcurrentLinkedQueue<Item> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile boolean finishing;

    Outbox(RdpTransport transport) {
        this.transport = transport;
    }

    /**
     * Sends soon; returns at once.
     *
     * @param pdus whole PDUs; belong to the outbox from here on
     */
    void post(byte[] pdus) {
        post(pdus, () -> {});
    }

    /**
     * Sends soon; returns at once.
     *
     * @param pdus whole PDUs; belong to the outbox from here on
     * @param then runs on the sending thread when they were handed to the transport
     */
    void post(byte[] pdus, Runnable then) {
        if (finishing) {
            return;
        }
        if (count.incrementAndGet() > MOST) {
            transport.abort("client has caused more answers than it takes");
            return;
        }
        waiting.add(new Item(pdus, then));
        start();
    }

    /** Sends what is waiting and closes the transport then; nothing is accepted any more. Returns at once. */
    void finish() {
        finishing = true;
        start();
    }

    private void start() {
        if (sending.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::run);
        }
    }

    private void run() {
        do {
            drain();
            sending.set(false);
        } while (!waiting.isEmpty() && sending.compareAndSet(false, true));
        if (finishing && waiting.isEmpty()) {
            transport.close();
        }
    }

    private void drain() {
        try {
            for (Item item = waiting.poll(); item != null; item = waiting.poll()) {
                count.decrementAndGet();
                transport.send(item.pdus(), 0, item.pdus().length);
                item.then().run();
            }
        } catch (ConnectionEndedException e) {
            waiting.clear();
            transport.abort(e.reason());
        }
    }
}
