package oriel.rdp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import oriel.rdp.codec.channel.Chunks;
import oriel.rdp.codec.channel.Reassembly;
import oriel.rdp.codec.displaycontrol.DisplayControlPdu;
import oriel.rdp.codec.dynamic.DynamicFragments;
import oriel.rdp.codec.dynamic.DynamicPdu;
import oriel.rdp.codec.dynamic.DynamicReassembly;
import oriel.rdp.codec.gcc.ClientNetworkData.ChannelDefinition;
import oriel.wire.Octets;
import oriel.wire.WireWriter;

/** The client's end of dynamic virtual channels, PDU by PDU. */
final class DynamicPeer {

    static final List<ChannelDefinition> CHANNELS =
            List.of(new ChannelDefinition(DynamicChannels.NAME, ChannelDefinition.INITIALIZED));

    private final ScriptedClient client;
    private final int staticId;
    private final Reassembly chunks = new Reassembly(DynamicPdu.LARGEST);

    /** For a client that is active and has {@link #CHANNELS}. */
    DynamicPeer(ScriptedClient client) {
        this.client = client;
        staticId = client.channelIds.getFirst();
    }

    DynamicPdu next() throws IOException {
        Optional<Octets> message = Optional.empty();
        while (message.isEmpty()) {
            message = chunks.accept(client.on(staticId).reader());
        }
        return DynamicPdu.decodeFromServer(message.get().reader());
    }

    <P extends DynamicPdu> P next(Class<P> kind) throws IOException {
        while (true) {
            DynamicPdu pdu = next();
            if (kind.isInstance(pdu)) {
                return kind.cast(pdu);
            }
        }
    }

    void send(DynamicPdu pdu) throws IOException {
        var out = new WireWriter();
        pdu.encode(out);
        sendRaw(out.toByteArray());
    }

    void sendRaw(byte... pdu) throws IOException {
        client.send(staticId, out -> Chunks.write(out, pdu, 0, pdu.length, 1600, 0, false));
    }

    /** Capabilities, in a version. */
    void agree(int version) throws IOException {
        next(DynamicPdu.CapabilitiesRequest.class);
        send(new DynamicPdu.CapabilitiesResponse(version));
    }

    /** Opens the channel that the server asks for next, or not. */
    DynamicPdu.CreateRequest answerCreate(int status) throws IOException {
        var request = next(DynamicPdu.CreateRequest.class);
        send(new DynamicPdu.CreateResponse(request.channelId(), status));
        return request;
    }

    /** Capabilities, and Display Control. */
    int openDisplayControl() throws IOException {
        agree(2);
        return answerCreate(0).channelId();
    }

    void message(int channel, byte[] message) throws IOException {
        int written = 0;
        do {
            var out = new WireWriter();
            written = DynamicFragments.write(out, channel, message, written);
            sendRaw(out.toByteArray());
        } while (written < message.length);
    }

    void message(int channel, Consumer<WireWriter> writer) throws IOException {
        var out = new WireWriter();
        writer.accept(out);
        message(channel, out.toByteArray());
    }

    /** One monitor of this size. */
    void layout(int channel, int width, int height) throws IOException {
        message(
                channel,
                new DisplayControlPdu.MonitorLayout(List.of(new DisplayControlPdu.Monitor(
                        DisplayControlPdu.Monitor.PRIMARY, 0, 0, width, height, 0, 0, 0, 100, 100)))::encode);
    }

    /** The next message on a channel. */
    Octets messageOn(int channel) throws IOException {
        var reassembly = new DynamicReassembly(1 << 20);
        while (true) {
            Optional<Octets> message = switch (next()) {
                case DynamicPdu.DataFirst first when first.channelId() == channel -> reassembly.accept(first);
                case DynamicPdu.Data data when data.channelId() == channel -> reassembly.accept(data);
                default -> Optional.empty();
            };
            if (message.isPresent()) {
                return message.get();
            }
        }
    }
}
