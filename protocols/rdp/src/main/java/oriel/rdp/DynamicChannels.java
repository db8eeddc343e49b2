package oriel.rdp;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ChannelPriority;
import oriel.contract.protocol.HResult;
import oriel.contract.protocol.ProtocolException;
import oriel.rdp.codec.channel.Reassembly;
import oriel.rdp.codec.dynamic.DynamicFragments;
import oriel.rdp.codec.dynamic.DynamicPdu;
import oriel.rdp.codec.dynamic.DynamicReassembly;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * The dynamic virtual channels of a connection ([MS-RDPEDYC]), in the static channel {@value #NAME}. The server's side: it says which
 * version it speaks, creates the channels, and is told which ones the client takes. What the client sends is taken on the reading
 * thread and answered through {@link ChannelOutput#post}.
 */
final class DynamicChannels implements ChannelEnd {

    private static final Logger LOG = LoggerFactory.getLogger(DynamicChannels.class);

    /** Name of the static channel. */
    static final String NAME = "drdynvc";

    /** Version 3 would allow compressed data, which is not understood. */
    private static final int VERSION = DynamicPdu.VERSION_2;

    /** Shares of the bandwidth of priorities 0 to 3 (3.1.5.1.2): 70, 20, 7 and 3 of 100. */
    private static final List<Integer> CHARGES = List.of(936, 3276, 9362, 21845);

    private static final int MOST_CHANNELS = 256;

    /** The longest message put together, in bytes. */
    static final int LARGEST_MESSAGE = 16 << 20;

    /** A PDU has {@link DynamicPdu#LARGEST} bytes; clients that send more of them at once are let have their way. */
    private static final int LARGEST_PDU = 16 << 10;

    /** Who uses a dynamic channel. Called on the reading thread; returns at once. */
    interface User {

        /** The client has opened the channel. */
        void opened(Channel channel);

        /** A message of the client has come. */
        void received(Octets message);

        /** The channel is over, or was never opened. */
        void ended(String reason);
    }

    /** One channel, from the create request on. */
    final class Channel {

        private final int id;
        private final String name;
        private final int priority;
        private final User user;
        private final DynamicReassembly reassembly = new DynamicReassembly(LARGEST_MESSAGE);
        private boolean open;

        private Channel(int id, String name, int priority, User user) {
            this.id = id;
            this.name = name;
            this.priority = priority;
            this.user = user;
        }

        String name() {
            return name;
        }

        /** Sends a message; waits for a client that is slow. */
        void send(byte[] message) throws ConnectionEndedException, InterruptedException {
            output.send(fragments(message));
        }

        /** Sends a message soon. */
        void post(byte[] message) {
            output.post(fragments(message).toByteArray());
        }

        private WireWriter fragments(byte[] message) {
            var out = new WireWriter();
            var pdu = new WireWriter(DynamicPdu.LARGEST);
            int written = 0;
            do {
                written = DynamicFragments.write(pdu.reset(), id, message, written);
                StaticChannel.write(out, entry, pdu.array(), 0, pdu.size());
            } while (written < message.length);
            return out;
        }

        /** Ends the channel from our side. */
        void close() {
            if (forget(this)) {
                DynamicChannels.this.post(new DynamicPdu.Close(id));
            }
        }
    }

    private final ChannelTable.Entry entry;
    private final ChannelOutput output;

    /** Used by the reading thread only. */
    private final Reassembly reassembly = new Reassembly(LARGEST_PDU);

    // guarded by this
    private final Map<Integer, Channel> channels = new TreeMap<>();
    private int lastId;
    private boolean asked;
    private boolean agreed;
    private boolean over;

    DynamicChannels(ChannelTable.Entry entry, ChannelOutput output) {
        this.entry = entry;
        this.output = output;
    }

    /** Asks the client which version it speaks, once. */
    synchronized void begin() {
        if (!asked && !over) {
            asked = true;
            post(new DynamicPdu.CapabilitiesRequest(VERSION, CHARGES));
        }
    }

    /** Creates a channel as soon as the client is ready for it; the user hears what comes of it. */
    synchronized Channel create(String name, ChannelPriority priority, User user) throws ProtocolException {
        if (over) {
            throw new ProtocolException(HResult.E_CONNECTION_ABORTED, "the connection is over");
        }
        if (channels.size() == MOST_CHANNELS) {
            throw new ProtocolException(HResult.E_TOO_MANY, MOST_CHANNELS + " dynamic channels are open already");
        }
        var channel = new Channel(++lastId, name, level(priority), user);
        channels.put(channel.id, channel);
        if (agreed) {
            request(channel);
        }
        return channel;
    }

    /** The charge that belongs to priority 0 is the largest share. */
    private static int level(ChannelPriority priority) {
        return switch (priority) {
            case REAL -> 0;
            case HIGH -> 1;
            case MEDIUM -> 2;
            case LOW -> 3;
        };
    }

    private void request(Channel channel) {
        post(new DynamicPdu.CreateRequest(channel.id, channel.priority, channel.name));
    }

    private void post(DynamicPdu pdu) {
        var out = new WireWriter();
        pdu.encode(out);
        var chunk = new WireWriter(out.size() + 32);
        StaticChannel.write(chunk, entry, out.array(), 0, out.size());
        output.post(chunk.toByteArray());
    }

    @Override
    public void receive(WireReader chunk) {
        reassembly.accept(chunk).ifPresent(message -> take(DynamicPdu.decodeFromClient(message.reader())));
    }

    private void take(DynamicPdu pdu) {
        switch (pdu) {
            case DynamicPdu.CapabilitiesResponse response -> agree(response);
            case DynamicPdu.CreateResponse response -> created(response);
            case DynamicPdu.DataFirst first -> {
                Channel channel = find(first.channelId(), true);
                if (channel != null) {
                    channel.reassembly.accept(first).ifPresent(channel.user::received);
                }
            }
            case DynamicPdu.Data data -> {
                Channel channel = find(data.channelId(), true);
                if (channel != null) {
                    channel.reassembly.accept(data).ifPresent(channel.user::received);
                }
            }
            case DynamicPdu.Close close -> closed(close.channelId());
            case DynamicPdu.CapabilitiesRequest _, DynamicPdu.CreateRequest _ ->
                throw new IllegalStateException("a server's PDU was read from a client");
        }
    }

    private synchronized void agree(DynamicPdu.CapabilitiesResponse response) {
        int version = response.version();
        if (!asked || version < DynamicPdu.VERSION_1 || version > VERSION) {
            throw new MalformedPduException(
                    "DYNVC_CAPS_RSP",
                    "Version",
                    2,
                    asked ? "1 … " + VERSION : "no answer before the question",
                    Integer.toString(version),
                    "MS-RDPEDYC 2.2.1.2");
        }
        if (!agreed) {
            agreed = true;
            channels.values().forEach(this::request);
        }
    }

    private void created(DynamicPdu.CreateResponse response) {
        Channel channel = find(response.channelId(), false);
        if (channel == null) {
            return;
        }
        if (response.created()) {
            synchronized (this) {
                channel.open = true;
            }
            channel.user.opened(channel);
        } else if (forget(channel)) {
            String status = "0x%08x".formatted(response.creationStatus());
            LOG.debug("The client does not open dynamic channel {}: {}.", channel.name, status);
            channel.user.ended("the client does not open dynamic channel " + channel.name + ": " + status);
        }
    }

    /** What comes for a channel that is closed was on its way when that happened. */
    private synchronized @Nullable Channel find(int id, boolean open) {
        Channel channel = channels.get(id);
        return channel != null && agreed && channel.open == open ? channel : null;
    }

    private synchronized boolean forget(Channel channel) {
        return channels.remove(channel.id, channel);
    }

    /** The client closes a channel, or confirms that we have closed it. */
    private void closed(int id) {
        Channel channel = find(id, true);
        if (channel != null && forget(channel)) {
            post(new DynamicPdu.Close(id));
            channel.user.ended("the client has closed dynamic channel " + channel.name);
        }
    }

    @Override
    public void close() {
        List<Channel> left;
        synchronized (this) {
            over = true;
            left = List.copyOf(channels.values());
            channels.clear();
        }
        left.forEach(channel -> channel.user.ended("channel " + channel.name + " is closed"));
    }
}
