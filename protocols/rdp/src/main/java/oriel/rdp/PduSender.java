package oriel.rdp;

import java.util.function.Consumer;
import oriel.rdp.codec.mcs.ConnectResponse;
import oriel.rdp.codec.mcs.McsPdu;
import oriel.rdp.codec.mcs.SendDataIndication;
import oriel.rdp.codec.x224.X224Pdu;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.rdp.transport.RdpTransport;
import oriel.wire.WireWriter;

/** Encodes a PDU and sends it at once. For one thread at a time; the buffer is used again. */
final class PduSender {

    private final RdpTransport transport;
    private final WireWriter out = new WireWriter();

    PduSender(RdpTransport transport) {
        this.transport = transport;
    }

    void send(X224Pdu pdu) throws ConnectionEndedException {
        write(pdu::encode);
    }

    void send(McsPdu pdu) throws ConnectionEndedException {
        write(pdu::encode);
    }

    void send(ConnectResponse pdu) throws ConnectionEndedException {
        write(pdu::encode);
    }

    /** Sends on a channel what the payload writes. */
    void send(int channel, Consumer<WireWriter> payload) throws ConnectionEndedException {
        write(writer -> onChannel(writer, channel, payload));
    }

    /** Puts the headers of a channel around a payload. */
    static void onChannel(WireWriter out, int channel, Consumer<WireWriter> payload) {
        int mark = SendDataIndication.begin(out, ChannelIds.SERVER, channel);
        payload.accept(out);
        SendDataIndication.end(out, mark);
    }

    private void write(Consumer<WireWriter> pdu) throws ConnectionEndedException {
        pdu.accept(out.reset());
        transport.send(out);
    }
}
