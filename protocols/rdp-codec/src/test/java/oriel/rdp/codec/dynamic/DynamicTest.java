package oriel.rdp.codec.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.rdp.codec.proof.Proof;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class DynamicTest {
    private static final Proof<DynamicPdu> FROM_CLIENT =
            new Proof<>("DYNVC PDU of a client", DynamicPdu::decodeFromClient, DynamicPdu::encode);
    private static final Proof<DynamicPdu> FROM_SERVER =
            new Proof<>("DYNVC PDU of a server", DynamicPdu::decodeFromServer, DynamicPdu::encode);

    private static int id(Some some) {
        return some.one(some::u8, some::u16, some::i32);
    }

    private static DynamicPdu ofClient(Some some) {
        return some.one(
                () -> new DynamicPdu.CapabilitiesResponse(some.u16()),
                () -> new DynamicPdu.CreateResponse(id(some), some.i32()),
                () -> ofBoth(some));
    }

    private static DynamicPdu ofServer(Some some) {
        return some.one(
                () -> new DynamicPdu.CapabilitiesRequest(1, List.of()),
                () -> new DynamicPdu.CapabilitiesRequest(2 + some.below(9), some.exactly(4, some::u16)),
                () -> new DynamicPdu.CreateRequest(id(some), some.below(4), some.ascii(60)),
                () -> ofBoth(some));
    }

    private static DynamicPdu ofBoth(Some some) {
        return some.one(
                () -> new DynamicPdu.DataFirst(id(some), id(some), some.upTo(100)),
                () -> new DynamicPdu.Data(id(some), some.upTo(100)),
                () -> new DynamicPdu.Close(id(some)));
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 300; seed++) {
            FROM_CLIENT.roundTrip(ofClient(new Some(seed)), seed);
            FROM_SERVER.roundTrip(ofServer(new Some(seed)), seed);
            FROM_CLIENT.endsWellAfterChanges(ofClient(new Some(seed)), seed);
            FROM_SERVER.endsWellAfterChanges(ofServer(new Some(seed)), seed);
        }
    }

    @Test
    void shouldRefuseEveryTruncation() {
        FROM_CLIENT.refusesEveryTruncation(new DynamicPdu.CapabilitiesResponse(2));
        FROM_CLIENT.refusesEveryTruncation(new DynamicPdu.CreateResponse(0x1_0000, -1));
        FROM_CLIENT.refusesEveryTruncation(new DynamicPdu.DataFirst(300, 70_000, Octets.EMPTY));
        FROM_CLIENT.refusesEveryTruncation(new DynamicPdu.Close(3));
        FROM_SERVER.refusesEveryTruncation(new DynamicPdu.CapabilitiesRequest(2, List.of(1, 2, 3, 4)));
        FROM_SERVER.refusesEveryTruncation(new DynamicPdu.CreateRequest(3, 0, "echo"));
    }

    /** The fields in the order of the pages of MS-RDPEDYC 2.2, written by hand. */
    @Test
    void shouldLayOutTheFieldsAsSpecified() {
        assertThat(FROM_SERVER.bytes(new DynamicPdu.CapabilitiesRequest(2, List.of(0x0A8C, 0x0DA7, 0x0FA0, 0x1234))))
                .isEqualTo(hex("50 00 02 00 8c 0a a7 0d a0 0f 34 12"));
        assertThat(FROM_CLIENT.bytes(new DynamicPdu.CapabilitiesResponse(2))).isEqualTo(hex("50 00 02 00"));
        assertThat(FROM_SERVER.bytes(new DynamicPdu.CreateRequest(3, 2, "echo")))
                .isEqualTo(hex("18 03 65 63 68 6f 00"));
        assertThat(FROM_CLIENT.bytes(new DynamicPdu.CreateResponse(0x0103, 0))).isEqualTo(hex("11 03 01 00 00 00 00"));
        assertThat(FROM_CLIENT.bytes(new DynamicPdu.DataFirst(3, 0x0C7B, Octets.of((byte) 0x71))))
                .isEqualTo(hex("24 03 7b 0c 71"));
        assertThat(FROM_CLIENT.bytes(new DynamicPdu.Data(0x12345678, Octets.of((byte) 0x71))))
                .isEqualTo(hex("32 78 56 34 12 71"));
        assertThat(FROM_CLIENT.bytes(new DynamicPdu.Close(3))).isEqualTo(hex("40 03"));
    }

    /** A client of Microsoft's fills the unused bits of its response (observed as 0x5c). */
    @Test
    void shouldIgnoreBitsWithoutMeaning() {
        assertThat(FROM_CLIENT.decode().apply(new WireReader(hex("5c 00 02 00"))))
                .isEqualTo(new DynamicPdu.CapabilitiesResponse(2));
        assertThat(FROM_CLIENT.decode().apply(new WireReader(hex("4c 03")))).isEqualTo(new DynamicPdu.Close(3));
    }

    /** Compressed data and soft sync need what is never offered; the rest is unknown. */
    @ParameterizedTest
    @ValueSource(ints = {0x0, 0x6, 0x7, 0x8, 0x9, 0xF})
    void shouldRefuseCommandsThatWereNotAgreedOn(int command) {
        byte[] pdu = new byte[20];
        pdu[0] = (byte) (command << 4);
        assertThatThrownBy(() -> DynamicPdu.decodeFromClient(new WireReader(pdu)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("Cmd");
    }

    @Test
    void shouldRefuseNumbersOfNoLengthAndEndlessNames() {
        assertThatThrownBy(() -> DynamicPdu.decodeFromClient(new WireReader(hex("43 03 00 00 00"))))
                .isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> FROM_SERVER.roundTrip(new DynamicPdu.CreateRequest(1, 0, "x".repeat(256)), 0))
                .isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> new DynamicPdu.CapabilitiesRequest(2, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldPutTogetherWhatItCut() {
        for (long seed = 0; seed < 100; seed++) {
            var some = new Some(seed);
            int id = id(some);
            Octets message = some.one(() -> some.upTo(5000), () -> some.upTo(1600), () -> some.octets(70_000));
            assertThat(carried(message, id)).as("seed %d", seed).contains(message);
        }
        for (int length : new int[] {0, 1597, 1598, 1599, 1600, 3192}) {
            Octets message = new Some(length).octets(length);
            assertThat(carried(message, 1)).as("%d bytes", length).contains(message);
        }
    }

    private static Optional<Octets> carried(Octets message, int id) {
        var reassembly = new DynamicReassembly(70_000);
        Optional<Octets> whole = Optional.empty();
        int written = 0;
        do {
            assertThat(whole).isEmpty();
            var out = new WireWriter();
            written = DynamicFragments.write(out, id, message.toArray(), written);
            assertThat(out.size()).isLessThanOrEqualTo(DynamicPdu.LARGEST);
            whole = switch (DynamicPdu.decodeFromServer(new WireReader(out.toByteArray()))) {
                case DynamicPdu.DataFirst first -> reassembly.accept(first);
                case DynamicPdu.Data data -> reassembly.accept(data);
                case DynamicPdu other -> throw new AssertionError(other.toString());
            };
        } while (written < message.length());
        return whole;
    }

    @Test
    void shouldRefuseMessagesBeyondTheLimitOrOutOfOrder() {
        var first = new DynamicPdu.DataFirst(1, 4, Octets.of((byte) 1, (byte) 2));
        assertThatThrownBy(() -> new DynamicReassembly(3).accept(first)).isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> new DynamicReassembly(3).accept(new DynamicPdu.DataFirst(1, -1, Octets.EMPTY)))
                .isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> new DynamicReassembly(3).accept(new DynamicPdu.Data(1, Octets.of(new byte[4]))))
                .isInstanceOf(MalformedPduException.class);
        var reassembly = new DynamicReassembly(4);
        reassembly.accept(first);
        assertThatThrownBy(() -> reassembly.accept(first)).isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> reassembly.accept(new DynamicPdu.Data(1, Octets.of(new byte[3]))))
                .isInstanceOf(MalformedPduException.class);
        assertThat(reassembly.accept(new DynamicPdu.Data(1, Octets.of((byte) 3, (byte) 4))))
                .contains(Octets.of((byte) 1, (byte) 2, (byte) 3, (byte) 4));
    }

    /** Some clients announce a length for a message that one PDU holds. */
    @Test
    void shouldTakeAMessageThatBeginsAndEndsAtOnce() {
        assertThat(new DynamicReassembly(4).accept(new DynamicPdu.DataFirst(1, 1, Octets.of((byte) 9))))
                .contains(Octets.of((byte) 9));
    }

    private static byte[] hex(String digits) {
        return HexFormat.ofDelimiter(" ").parseHex(digits);
    }
}
