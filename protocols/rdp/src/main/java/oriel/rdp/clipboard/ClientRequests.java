package oriel.rdp.clipboard;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import oriel.contract.protocol.ProtocolException;
import oriel.rdp.codec.clipboard.ClipboardPdu;
import oriel.wire.Octets;

/**
 * What is asked of the client, one request at a time ([MS-RDPECLIP] 3.1.5.4.3): answers bear no number. An answer that comes too late
 * is told from that to the next request by counting, until the client copies something else.
 */
final class ClientRequests {

    /** The client has said that it cannot give what it was asked for. */
    static final class Refused extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        Refused() {
            super("the client cannot give it");
        }
    }

    /** Sends a request. */
    interface Sender {
        void send(ClipboardPdu request) throws ProtocolException;
    }

    private final Sender sender;
    private final Duration patience;

    /** Held by the caller whose request is under way. */
    private final ReentrantLock turn = new ReentrantLock(true);

    // guarded by this
    private @Nullable CompletableFuture<Octets> pending;
    private int late;
    private int generation;
    private @Nullable String over;

    ClientRequests(Sender sender, Duration patience) {
        this.sender = sender;
        this.patience = patience;
    }

    /** Number of the client's present list; what an earlier one offered is gone. */
    synchronized int generation() {
        return generation;
    }

    /** The client has copied something else. */
    synchronized void renew() {
        generation++;
        late = 0;
    }

    /**
     * Asks for content and waits for it.
     *
     * @param of the list that offered it
     */
    Octets fetch(int of, int formatId) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the client is busy with another request");
            }
            try {
                CompletableFuture<Octets> answer = begin(of, formatId);
                return await(answer, end - System.nanoTime());
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the client was asked", e);
        }
    }

    private CompletableFuture<Octets> begin(int of, int formatId) throws IOException {
        var answer = new CompletableFuture<Octets>();
        synchronized (this) {
            if (over != null) {
                throw new IOException(over);
            }
            if (of != generation) {
                throw new IOException("the client has copied something else");
            }
            pending = answer;
        }
        // The caller may be interrupted, and a thread that is interrupted while it writes to a socket closes it.
        Thread.startVirtualThread(() -> {
            try {
                sender.send(new ClipboardPdu.FormatDataRequest(formatId));
            } catch (ProtocolException e) {
                answer.completeExceptionally(new IOException("the client is gone", e));
            }
        });
        return answer;
    }

    private Octets await(CompletableFuture<Octets> answer, long nanos) throws IOException, InterruptedException {
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            abandon(answer);
            throw new IOException("the client has not answered in time", e);
        } catch (InterruptedException e) {
            abandon(answer);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(String.valueOf(cause.getMessage()), e);
        }
    }

    private synchronized void abandon(CompletableFuture<Octets> answer) {
        if (pending == answer) {
            pending = null;
            late++;
        }
    }

    /** An answer has come; one that nobody has asked for is nobody's. */
    void answered(boolean ok, Octets data) {
        CompletableFuture<Octets> answer = next();
        if (answer == null) {
            return;
        }
        if (ok) {
            answer.complete(data);
        } else {
            answer.completeExceptionally(new Refused());
        }
    }

    /** Something has come that was too long to be read; nothing but an answer is. */
    void unreadable() {
        CompletableFuture<Octets> answer = next();
        if (answer != null) {
            answer.completeExceptionally(new IOException("it is too long"));
        }
    }

    private synchronized @Nullable CompletableFuture<Octets> next() {
        if (late > 0) {
            late--;
            return null;
        }
        CompletableFuture<Octets> answer = pending;
        pending = null;
        return answer;
    }

    /** Whoever waits need not wait any longer; the answer may still come. */
    void fail(String reason) {
        CompletableFuture<Octets> answer;
        synchronized (this) {
            answer = pending;
            if (answer == null) {
                return;
            }
            pending = null;
            late++;
        }
        answer.completeExceptionally(new IOException(reason));
    }

    /** Nobody can ask any more. */
    void end(String reason) {
        synchronized (this) {
            over = reason;
        }
        fail(reason);
    }
}
