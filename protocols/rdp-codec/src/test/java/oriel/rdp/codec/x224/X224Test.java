package oriel.rdp.codec.x224;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.proof.Fixture;
import oriel.rdp.codec.proof.Packets;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class X224Test {
    private static final NegotiationRequest TLS = new NegotiationRequest(0, SecurityProtocols.SSL);

    static X224Pdu some(Some some) {
        return some.one(
                () -> request(some),
                () -> new ConnectionConfirm(some.u16(), some.u16(), some.optional(() -> answer(some))),
                () -> new DisconnectRequest(some.u16(), some.u16(), some.u8()));
    }

    private static NegotiationAnswer answer(Some some) {
        return some.one(
                () -> new NegotiationAnswer.Response(some.u8(), new SecurityProtocols(some.i32())),
                () -> new NegotiationAnswer.Failure(some.i32()));
    }

    private static ConnectionRequest request(Some some) {
        Optional<CorrelationInfo> correlation = some.optional(() -> new CorrelationInfo(some.octets(16)));
        int flags = (some.u8() & ~NegotiationRequest.CORRELATION_INFO_PRESENT)
                | (correlation.isPresent() ? NegotiationRequest.CORRELATION_INFO_PRESENT : 0);
        Optional<NegotiationRequest> negotiation = correlation.isPresent() || some.maybe()
                ? Optional.of(new NegotiationRequest(flags, new SecurityProtocols(some.i32())))
                : Optional.empty();
        return new ConnectionRequest(some.u16(), some.optional(() -> preamble(some)), negotiation, correlation);
    }

    private static ConnectionRequest.Preamble preamble(Some some) {
        return some.one(
                () -> new ConnectionRequest.Preamble.Cookie(some.ascii(40)),
                () -> new ConnectionRequest.Preamble.RoutingToken(
                        Octets.of(("Cookie: msts=" + some.ascii(40)).getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 300; seed++) {
            Packets.X224.roundTrip(some(new Some(seed)), seed);
        }
    }

    @Test
    void shouldRefuseTruncationsAndSurviveChanges() {
        for (long seed = 0; seed < 30; seed++) {
            X224Pdu pdu = some(new Some(seed));
            Packets.X224.refusesEveryTruncation(pdu);
            Packets.X224.endsWellAfterChanges(pdu, seed);
        }
    }

    @Test
    void shouldReadCookieAndProtocols() {
        var request = ConnectionRequest.decode(
                new WireReader(Fixture.named("rdesktop-connection-request").bytes()));
        assertThat(request)
                .isEqualTo(new ConnectionRequest(
                        0,
                        Optional.of(new ConnectionRequest.Preamble.Cookie("bob")),
                        Optional.of(new NegotiationRequest(0, SecurityProtocols.SSL.and(SecurityProtocols.HYBRID))),
                        Optional.empty()));
        assertThat(request.negotiation().orElseThrow().requestedProtocols().contains(SecurityProtocols.SSL))
                .isTrue();
        assertThat(SecurityProtocols.SSL.contains(SecurityProtocols.HYBRID)).isFalse();
    }

    /** Clients older than RDP 5.2, and rdesktop on demand, do not negotiate at all. */
    @Test
    void shouldReadARequestThatAsksForNothing() {
        byte[] bytes = {3, 0, 0, 11, 6, (byte) 0xE0, 0, 0, 0, 0, 0};
        assertThat(ConnectionRequest.decode(new WireReader(bytes)))
                .isEqualTo(new ConnectionRequest(0, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void shouldRefuseATokenWithoutEnd() {
        byte[] text = "Cookie: mstshash=never".getBytes(StandardCharsets.US_ASCII);
        var out = new WireWriter();
        int mark = X224Pdu.begin(out, ConnectionRequest.CODE, 0, 0);
        out.u8(0).bytes(text);
        X224Pdu.finish(out, mark);
        var failure = catchThrowableOfType(
                MalformedPduException.class, () -> ConnectionRequest.decode(new WireReader(out.toByteArray())));
        assertThat(failure.field()).isEqualTo("routingToken");
    }

    @Test
    void shouldRefuseWrongLengths() {
        byte[] bytes = Fixture.named("freerdp-connection-request").bytes();
        bytes[3]++;
        assertThatThrownBy(() -> ConnectionRequest.decode(new WireReader(bytes)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("length");
        bytes[3]--;
        bytes[4]--;
        assertThatThrownBy(() -> ConnectionRequest.decode(new WireReader(bytes)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("length-indicator");
    }

    /** The announced correlation info must be there. */
    @Test
    void shouldRefuseAMissingCorrelationInfo() {
        var request = new ConnectionRequest(
                0,
                Optional.empty(),
                Optional.of(new NegotiationRequest(NegotiationRequest.CORRELATION_INFO_PRESENT, SecurityProtocols.SSL)),
                Optional.empty());
        assertThat(Packets.X224.survives(Packets.X224.bytes(request))).isFalse();
    }

    @Test
    void shouldAnswerAsTheLayoutSays() {
        var confirm = ConnectionConfirm.with(new NegotiationAnswer.Failure(5));
        assertThat(Packets.X224.bytes(confirm))
                .isEqualTo(Fixture.named("layout-negotiation-failure").bytes());
        assertThat(Packets.X224.bytes(ConnectionConfirm.plain())).hasSize(11);
        assertThat(TLS.has(NegotiationRequest.CORRELATION_INFO_PRESENT)).isFalse();
    }

    @Test
    void shouldTellDataFromOtherPdus() {
        assertThat(DataTransfer.isAt(
                        new WireReader(Fixture.named("freerdp-erect-domain").bytes())))
                .isTrue();
        assertThat(DataTransfer.isAt(new WireReader(
                        Fixture.named("freerdp-connection-request").bytes())))
                .isFalse();
        assertThat(DataTransfer.isAt(new WireReader(new byte[] {3, 0, 0}))).isFalse();
    }
}
