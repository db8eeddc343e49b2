package oriel.rdp.codec.mcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.proof.Fixture;
import oriel.rdp.codec.proof.Packets;
import oriel.rdp.codec.proof.Some;
import oriel.rdp.codec.x224.DataTransfer;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class McsTest {
    private static int user(Some some) {
        return McsPdu.BASE_ID + some.below(0x10000 - McsPdu.BASE_ID);
    }

    private static OptionalInt maybe(Some some, int value) {
        return some.maybe() ? OptionalInt.of(value) : OptionalInt.empty();
    }

    static McsPdu some(Some some) {
        return some.one(
                () -> new ErectDomainRequest(some.i32() >>> 1, some.u8()),
                AttachUserRequest::new,
                () -> new AttachUserConfirm(some.below(16), maybe(some, user(some))),
                () -> new ChannelJoinRequest(user(some), some.u16()),
                () -> new ChannelJoinConfirm(some.below(16), user(some), some.u16(), maybe(some, some.u16())),
                () -> new SendDataRequest(user(some), some.u16(), some.upTo(300)),
                () -> new SendDataIndication(user(some), some.u16(), some.upTo(300)),
                () -> new DisconnectProviderUltimatum(some.below(8)));
    }

    private static DomainParameters parameters(Some some) {
        return new DomainParameters(
                some.u16(), some.u8(), some.u16(), some.u8(), some.i32() >>> 1, some.u8(), some.u16(), some.u8());
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 500; seed++) {
            Packets.MCS.roundTrip(some(new Some(seed)), seed);
        }
    }

    @Test
    void shouldReadConnectPdusItWrites() {
        for (long seed = 0; seed < 100; seed++) {
            var some = new Some(seed);
            var initial = new ConnectInitial(
                    some.upTo(3),
                    some.upTo(3),
                    some.maybe(),
                    parameters(some),
                    parameters(some),
                    parameters(some),
                    some.upTo(700));
            Packets.CONNECT_INITIAL.roundTrip(initial, seed);
            var response = new ConnectResponse(some.below(16), some.u16(), parameters(some), some.upTo(300));
            Packets.CONNECT_RESPONSE.roundTrip(response, seed);
            if (seed < 10) {
                Packets.CONNECT_INITIAL.refusesEveryTruncation(initial);
                Packets.CONNECT_INITIAL.endsWellAfterChanges(initial, seed);
                Packets.CONNECT_RESPONSE.refusesEveryTruncation(response);
                Packets.CONNECT_RESPONSE.endsWellAfterChanges(response, seed);
            }
        }
    }

    @Test
    void shouldRefuseTruncationsAndSurviveChanges() {
        for (long seed = 0; seed < 40; seed++) {
            McsPdu pdu = some(new Some(seed));
            Packets.MCS.refusesEveryTruncation(pdu);
            Packets.MCS.endsWellAfterChanges(pdu, seed);
        }
    }

    /** Whoever cuts a PDU and mends the TPKT length gets no further. */
    @Test
    void shouldRefuseTruncationsWithAMendedTpktLength() {
        for (long seed = 0; seed < 40; seed++) {
            byte[] bytes = Packets.MCS.bytes(some(new Some(seed)));
            for (int length = DataTransfer.HEADER_SIZE; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                cut[2] = (byte) (length >> 8);
                cut[3] = (byte) length;
                assertThat(Packets.MCS.survives(cut)).isFalse();
            }
        }
    }

    /** MS-RDPBCGR, section 4.1.8.5.2. */
    @Test
    void shouldConfirmAJoinAsTheSpecificationShows() {
        var confirm = ChannelJoinConfirm.joined(new ChannelJoinRequest(1007, 1006));
        assertThat(Packets.MCS.bytes(confirm))
                .isEqualTo(
                        Fixture.named("specification-channel-join-confirm-1006").bytes());
        var refused = ChannelJoinConfirm.refused(new ChannelJoinRequest(1007, 1006), McsResult.NO_SUCH_CHANNEL);
        assertThat(Packets.MCS.bytes(refused)).hasSize(13);
    }

    /** rdesktop 1.9 writes two 16-bit numbers where length and value belong; see the fixture. */
    @Test
    void shouldReadTheErectDomainRequestOfRdesktop() {
        assertThat(McsPdu.decode(
                        new WireReader(Fixture.named("rdesktop-erect-domain").bytes())))
                .isEqualTo(new ErectDomainRequest(1, 1));
    }

    @Test
    void shouldWritePayloadsInPlace() {
        var out = new WireWriter();
        out.u8(0x55);
        int mark = SendDataIndication.begin(out, 1007, 1003);
        assertThat(out.size() - mark).isEqualTo(SendDataIndication.HEADER_SIZE);
        out.u8(1).u8(2);
        SendDataIndication.end(out, mark);
        assertThat(McsPdu.decode(new WireReader(out.array(), 1, out.size() - 1)))
                .isEqualTo(new SendDataIndication(1007, 1003, Octets.of((byte) 1, (byte) 2)));
    }

    @Test
    void shouldCarryTheLongestPayload() {
        Packets.MCS.roundTrip(new SendDataRequest(1001, 1003, new Some(1).octets(SendDataRequest.LONGEST)), 1);
        var tooLong = new SendDataRequest(1001, 1003, new Some(1).octets(SendDataRequest.LONGEST + 1));
        assertThatThrownBy(() -> Packets.MCS.bytes(tooLong)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The domain parameters of a Windows server, as in the MS-RDPBCGR example 4.1.4: 0xFFF8 takes three bytes. */
    @Test
    void shouldWriteIntegersInTheirShortestForm() {
        var out = new WireWriter();
        DomainParameters.SERVER.encode(out);
        assertThat(out.toByteArray())
                .isEqualTo(HexFormat.of().parseHex("301a020122020103020100020101020100020101020300fff8020102"));
    }

    @Test
    void shouldRefuseSegmentedAndUnknownPdus() {
        byte[] segmented = Packets.MCS.bytes(new SendDataRequest(1007, 1003, Octets.EMPTY));
        segmented[12] = 0x60;
        assertThatThrownBy(() -> McsPdu.decode(new WireReader(segmented)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("segmentation");
        byte[] unknown = {3, 0, 0, 8, 2, (byte) 0xF0, (byte) 0x80, 0};
        assertThatThrownBy(() -> McsPdu.decode(new WireReader(unknown)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("choice");
    }
}
