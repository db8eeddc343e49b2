package oriel.rdp.codec.x224;

import java.util.Optional;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server X.224 Connection Confirm PDU — MS-RDPBCGR, section 2.2.1.2.
 *
 * @param destinationReference reference the client chose
 * @param sourceReference reference the server chose
 * @param negotiation the answer to a negotiation request; absent for clients that sent none
 */
public record ConnectionConfirm(int destinationReference, int sourceReference, Optional<NegotiationAnswer> negotiation)
        implements X224Pdu {
    static final int CODE = 0xD0;
    private static final String SECTION = "MS-RDPBCGR 2.2.1.2";
    private static final String NAME = "X.224 Connection Confirm PDU";

    /** The reference Windows servers choose. */
    private static final int USUAL_SOURCE = 0x1234;

    /** The confirm with the usual references. */
    public static ConnectionConfirm with(NegotiationAnswer answer) {
        return new ConnectionConfirm(0, USUAL_SOURCE, Optional.of(answer));
    }

    /** The confirm for a client that did not negotiate. */
    public static ConnectionConfirm plain() {
        return new ConnectionConfirm(0, USUAL_SOURCE, Optional.empty());
    }

    /** Reads a whole TPKT packet that must be a connection confirm. */
    public static ConnectionConfirm decode(WireReader in) {
        Tpkt.decode(in);
        return decodeTpdu(in);
    }

    static ConnectionConfirm decodeTpdu(WireReader in) {
        in.named(NAME, SECTION);
        var references = X224Pdu.header(in, CODE);
        in.skip(1, "class-options");
        Optional<NegotiationAnswer> answer =
                in.hasRemaining() ? Optional.of(NegotiationAnswer.decode(in)) : Optional.empty();
        in.named(NAME, SECTION).expectEnd();
        return new ConnectionConfirm(references.destination(), references.source(), answer);
    }

    @Override
    public void encode(WireWriter out) {
        int mark = X224Pdu.begin(out, CODE, destinationReference, sourceReference);
        out.u8(0 /* class-options */);
        negotiation.ifPresent(answer -> answer.encode(out));
        X224Pdu.finish(out, mark);
    }
}
