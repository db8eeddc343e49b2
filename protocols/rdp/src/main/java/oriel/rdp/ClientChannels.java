package oriel.rdp;

import java.util.Optional;
import oriel.contract.protocol.ChannelPriority;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.VirtualChannel;
import oriel.rdp.codec.dynamic.DynamicPdu;
import oriel.rdp.codec.share.ErrorInfo;
import oriel.rdp.transport.RdpTransport;
import oriel.wire.Octets;

/** The virtual channels of a connection, static and dynamic ones. */
final class ClientChannels {

    private final ChannelTable table;
    private final ChannelOutput output;
    private final long patience;
    private final Optional<DynamicChannels> dynamic;

    /**
     * Takes the dynamic channels into use, if the client has any.
     *
     * @param patience nanoseconds the client may take to open a channel
     */
    ClientChannels(ChannelTable table, RdpTransport transport, Outbox outbox, long patience) {
        this.table = table;
        this.patience = patience;
        output = new ChannelOutput(transport, outbox);
        dynamic = table.find(DynamicChannels.NAME)
                .filter(ChannelTable.Entry::isJoined)
                .map(entry -> {
                    var channels = new DynamicChannels(entry, output);
                    entry.open(channels);
                    return channels;
                });
    }

    /** Data of the client on a channel. */
    void receive(int channel, Octets data) throws UnexpectedPduException {
        ChannelTable.Entry entry = table.find(channel)
                .orElseThrow(() -> new UnexpectedPduException(
                        "data on channel " + channel, "that does not exist", ErrorInfo.INVALIDCHANNELID));
        ChannelEnd open = entry.open();
        if (open != null) {
            open.receive(data.reader());
        }
    }

    /** Opens a static channel. */
    VirtualChannel open(String name) throws ProtocolException {
        return open(name, StaticChannel.LARGEST_MESSAGE);
    }

    /** Opens a static channel for messages of the client up to a size; in place of longer ones empty ones are read. */
    VirtualChannel open(String name, int largest) throws ProtocolException {
        ChannelTable.Entry entry = table.find(name)
                .filter(ChannelTable.Entry::isJoined)
                .orElseThrow(() -> new ProtocolException(HResult.E_NOT_FOUND, "the client has no channel " + name));
        return StaticChannel.open(entry, output, largest);
    }

    /** Opens a dynamic channel; waits for the client's answer. */
    VirtualChannel open(String name, ChannelPriority priority) throws ProtocolException {
        boolean printable = name.chars().allMatch(character -> character >= ' ' && character < 0x7F);
        if (name.isEmpty() || name.length() > DynamicPdu.LONGEST_NAME || !printable) {
            throw new ProtocolException(HResult.E_INVALIDARG, "no dynamic channel has such a name");
        }
        return DynamicPipe.open(dynamic(name), name, priority, patience);
    }

    /** Opens a dynamic channel for a part of the provider. */
    void open(String name, ChannelPriority priority, DynamicChannels.User user) throws ProtocolException {
        dynamic(name).create(name, priority, user);
    }

    boolean hasDynamic() {
        return dynamic.isPresent();
    }

    private DynamicChannels dynamic(String name) throws ProtocolException {
        return dynamic.orElseThrow(() ->
                new ProtocolException(HResult.E_NOT_FOUND, "the client has no dynamic channels, such as " + name));
    }

    /** The client is active, and takes what is for channels. */
    void activated() {
        output.open();
        dynamic.ifPresent(DynamicChannels::begin);
    }

    /** The client is about to be deactivated. */
    void deactivate() {
        output.shut();
    }

    void end() {
        output.end();
        table.entries().forEach(entry -> {
            ChannelEnd open = entry.open();
            if (open != null) {
                open.close();
            }
        });
    }
}
