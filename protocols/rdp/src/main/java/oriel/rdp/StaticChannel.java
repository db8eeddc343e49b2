package oriel.rdp;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.VirtualChannel;
import oriel.rdp.codec.channel.ChannelPduHeader;
import oriel.rdp.codec.channel.Chunks;
import oriel.rdp.codec.channel.Reassembly;
import oriel.rdp.codec.gcc.ClientNetworkData.ChannelDefinition;
import oriel.rdp.codec.mcs.SendDataIndication;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.rdp.transport.RdpTransport;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A static virtual channel in use ([MS-RDPBCGR] 3.1.5.2): cuts messages into chunks and puts chunks together. What the client
 * sends is bounded; a channel that its owner does not read fails, since waiting for the owner would hold up the input.
 */
final class StaticChannel implements VirtualChannel {

    /** The longest message put together, in bytes. */
    private static final int LARGEST_MESSAGE = 16 << 20;

    /** The most bytes that wait for the owner. */
    private static final long MOST_WAITING = 32 << 20;

    /** Headers of one chunk, all layers together. */
    private static final int CHUNK_OVERHEAD = SendDataIndication.HEADER_SIZE + ChannelPduHeader.SIZE;

    private static final byte[] END = new byte[0];

    private final ChannelTable.Entry entry;
    private final RdpTransport transport;
    private final LinkedBlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private volatile @Nullable String failure;

    /** Used by the reading thread only. */
    private final Reassembly reassembly = new Reassembly(LARGEST_MESSAGE);

    private StaticChannel(ChannelTable.Entry entry, RdpTransport transport) {
        this.entry = entry;
        this.transport = transport;
    }

    static StaticChannel open(ChannelTable.Entry entry, RdpTransport transport) throws ProtocolException {
        synchronized (entry) {
            if (entry.open() != null) {
                throw new ProtocolException(
                        HResult.E_INVALID_STATE, "channel " + entry.definition().name() + " is in use");
            }
            var channel = new StaticChannel(entry, transport);
            entry.setOpen(channel);
            return channel;
        }
    }

    @Override
    public String name() {
        return entry.definition().name();
    }

    @Override
    public void write(byte[] message) throws ProtocolException {
        requireOpen();
        boolean shown = (entry.definition().options() & ChannelDefinition.SHOW_PROTOCOL) != 0;
        int chunks = Chunks.count(message.length, Capabilities.CHUNK);
        var out = new WireWriter(message.length + chunks * CHUNK_OVERHEAD);
        for (int i = 0; i < chunks; i++) {
            int chunk = i;
            PduSender.onChannel(
                    out,
                    entry.id(),
                    writer -> Chunks.write(writer, message, 0, message.length, Capabilities.CHUNK, chunk, shown));
        }
        try {
            transport.send(out);
        } catch (ConnectionEndedException e) {
            throw new ProtocolException(HResult.E_CONNECTION_ABORTED, e.reason(), e);
        }
    }

    @Override
    public byte[] read() throws ProtocolException {
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

    private void requireOpen() throws ProtocolException {
        String reason = failure;
        if (reason != null) {
            throw new ProtocolException(HResult.E_CONNECTION_ABORTED, reason);
        }
    }

    /** A chunk has come; called by the reading thread. */
    void receive(WireReader chunk) {
        if (failure == null) {
            reassembly.accept(chunk).ifPresent(message -> deliver(message.toArray()));
        }
    }

    private void deliver(byte[] message) {
        if (waiting.addAndGet(message.length) > MOST_WAITING) {
            fail("channel " + name() + " is not read");
        } else if (message.length > 0) {
            messages.add(message);
        }
    }

    private void fail(String reason) {
        failure = reason;
        messages.clear();
        messages.add(END);
    }

    @Override
    public void close() {
        synchronized (entry) {
            if (entry.open() == this) {
                entry.setOpen(null);
            }
        }
        if (failure == null) {
            fail("channel " + name() + " is closed");
        }
    }
}
