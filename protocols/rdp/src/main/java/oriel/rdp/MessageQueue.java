package oriel.rdp;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;

/**
 * Messages of a client that wait for the owner of a virtual channel. Bounded: a channel that its owner does not read fails, since
 * waiting for the owner would hold up the input.
 */
final class MessageQueue {

    /** The most bytes that wait for the owner besides one message of the longest kind. */
    private static final long MOST_WAITING = 16 << 20;

    /** The most messages that wait for the owner. */
    private static final int MOST_MESSAGES = 65_536;

    private static final byte[] END = new byte[0];

    private final String name;
    private final long mostWaiting;
    private final LinkedBlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private volatile @Nullable String failure;

    MessageQueue(String name, int largest) {
        this.name = name;
        mostWaiting = largest + MOST_WAITING;
    }

    boolean isOpen() {
        return failure == null;
    }

    void requireOpen() throws ProtocolException {
        String reason = failure;
        if (reason != null) {
            throw new ProtocolException(HResult.E_CONNECTION_ABORTED, reason);
        }
    }

    /** Waits for the next message. */
    byte[] take() throws ProtocolException {
        try {
            byte[] message = messages.take();
            if (message == END) {
                messages.add(END);
                requireOpen();
            }
            waiting.addAndGet(-message.length);
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProtocolException(HResult.E_ABORT, "interrupted", e);
        }
    }

    /** A message has come; called by the reading thread. Empty ones mean nothing. */
    void deliver(byte[] message) {
        if (failure != null || message.length == 0) {
            return;
        }
        if (waiting.addAndGet(message.length) > mostWaiting || messages.size() > MOST_MESSAGES) {
            fail("channel " + name + " is not read");
        } else {
            messages.add(message);
        }
    }

    /** Something has come that cannot be delivered: an empty message stands for it. */
    void deliverNothing() {
        if (failure == null && messages.size() <= MOST_MESSAGES) {
            messages.add(new byte[0]);
        }
    }

    /** Nothing comes any more; the first reason counts. */
    void fail(String reason) {
        if (failure == null) {
            failure = reason;
            messages.clear();
            messages.add(END);
        }
    }
}
