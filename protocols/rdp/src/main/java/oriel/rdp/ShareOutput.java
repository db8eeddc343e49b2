package oriel.rdp;

import java.io.IOException;
import java.util.function.IntSupplier;
import oriel.rdp.codec.share.ShareControlPdu;
import oriel.rdp.codec.share.ShareData;
import oriel.rdp.codec.share.ShareDataPdu;
import oriel.rdp.display.UpdateOutput;
import oriel.rdp.transport.ConnectionEndedException;
import oriel.rdp.transport.RdpTransport;
import oriel.wire.WireWriter;

/**
 * What the server sends of the share: updates of the display at once and on the caller's thread, everything else through the
 * outbox.
 */
final class ShareOutput implements UpdateOutput {

    private final RdpTransport transport;
    private final Outbox outbox;
    private final IntSupplier shareId;

    /** For slow-path updates; used by the display's thread only. */
    private final WireWriter slow = new WireWriter();

    ShareOutput(RdpTransport transport, Outbox outbox, IntSupplier shareId) {
        this.transport = transport;
        this.outbox = outbox;
        this.shareId = shareId;
    }

    @Override
    public void fastPath(byte[] pdus, int offset, int length) throws IOException {
        send(pdus, offset, length);
    }

    @Override
    public void slowPath(int pduType2, byte[] payload, int offset, int length) throws IOException {
        PduSender.onChannel(slow.reset(), ChannelIds.IO, out -> {
            int mark = ShareDataPdu.begin(out, shareId.getAsInt(), pduType2);
            out.bytes(payload, offset, length);
            ShareDataPdu.end(out, mark);
        });
        send(slow.array(), 0, slow.size());
    }

    /** Nothing is held back: the display hands over whole batches. */
    @Override
    public void flush() {
        // see above
    }

    private void send(byte[] pdus, int offset, int length) throws IOException {
        try {
            transport.send(pdus, offset, length);
        } catch (ConnectionEndedException e) {
            throw new IOException(e.reason(), e);
        }
    }

    /** Sends a data PDU soon. */
    void post(ShareData data) {
        outbox.post(encode(new ShareDataPdu(shareId.getAsInt(), data)));
    }

    /** Sends a data PDU soon, and does something when it is on its way. */
    void post(ShareData data, Runnable then) {
        outbox.post(encode(new ShareDataPdu(shareId.getAsInt(), data)), then);
    }

    /** Makes the bytes of a PDU on the I/O channel. */
    static byte[] encode(ShareControlPdu pdu) {
        var out = new WireWriter();
        PduSender.onChannel(out, ChannelIds.IO, pdu::encode);
        return out.toByteArray();
    }
}
