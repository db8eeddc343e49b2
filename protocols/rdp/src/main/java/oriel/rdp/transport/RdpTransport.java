package oriel.rdp.transport;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import oriel.rdp.codec.x224.Framer;
import oriel.rdp.transport.ConnectionEndedException.Ender;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * The stream of one client. One thread at a time reads whole PDUs; any thread may send, one after the other. Waits have no
 * time limit of their own: {@link #expire} is called now and then from outside and closes the socket when the client has taken
 * longer than it may, which wakes whoever waits.
 */
public final class RdpTransport {

    private static final int FIRST_CAPACITY = 1024;

    /** A connection request is far smaller, whatever routing token it carries. */
    private static final int LARGEST_REQUEST = 4096;

    /** How long a client may take to acknowledge the end of the stream. */
    private static final long FAREWELL = TimeUnit.SECONDS.toNanos(2);

    private static final long NEVER = Long.MAX_VALUE;

    private final SocketChannel channel;
    private final long began = System.nanoTime();
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicReference<@Nullable String> aborted = new AtomicReference<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final WireReader reader = new WireReader(new byte[0]);

    private final AtomicLong bytesIn = new AtomicLong();
    private final AtomicLong bytesOut = new AtomicLong();
    private final AtomicLong pdusIn = new AtomicLong();
    private final AtomicLong pdusOut = new AtomicLong();

    private Framer framer = new Framer(false, LARGEST_REQUEST);
    private byte[] inbox = new byte[FIRST_CAPACITY];
    private ByteBuffer inboxTarget = ByteBuffer.wrap(inbox);
    private int start;
    private int end;

    private volatile @Nullable TlsLayer tls;

    /** Nanoseconds since the transport began until which the client must have done what is waited for. */
    private volatile long deadline = NEVER;

    private volatile String awaited = "the client";

    /** Nanoseconds since the transport began at which the present write was begun; −1 = nobody writes. */
    private volatile long writingSince = -1;

    /** Whether a part of a PDU has come whose rest is awaited. */
    private volatile boolean withinPdu;

    /** Since when the same PDU is incomplete, and how many were complete before it; used by {@link #expire} only. */
    private long incompleteSince = -1;

    private long completeThen;

    private volatile long byteLimit = Long.MAX_VALUE;

    /**
     * Takes over a connected socket.
     *
     * @param channel the socket, in blocking mode
     * @throws IOException if the socket is gone already
     */
    public RdpTransport(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    }

    /**
     * Waits for the next PDU.
     *
     * @return a reader over exactly one PDU from its first byte; valid until the next call
     * @throws ConnectionEndedException if the connection is over
     * @throws MalformedPduException if no PDU can begin like what the client has sent
     */
    public WireReader read() throws ConnectionEndedException {
        while (true) {
            int length = framer.measure(inbox, start, end - start);
            if (length != Framer.MORE && length <= end - start) {
                reader.reset(inbox, start, length);
                start += length;
                pdusIn.incrementAndGet();
                withinPdu = false;
                return reader;
            }
            withinPdu = end > start;
            fill(length);
        }
    }

    /**
     * Says which PDUs may come from now on; at first a connection request only. Called by the thread that reads.
     *
     * @param newFramer cuts the stream
     */
    public void expect(Framer newFramer) {
        framer = newFramer;
    }

    /** Adds what the client has sent to the inbox; there is something new afterwards. */
    private void fill(int pduLength) throws ConnectionEndedException {
        if (bytesIn.get() > byteLimit) {
            throw end("client sent more than " + byteLimit + " bytes before it was set up", null);
        }
        TlsLayer layer = tls;
        makeRoom(layer == null ? 1 : layer.largestRecord(), pduLength);
        try {
            inboxTarget.limit(inbox.length).position(end);
            int count;
            if (layer == null) {
                count = channel.read(inboxTarget);
                bytesIn.addAndGet(Math.max(count, 0));
            } else {
                count = layer.read(inboxTarget);
                if (layer.owesHandshakeBytes()) {
                    Thread.startVirtualThread(this::payHandshakeBytes);
                }
            }
            if (count < 0) {
                throw end(
                        start == end ? "client closed the connection" : "client closed the connection within a PDU",
                        null);
            }
            end += count;
        } catch (IOException e) {
            throw end("reading failed: " + describe(e), e);
        }
    }

    private void makeRoom(int room, int pduLength) {
        if (start == end) {
            start = 0;
            end = 0;
        }
        int wanted = Math.max(end - start + room, pduLength);
        if (wanted > inbox.length) {
            int capacity = Math.min(Math.max(wanted, 2 * inbox.length), Framer.MAXIMUM + room);
            inbox = Arrays.copyOfRange(inbox, start, start + Math.max(capacity, wanted));
            inboxTarget = ByteBuffer.wrap(inbox);
        } else if (inbox.length - end < room) {
            System.arraycopy(inbox, start, inbox, 0, end - start);
        } else {
            return;
        }
        end -= start;
        start = 0;
    }

    /** TLS 1.3 asks for an answer to what was read; the reader does not write, lest it wait for a client that waits for it. */
    private void payHandshakeBytes() {
        try {
            send(new byte[0], 0, 0);
        } catch (ConnectionEndedException e) {
            abort(e.reason());
        }
    }

    /**
     * Changes to TLS: from here on everything both ways is encrypted.
     *
     * @param context certificate and key to show
     * @throws ConnectionEndedException if the handshake fails; the client was told
     */
    public void startTls(SSLContext context) throws ConnectionEndedException {
        TlsLayer layer = new TlsLayer(channel, context, bytesIn, bytesOut);
        if (end - start > layer.pushable()) {
            throw end("client sent too much before TLS", null);
        }
        layer.push(inbox, start, end - start);
        start = 0;
        end = 0;
        try {
            layer.handshake();
        } catch (IOException e) {
            throw end("TLS handshake failed: " + describe(e), e);
        }
        tls = layer;
    }

    /**
     * Sends whole PDUs; blocks while the client does not take them.
     *
     * @param pdus what to send; lent for the call
     * @throws ConnectionEndedException if the connection is over
     */
    public void send(WireWriter pdus) throws ConnectionEndedException {
        send(pdus.array(), 0, pdus.size());
    }

    /**
     * Sends whole PDUs; blocks while the client does not take them.
     *
     * @param pdus   holds what to send; lent for the call
     * @param offset where it begins
     * @param length how many bytes it is
     * @throws ConnectionEndedException if the connection is over
     */
    public void send(byte[] pdus, int offset, int length) throws ConnectionEndedException {
        writing.lock();
        try {
            writingSince = elapsed();
            ByteBuffer source = ByteBuffer.wrap(pdus, offset, length);
            TlsLayer layer = tls;
            if (layer != null) {
                layer.write(source);
            } else {
                while (source.hasRemaining()) {
                    bytesOut.addAndGet(channel.write(source));
                }
            }
            pdusOut.incrementAndGet();
        } catch (IOException e) {
            throw end("writing failed: " + describe(e), e);
        } finally {
            writingSince = -1;
            writing.unlock();
        }
    }

    /**
     * Says goodbye and closes: what was sent before still reaches a client that takes it. Returns at once.
     */
    public void close() {
        if (closing.compareAndSet(false, true)) {
            await("the client to close", FAREWELL);
            Thread.startVirtualThread(this::sayGoodbye);
        }
    }

    private void sayGoodbye() {
        try (channel) {
            writing.lock();
            try {
                TlsLayer layer = tls;
                if (layer != null) {
                    layer.closeOutbound();
                }
                channel.shutdownOutput();
            } finally {
                writing.unlock();
            }
            // Bytes left unread at close would make TCP send a reset, which destroys what the client has not read yet.
            ByteBuffer ignored = ByteBuffer.allocate(4096);
            while (channel.read(ignored.clear()) >= 0) {
                bytesIn.incrementAndGet();
            }
        } catch (IOException e) {
            aborted.compareAndSet(null, "closing failed: " + describe(e));
        }
    }

    /**
     * Closes the socket without a word; whoever waits for the client is woken.
     *
     * @param reason why, one lower-case clause
     */
    public void abort(String reason) {
        aborted.compareAndSet(null, reason);
        closing.set(true);
        try {
            channel.close();
        } catch (IOException e) {
            aborted.set(reason + "; closing failed too: " + describe(e));
        }
    }

    /**
     * Sets how long the client may take from now on; replaces what was set before.
     *
     * @param what  what is waited for, for the reason
     * @param nanos nanoseconds from now
     */
    public void await(String what, long nanos) {
        awaited = what;
        deadline = elapsed() + nanos;
    }

    /** The client may take any time from now on. */
    public void awaitNothing() {
        if (!closing.get()) {
            deadline = NEVER;
        }
    }

    /**
     * Limits what the client may send in all.
     *
     * @param bytes most bytes since the connection began; {@link Long#MAX_VALUE} = no limit
     */
    public void limitBytes(long bytes) {
        byteLimit = bytes;
    }

    /**
     * Aborts if the client has taken too long. Cheap; called by the housekeeper.
     *
     * @param longestWrite nanoseconds that one write may take
     * @param longestPdu   nanoseconds that the bytes of one PDU may take
     */
    public void expire(long longestWrite, long longestPdu) {
        long now = elapsed();
        long since = writingSince;
        if (now > deadline) {
            abort("timed out waiting for " + awaited);
        } else if (since >= 0 && now - since > longestWrite) {
            abort("client has stopped reading");
        } else if (isIncompleteFor(longestPdu, now)) {
            abort("timed out waiting for the rest of a PDU");
        }
    }

    private boolean isIncompleteFor(long longest, long now) {
        TlsLayer layer = tls;
        boolean incomplete = withinPdu || (layer != null && layer.isWithinRecord());
        long complete = pdusIn.get();
        if (!incomplete) {
            incompleteSince = -1;
        } else if (incompleteSince < 0 || complete != completeThen) {
            incompleteSince = now;
            completeThen = complete;
        }
        return incomplete && now - incompleteSince > longest;
    }

    /**
     * Whether the connection is over or about to be.
     *
     * @return true once {@link #close()} or {@link #abort} was called
     */
    public boolean isClosing() {
        return closing.get();
    }

    /**
     * Whether the socket is closed.
     *
     * @return true once nothing can be sent or received any more
     */
    public boolean isOver() {
        return !channel.isOpen();
    }

    /**
     * How the stream is protected.
     *
     * @return the version of TLS, e.g. {@code TLSv1.3}; empty before TLS
     */
    public String security() {
        TlsLayer layer = tls;
        return layer == null ? "" : layer.version();
    }

    /**
     * Bytes received, as they travel.
     *
     * @return number since the connection began
     */
    public long bytesIn() {
        return bytesIn.get();
    }

    /**
     * Bytes sent, as they travel.
     *
     * @return number since the connection began
     */
    public long bytesOut() {
        return bytesOut.get();
    }

    /**
     * PDUs received.
     *
     * @return number since the connection began
     */
    public long pdusIn() {
        return pdusIn.get();
    }

    /**
     * Writes done; each carries one PDU or several.
     *
     * @return number since the connection began
     */
    public long writes() {
        return pdusOut.get();
    }

    private long elapsed() {
        return System.nanoTime() - began;
    }

    private ConnectionEndedException end(String reason, @Nullable IOException cause) {
        String known = aborted.get();
        if (known != null) {
            return ended(Ender.SERVER, known, cause);
        }
        if (closing.get()) {
            return ended(Ender.SERVER, "closed", cause);
        }
        if (cause == null) {
            return ended(Ender.CLIENT, reason, null);
        }
        return ended(Ender.NETWORK, reason, cause);
    }

    private static ConnectionEndedException ended(Ender ender, String reason, @Nullable IOException cause) {
        return cause == null
                ? new ConnectionEndedException(ender, reason)
                : new ConnectionEndedException(ender, reason, cause);
    }

    private static String describe(IOException e) {
        return switch (e) {
            case ClosedByInterruptException _ -> "interrupted";
            case AsynchronousCloseException _, ClosedChannelException _ -> "socket was closed";
            case SSLException ssl -> String.valueOf(ssl.getMessage());
            default -> String.valueOf(e.getMessage());
        };
    }
}
