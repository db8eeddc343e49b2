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
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A static virtual channel in use ([MS-RDPBCGR] 3.1.5.2): cuts messages into chunks and puts chunks together. A message that is longer
 * than the channel takes is passed over; its owner reads an empty one in its place, which does not occur otherwise. Chunks that do not
 * fit together end the channel and nothing else.
 */
final class StaticChannel implements VirtualChannel, ChannelEnd {

    /** The longest message put together, in bytes, unless the owner says otherwise. */
    static final int LARGEST_MESSAGE = 16 << 20;

    /** Headers of one chunk, all layers together. */
    private static final int CHUNK_OVERHEAD = SendDataIndication.HEADER_SIZE + ChannelPduHeader.SIZE;

    private final ChannelTable.Entry entry;
    private final ChannelOutput output;
    private final MessageQueue messages;

    /** Used by the reading thread only. */
    private final Reassembly reassembly;

    private final int largest;

    /** Whether chunks of a message that is too long are being passed over; used by the reading thread only. */
    private boolean passing;

    private StaticChannel(ChannelTable.Entry entry, ChannelOutput output, int largest) {
        this.entry = entry;
        this.output = output;
        this.largest = largest;
        reassembly = new Reassembly(largest);
        messages = new MessageQueue(entry.definition().name(), largest);
    }

    /**
     * Takes a channel into use.
     *
     * @param largest the longest message of the client, in bytes
     */
    static StaticChannel open(ChannelTable.Entry entry, ChannelOutput output, int largest) throws ProtocolException {
        var channel = new StaticChannel(entry, output, largest);
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
        if (!messages.isOpen()) {
            return;
        }
        try {
            if (!isPassed(chunk)) {
                reassembly.accept(chunk).ifPresent(message -> messages.deliver(message.toArray()));
            }
        } catch (MalformedPduException e) {
            messages.fail(String.valueOf(e.getMessage()));
        }
    }

    /** Whether a chunk belongs to a message that is too long. */
    private boolean isPassed(WireReader chunk) {
        ChannelPduHeader header =
                ChannelPduHeader.decode(new WireReader(chunk.array(), chunk.arrayOffset(), chunk.remaining()));
        if (header.has(ChannelPduHeader.FIRST)) {
            passing = header.length() > largest;
        }
        boolean passed = passing;
        if (passed && header.has(ChannelPduHeader.LAST)) {
            passing = false;
            messages.deliverNothing();
        }
        return passed;
    }

    @Override
    public void close() {
        entry.release(this);
        messages.fail("channel " + name() + " is closed");
    }
}
