package oriel.rdp.codec.x224;

import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Disconnect Request TPDU — ITU-T X.224, section 13.5.
 *
 * @param destinationReference reference the receiver chose
 * @param sourceReference reference the sender chose
 * @param reason why, 0 not specified, 128 normal disconnect
 */
public record DisconnectRequest(int destinationReference, int sourceReference, int reason) implements X224Pdu {
    static final int CODE = 0x80;

    /** Reads a whole TPKT packet that must be a disconnect request. */
    public static DisconnectRequest decode(WireReader in) {
        Tpkt.decode(in);
        return decodeTpdu(in);
    }

    static DisconnectRequest decodeTpdu(WireReader in) {
        in.named("X.224 Disconnect Request TPDU", "ITU-T X.224 13.5");
        var references = X224Pdu.header(in, CODE);
        int reason = in.u8("reason");
        in.skip(in.remaining(), "variable-part");
        return new DisconnectRequest(references.destination(), references.source(), reason);
    }

    @Override
    public void encode(WireWriter out) {
        int mark = X224Pdu.begin(out, CODE, destinationReference, sourceReference);
        out.u8(reason);
        X224Pdu.finish(out, mark);
    }
}
