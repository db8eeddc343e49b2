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
import oriel.system.PamResult;
import oriel.system.PamTransaction;
import oriel.system.ProcessState;

/**
 * A platform thread with a transaction of its own: libpam's handles belong to one thread. It lives from the check of a
 * password to the end of the session that was started with it.
 */
final class PamThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PamThread.class);

    /** Modules act on the whole process, which belongs to no session: one at a time, and what they change is put back. */
    private static final Object PROCESS = new Object();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pam-" + COUNT.incrementAndGet()).factory());
    private final Semaphore places;
    private @Nullable PamTransaction transaction;
    private boolean sessionOpen;

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

    /** Opens PAM's session, which {@link #close} closes; on the thread. */
    void openSession() throws IOException {
        PamTransaction pam = transaction();
        synchronized (PROCESS) {
            try (var _ = ProcessState.keep()) {
                require(pam.credentials(PamTransaction.ESTABLISH_CRED));
                require(pam.openSession());
                sessionOpen = true;
            }
        }
    }

    /** Fails unless it went well; on the thread. */
    void require(PamResult result) throws IOException {
        if (!result.success()) {
            throw new IOException("PAM says: " + transaction().describe(result));
        }
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
        PamTransaction begun = transaction;
        if (begun == null) {
            return;
        }
        try (begun) {
            if (sessionOpen) {
                closeSession(begun);
            }
        }
    }

    private static void closeSession(PamTransaction pam) {
        synchronized (PROCESS) {
            try (var _ = ProcessState.keep()) {
                PamResult closed = pam.closeSession();
                if (!closed.success()) {
                    LOG.warn("A session was not closed in PAM: {}.", pam.describe(closed));
                }
                pam.credentials(PamTransaction.DELETE_CRED);
            } catch (IOException e) {
                LOG.warn("A session was not closed in PAM: {}.", e.getMessage());
            }
        }
    }
}
