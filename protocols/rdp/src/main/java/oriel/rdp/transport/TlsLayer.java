package oriel.rdp.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;

/**
 * TLS over a socket, server side. One thread reads, and one thread at a time writes; both may do so at the same time. Records
 * are gathered so that one system call takes as many of them as fit.
 */
final class TlsLayer {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final AtomicLong bytesIn;
    private final AtomicLong bytesOut;

    /** Records from the client; ready for filling between calls. */
    private final ByteBuffer netIn;

    /** Records for the client, two of them at least; ready for filling between calls. Guarded by whoever may write. */
    private final ByteBuffer netOut;

    /** Whether a part of a record has come whose rest is awaited. */
    private volatile boolean withinRecord;

    /** Whether a handshake message waits to be written that the reading side has caused. */
    private volatile boolean owesHandshakeBytes;

    TlsLayer(SocketChannel channel, SSLContext context, AtomicLong bytesIn, AtomicLong bytesOut) {
        this.channel = channel;
        this.bytesIn = bytesIn;
        this.bytesOut = bytesOut;
        engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setUseCipherSuitesOrder(true);
        engine.setSSLParameters(parameters);
        int packet = engine.getSession().getPacketBufferSize();
        netIn = ByteBuffer.allocate(packet);
        netOut = ByteBuffer.allocate(2 * packet);
    }

    /** Bytes a target of {@link #read} must have room for. */
    int largestRecord() {
        return engine.getSession().getApplicationBufferSize();
    }

    /** The agreed version, e.g. {@code TLSv1.3}. */
    String version() {
        return engine.getSession().getProtocol();
    }

    /** Takes over bytes that were read before TLS began. */
    void push(byte[] early, int offset, int length) {
        netIn.put(early, offset, length);
    }

    /** How many bytes {@link #push} can take. */
    int pushable() {
        return netIn.remaining();
    }

    void handshake() throws IOException {
        engine.beginHandshake();
        try {
            while (step()) {
                // each step leads to the next
            }
        } catch (SSLException e) {
            sendAlert(e);
            throw e;
        }
    }

    /** Does what the handshake asks for next; false when it is done. */
    private boolean step() throws IOException {
        switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> runTasks();
            case NEED_WRAP -> wrap(NOTHING);
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                flush();
                if (unwrap(NOTHING).getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW && fill() < 0) {
                    throw new SSLHandshakeException("client closed the connection during the handshake");
                }
            }
            case FINISHED, NOT_HANDSHAKING -> {
                flush();
                return false;
            }
        }
        return true;
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    /** Tells the client what was wrong with its handshake, as far as it still listens. */
    private void sendAlert(SSLException cause) {
        try {
            while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                wrap(NOTHING);
            }
            flush();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Waits for plain bytes.
     *
     * @param into has room for {@link #largestRecord()} bytes
     * @return number of bytes put into the buffer; −1 = the client has ended the stream
     */
    int read(ByteBuffer into) throws IOException {
        while (true) {
            SSLEngineResult result = unwrap(into);
            settle();
            if (result.bytesProduced() > 0) {
                return result.bytesProduced();
            }
            switch (result.getStatus()) {
                case CLOSED -> {
                    return -1;
                }
                case BUFFER_UNDERFLOW -> {
                    if (fill() < 0) {
                        return -1;
                    }
                }
                case BUFFER_OVERFLOW -> throw new SSLException("record larger than the buffer");
                case OK -> {
                    // a record without plain bytes: go on with the next
                }
            }
        }
    }

    /** After the handshake only TLS 1.3 has anything left to say (tickets, key updates); renegotiation is refused. */
    private void settle() throws IOException {
        HandshakeStatus status = engine.getHandshakeStatus();
        if (status == HandshakeStatus.NOT_HANDSHAKING || engine.isInboundDone()) {
            return;
        }
        if (!version().equals("TLSv1.3")) {
            throw new SSLException("client asked for renegotiation");
        }
        if (status == HandshakeStatus.NEED_TASK) {
            runTasks();
        }
        owesHandshakeBytes = engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
    }

    /** Whether an empty {@link #write} is due. */
    boolean owesHandshakeBytes() {
        return owesHandshakeBytes;
    }

    /** Encrypts and writes all bytes; blocks while the client does not take them. */
    void write(ByteBuffer plain) throws IOException {
        owesHandshakeBytes = false;
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && !engine.isOutboundDone()) {
            wrap(NOTHING);
        }
        while (plain.hasRemaining()) {
            wrap(plain);
        }
        flush();
    }

    /** Says goodbye ({@code close_notify}). */
    void closeOutbound() throws IOException {
        engine.closeOutbound();
        while (!engine.isOutboundDone()) {
            wrap(NOTHING);
        }
        flush();
    }

    private void wrap(ByteBuffer plain) throws IOException {
        SSLEngineResult result = engine.wrap(plain, netOut);
        switch (result.getStatus()) {
            case BUFFER_OVERFLOW -> flush();
            case CLOSED -> {
                if (plain.hasRemaining()) {
                    throw new SSLException("TLS is closed for writing");
                }
            }
            case OK, BUFFER_UNDERFLOW -> {
                // taken
            }
        }
        if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
            runTasks();
        }
    }

    private SSLEngineResult unwrap(ByteBuffer into) throws SSLException {
        netIn.flip();
        try {
            return engine.unwrap(netIn, into);
        } finally {
            netIn.compact();
        }
    }

    boolean isWithinRecord() {
        return withinRecord;
    }

    private int fill() throws IOException {
        withinRecord = netIn.position() > 0;
        int count = channel.read(netIn);
        if (count > 0) {
            bytesIn.addAndGet(count);
        }
        withinRecord = false;
        return count;
    }

    private void flush() throws IOException {
        netOut.flip();
        try {
            while (netOut.hasRemaining()) {
                bytesOut.addAndGet(channel.write(netOut));
            }
        } finally {
            netOut.clear();
        }
    }
}
