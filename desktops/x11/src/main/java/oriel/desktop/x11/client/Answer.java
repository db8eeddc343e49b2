package oriel.desktop.x11.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where one thread waits for the reply to a query it has sent. Can be used again once it has been answered ({@link #reset}), so that who
 * asks very often allocates nothing.
 *
 * @param <R> what the reply says
 */
public final class Answer<R> implements Receiver<R> {

    private volatile @Nullable Thread waiter;
    private volatile boolean done;
    private @Nullable R reply;
    private @Nullable IOException failure;

    @Override
    public void received(R received) {
        reply = received;
        finish();
    }

    @Override
    public void failed(IOException why) {
        failure = why;
        finish();
    }

    private void finish() {
        done = true;
        LockSupport.unpark(waiter);
    }

    /** Whether the answer, good or bad, is there. */
    public boolean isDone() {
        return done;
    }

    /** Makes it ready for another query; only when the last one has been answered. */
    public void reset() {
        done = false;
        reply = null;
        failure = null;
    }

    /**
     * Waits for the reply. One thread at a time.
     *
     * @param patience how long
     * @throws RequestFailedException if the server answered with an error
     * @throws InterruptedIOException if the thread was interrupted (its interrupt status is set)
     * @throws IOException            if the connection has ended, or the server did not answer in time
     */
    public R await(Duration patience) throws IOException {
        return await(patience.toNanos());
    }

    R await(long patience) throws IOException {
        long end = System.nanoTime() + patience;
        waiter = Thread.currentThread();
        try {
            while (!done) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new IOException("the X server does not answer");
                }
                LockSupport.parkNanos(this, left);
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted while waiting for the X server");
                }
            }
        } finally {
            waiter = null;
        }
        IOException why = failure;
        if (why != null) {
            // Thrown from here, so that the trace shows who asked.
            throw why instanceof RequestFailedException refused
                    ? new RequestFailedException(refused.error())
                    : new IOException(why.getMessage(), why);
        }
        R answer = reply;
        if (answer == null) {
            throw new IllegalStateException("an answer without a reply");
        }
        return answer;
    }
}
