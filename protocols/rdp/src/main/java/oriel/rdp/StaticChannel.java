package oriel.rdp;

import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.VirtualChannel;
import oriel.rdp.codec.channel.ChannelPduHeader;
import oriel.rdp.codec.channel.Chunks;
import oriel.rdp.codec.channel.Reassembly;
import oriel.rdp.codec.gcc.ClientNetworkData.ChannelDefinition;
import oriel.rdp.codec.mcs.SendDataIndication;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** A static virtual channel in use ([MS-RDPBCGR] 3.1.5.2): cuts messages into chunks and puts chunks together. */
final class StaticChannel implements VirtualChannel, ChannelEnd {

    /** The longest message put together, in bytes. */
    private static final int LARGEST_MESSAGE = 16 << 20;

    /** Headers of one chunk, all layers together. */
    private static final int CHUNK_OVERHEAD = SendDataIndication.HEADER_SIZE + ChannelPduHeader.SIZE;

    private final ChannelTable.Entry entry;
    private final ChannelOutput output;
    private final MessageQueue messages;

    /** Used by the reading thread only. */
    private final Reassembly reassembly = new Reassembly(LARGEST_MESSAGE);

    private StaticChannel(ChannelTable.Entry entry, ChannelOutput output) {
        this.entry = entry;
        this.output = output;
        messages = new MessageQueue(entry.definition().name());
    }

    static StaticChannel open(ChannelTable.Entry entry, ChannelOutput output) throws ProtocolException {
        var channel = new StaticChannel(entry, output);
        if (!entry.open(channel)) {
            throw new ProtocolException(
                    HResult.E_INVALID_STATE, "channel " + entry.definition().name() + " is in use");
        }
        return channel;
    }

    @Override
    public String name() {
        return entry.definition().name();
    }

    @Override
    public void write(byte[] message) throws ProtocolException {
        messages.requireOpen();
        var out = new WireWriter(message.length + Chunks.count(message.length, Capabilities.CHUNK) * CHUNK_OVERHEAD);
        write(out, entry, message, 0, message.length);
        try {
            output.send(out);
        } catch (ConnectionEndedException e) {
            throw new ProtocolException(HResult.E_CONNECTION_ABORTED, e.reason(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProtocolException(HResult.E_ABORT, "interrupted", e);
        }
    }

    /** Writes a message in chunks, with all headers. */
    static void write(WireWriter out, ChannelTable.Entry entry, byte[] message, int offset, int length) {
        boolean shown = (entry.definition().options() & ChannelDefinition.SHOW_PROTOCOL) != 0;
        int chunks = Chunks.count(length, Capabilities.CHUNK);
        for (int i = 0; i < chunks; i++) {
            int chunk = i;
            PduSender.onChannel(
                    out,
                    entry.id(),
                    writer -> Chunks.write(writer, message, offset, length, Capabilities.CHUNK, chunk, shown));
        }
    }

    @Override
    public byte[] read() throws ProtocolException {
        return messages.take();
    }

    @Override
    public void receive(WireReader chunk) {
        if (messages.isOpen()) {
            reassembly.accept(chunk).ifPresent(message -> messages.deliver(message.toArray()));
        }
    }

    @Override
    public void close() {
        entry.release(this);
        messages.fail("channel " + name() + " is closed");
    }
}
