package oriel.rdp.proof;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.VirtualChannel;
import oriel.wire.WireWriter;

/** A channel in memory, with the client's end in the test's hand. */
public final class ClientEnd {

    private static final long PATIENCE_SECONDS = 40;
    private static final byte[] END = {0, 0, 0};

    private final LinkedBlockingQueue<byte[]> toServer = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<byte[]> toClient = new LinkedBlockingQueue<>();

    /** The server's end. */
    public VirtualChannel channel() {
        return new VirtualChannel() {
            @Override
            public String name() {
                return "channel";
            }

            @Override
            public void write(byte[] message) {
                toClient.add(message.clone());
            }

            @Override
            public byte[] read() throws ProtocolException {
                try {
                    byte[] message = toServer.take();
                    if (message == END) {
                        throw new ProtocolException(HResult.E_CONNECTION_ABORTED, "channel is closed");
                    }
                    return message;
                } catch (InterruptedException e) {
                    throw new ProtocolException(HResult.E_ABORT, "interrupted", e);
                }
            }

            @Override
            public void close() {
                toServer.add(END);
                toClient.add(END);
            }
        };
    }

    /** The client sends. */
    public void send(WireWriter message) {
        toServer.add(message.toByteArray());
    }

    /** A message that was too long has come. */
    public void sendTooMuch() {
        toServer.add(new byte[0]);
    }

    /** The next message of the server. */
    public byte[] next() throws InterruptedException {
        byte[] message = toClient.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("the server sends nothing");
        }
        return message;
    }

    /** Waits until the server has closed the channel; what it sent before is passed over. */
    public void awaitClosed() throws InterruptedException {
        byte[] message = next();
        while (message != END) {
            message = next();
        }
    }
}
