package oriel.rdp.codec.x224;

import java.util.Optional;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client X.224 Connection Request PDU — MS-RDPBCGR, section 2.2.1.1.
 *
 * @param sourceReference reference the client chose, usually 0
 * @param preamble routing token or cookie, if there is one
 * @param negotiation RDP Negotiation Request; a client without it speaks Standard RDP Security only
 * @param correlation RDP Correlation Info; only together with a negotiation request that announces it
 */
public record ConnectionRequest(
        int sourceReference,
        Optional<Preamble> preamble,
        Optional<NegotiationRequest> negotiation,
        Optional<CorrelationInfo> correlation)
        implements X224Pdu {
    static final int CODE = 0xE0;
    private static final String SECTION = "MS-RDPBCGR 2.2.1.1";
    private static final String NAME = "X.224 Connection Request PDU";
    private static final String COOKIE = "Cookie: mstshash=";

    /** Reads a whole TPKT packet that must be a connection request. */
    public static ConnectionRequest decode(WireReader in) {
        Tpkt.decode(in);
        return decodeTpdu(in);
    }

    static ConnectionRequest decodeTpdu(WireReader in) {
        in.named(NAME, SECTION);
        var references = X224Pdu.header(in, CODE);
        in.skip(1, "class-options");
        Optional<Preamble> preamble = preamble(in);
        Optional<NegotiationRequest> negotiation = Optional.empty();
        Optional<CorrelationInfo> correlation = Optional.empty();
        if (in.hasRemaining()) {
            var request = NegotiationRequest.decode(in);
            negotiation = Optional.of(request);
            if (request.has(NegotiationRequest.CORRELATION_INFO_PRESENT)) {
                correlation = Optional.of(CorrelationInfo.decode(in));
            }
        }
        in.named(NAME, SECTION).expectEnd();
        return new ConnectionRequest(references.source(), preamble, negotiation, correlation);
    }

    /** A token or cookie is whatever stands before CR LF; without one the structure at once begins with its type, 1. */
    private static Optional<Preamble> preamble(WireReader in) {
        if (!in.hasRemaining() || in.peek(0, "routingToken") == NegotiationRequest.TYPE) {
            return Optional.empty();
        }
        int length = 0;
        while (in.peek(length, "routingToken") != '\r' || in.peek(length + 1, "routingToken") != '\n') {
            length++;
        }
        Octets text = in.octets(length, "routingToken");
        in.skip(2, "routingToken");
        return Optional.of(preamble(text));
    }

    private static Preamble preamble(Octets text) {
        String characters = text.reader().latin1(text.length(), "routingToken");
        return characters.startsWith(COOKIE)
                ? new Preamble.Cookie(characters.substring(COOKIE.length()))
                : new Preamble.RoutingToken(text);
    }

    @Override
    public void encode(WireWriter out) {
        int mark = X224Pdu.begin(out, CODE, 0, sourceReference);
        out.u8(0 /* class-options */);
        preamble.ifPresent(some -> {
            switch (some) {
                case Preamble.Cookie(String identifier) -> out.latin1(COOKIE).latin1(identifier);
                case Preamble.RoutingToken(Octets token) -> out.octets(token);
            }
            out.u8('\r').u8('\n');
        });
        negotiation.ifPresent(request -> request.encode(out));
        correlation.ifPresent(info -> info.encode(out));
        X224Pdu.finish(out, mark);
    }

    /** What may precede the negotiation request, ended by CR LF on the wire. */
    public sealed interface Preamble {
        /**
         * A cookie, {@code Cookie: mstshash=IDENTIFIER}.
         *
         * @param identifier usually the first characters of the user's name
         */
        record Cookie(String identifier) implements Preamble {}

        /**
         * A token for a load balancer, for example {@code Cookie: msts=…}.
         *
         * @param token its bytes, without CR LF
         */
        record RoutingToken(Octets token) implements Preamble {}
    }
}
