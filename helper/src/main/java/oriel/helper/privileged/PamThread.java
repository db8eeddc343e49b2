package oriel.helper.privileged;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.system.PamConversation;
import oriel.system.PamTransaction;

/**
 * A platform thread with a transaction of its own: libpam's handles belong to one thread. It lives from the check of a
 * password to the end of the session that was started with it.
 */
final class PamThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PamThread.class);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pam-" + COUNT.incrementAndGet()).factory());
    private final Semaphore places;
    private @Nullable PamTransaction transaction;

    private PamThread(Semaphore places) {
        this.places = places;
    }

    /** Takes a place among those who use PAM; null = none is free. */
    static @Nullable PamThread take(Semaphore places) {
        return places.tryAcquire() ? new PamThread(places) : null;
    }

    /** Begins the transaction; on the thread. */
    PamTransaction begin(String service, String user, String origin, PamConversation asks) throws IOException {
        PamTransaction begun = PamTransaction.start(service, user, asks);
        transaction = begun;
        begun.remoteHost(origin.isEmpty() ? "localhost" : origin);
        begun.terminal("oriel");
        return begun;
    }

    /** The transaction that was begun; on the thread. */
    PamTransaction transaction() {
        PamTransaction begun = transaction;
        if (begun == null) {
            throw new IllegalStateException("no transaction");
        }
        return begun;
    }

    /** Runs something on the thread, without waiting. */
    void go(Runnable task) {
        thread.execute(task);
    }

    /** Runs something on the thread and waits for it. */
    <T> T call(Callable<T> task) throws IOException, InterruptedException {
        try {
            return thread.submit(task).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException("PAM failed: " + e.getCause(), e.getCause());
        }
    }

    /** Ends the transaction and the thread, without waiting. Closing twice is no error. */
    @Override
    public void close() {
        try {
            thread.execute(() -> {
                try {
                    end();
                } finally {
                    places.release();
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.trace("Closed already.");
        }
        thread.shutdown();
    }

    private void end() {
        if (transaction != null) {
            transaction.close();
        }
    }
}
