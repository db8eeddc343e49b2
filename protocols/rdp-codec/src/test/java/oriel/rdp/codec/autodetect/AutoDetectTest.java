package oriel.rdp.codec.autodetect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.proof.Packets;
import oriel.rdp.codec.proof.Proof;
import oriel.rdp.codec.proof.Some;
import oriel.wire.Octets;

class AutoDetectTest {
    private static final Proof<AutoDetectRequest> REQUEST =
            new Proof<>("Auto-Detect Request", AutoDetectRequest::decode, AutoDetectRequest::encode);
    private static final Proof<Heartbeat> HEARTBEAT = new Proof<>("Heartbeat", Heartbeat::decode, Heartbeat::encode);
    private static final Proof<MultitransportRequest> TRANSPORT_REQUEST =
            new Proof<>("Multitransport Request", MultitransportRequest::decode, MultitransportRequest::encode);
    private static final Proof<MultitransportResponse> TRANSPORT_RESPONSE =
            new Proof<>("Multitransport Response", MultitransportResponse::decode, MultitransportResponse::encode);

    private static AutoDetectRequest request(Some s) {
        return s.one(
                () -> new AutoDetectRequest.RttMeasure(s.u16(), AutoDetectRequest.RttMeasure.CONTINUOUS),
                () -> new AutoDetectRequest.RttMeasure(s.u16(), AutoDetectRequest.RttMeasure.CONNECT_TIME),
                () -> new AutoDetectRequest.BandwidthStart(s.u16(), AutoDetectRequest.BandwidthStart.CONTINUOUS),
                () -> new AutoDetectRequest.BandwidthStart(s.u16(), AutoDetectRequest.BandwidthStart.CONNECT_TIME),
                () -> new AutoDetectRequest.BandwidthPayload(s.u16(), s.upTo(200)),
                () -> new AutoDetectRequest.BandwidthStop(
                        s.u16(), AutoDetectRequest.BandwidthStop.CONNECT_TIME, s.upTo(200)),
                () -> new AutoDetectRequest.BandwidthStop(
                        s.u16(), AutoDetectRequest.BandwidthStop.CONTINUOUS, Octets.EMPTY),
                () -> new AutoDetectRequest.NetworkCharacteristics(
                        s.u16(), OptionalInt.of(s.i32()), s.optionalInt(), s.i32()),
                () -> new AutoDetectRequest.NetworkCharacteristics(
                        s.u16(), OptionalInt.empty(), OptionalInt.of(s.i32()), s.i32()));
    }

    private static AutoDetectResponse response(Some s) {
        return s.one(
                () -> new AutoDetectResponse.RttMeasure(s.u16()),
                () -> new AutoDetectResponse.BandwidthResults(
                        s.u16(), AutoDetectResponse.BandwidthResults.CONNECT_TIME, s.u32(), s.u32()),
                () -> new AutoDetectResponse.BandwidthResults(
                        s.u16(), AutoDetectResponse.BandwidthResults.CONTINUOUS, s.u32(), s.u32()),
                () -> new AutoDetectResponse.NetworkCharacteristicsSync(s.u16(), s.i32(), s.i32()));
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 100; seed++) {
            var s = new Some(seed);
            REQUEST.roundTrip(request(s), seed);
            Packets.AUTO_DETECT_RESPONSE.roundTrip(response(s), seed);
            HEARTBEAT.roundTrip(new Heartbeat(s.u8(), s.u8(), s.u8()), seed);
            TRANSPORT_REQUEST.roundTrip(new MultitransportRequest(s.i32(), s.u16(), s.octets(16)), seed);
            TRANSPORT_RESPONSE.roundTrip(new MultitransportResponse(s.i32(), s.i32()), seed);
        }
    }

    @Test
    void shouldRefuseTruncationsAndSurviveChanges() {
        for (long seed = 0; seed < 30; seed++) {
            var s = new Some(seed);
            REQUEST.refusesEveryTruncation(request(s));
            REQUEST.endsWellAfterChanges(request(s), seed);
            Packets.AUTO_DETECT_RESPONSE.refusesEveryTruncation(response(s));
            Packets.AUTO_DETECT_RESPONSE.endsWellAfterChanges(response(s), seed);
        }
        var s = new Some(1);
        HEARTBEAT.refusesEveryTruncation(new Heartbeat(1, 2, 3));
        TRANSPORT_REQUEST.refusesEveryTruncation(new MultitransportRequest(1, 1, s.octets(16)));
        TRANSPORT_RESPONSE.refusesEveryTruncation(new MultitransportResponse(1, MultitransportResponse.ABORT));
    }

    /** MS-RDPBCGR, section 2.2.14.1.3: headerLength counts the length of the payload, not the payload. */
    @Test
    void shouldCountTheHeaderOnly() {
        byte[] bytes = REQUEST.bytes(new AutoDetectRequest.BandwidthPayload(9, new Some(1).octets(20)));
        assertThat(bytes).hasSize(4 + 8 + 20);
        assertThat(bytes[4]).isEqualTo((byte) 8);
        assertThat(REQUEST.bytes(new AutoDetectRequest.RttMeasure(1, AutoDetectRequest.RttMeasure.CONTINUOUS)))
                .isEqualTo(new byte[] {0, 0x10, 0, 0, 6, 0, 1, 0, 1, 0});
    }

    @Test
    void shouldRefuseImpossibleRecords() {
        assertThatThrownBy(() ->
                        new AutoDetectRequest.NetworkCharacteristics(1, OptionalInt.empty(), OptionalInt.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MultitransportRequest(1, 1, Octets.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
