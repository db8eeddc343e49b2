package oriel.server.serve;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the heap near what is really used. The serial collector rather grows the old generation, up to a quarter of the machine's
 * memory, than collect it; a host that serves one short connection after another would fill with what is long dead. So when the
 * heap has more than doubled since the last full collection, there is one: some tens of milliseconds for what is alive.
 */
final class HeapKeeper implements AutoCloseable {

    /** Below this nothing is collected: it is what a busy small host needs. */
    private static final long FLOOR = 96L << 20;

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(HeapKeeper.class);

    private final Thread thread = Thread.ofVirtual().name("heap-keeper").unstarted(this::keep);

    private HeapKeeper() {}

    static HeapKeeper start() {
        var keeper = new HeapKeeper();
        keeper.thread.start();
        return keeper;
    }

    private void keep() {
        long limit = FLOOR;
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                long used = used();
                if (used > limit) {
                    System.gc();
                    limit = Math.max(FLOOR, 2 * used());
                    LOG.debug("Heap collected: {} MiB before, {} MiB after.", used >> 20, used() >> 20);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The heap is not watched any more.");
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
