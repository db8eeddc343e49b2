package oriel.rdp.codec.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.proof.Proof;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class ChannelTest {
    private static final Proof<ChannelPduHeader> HEADER =
            new Proof<>("Channel PDU Header", ChannelPduHeader::decode, ChannelPduHeader::encode);

    private static WireReader chunk(long length, int flags, int... data) {
        var out = new WireWriter();
        new ChannelPduHeader(length, flags).encode(out);
        for (int value : data) {
            out.u8(value);
        }
        return new WireReader(out.toByteArray());
    }

    @Test
    void shouldReadTheHeaderItWrites() {
        for (long seed = 0; seed < 50; seed++) {
            var some = new Some(seed);
            HEADER.roundTrip(new ChannelPduHeader(some.u32(), some.i32()), seed);
        }
        HEADER.refusesEveryTruncation(new ChannelPduHeader(1, 3));
    }

    /** Cut into chunks of any size and put together, a message is the same. */
    @Test
    void shouldPutTogetherWhatItCut() {
        for (long seed = 0; seed < 100; seed++) {
            var some = new Some(seed);
            Octets message = some.upTo(5000);
            int chunkLength = 1 + some.below(Chunks.CHANNEL_CHUNK_LENGTH);
            var reassembly = new Reassembly(5000);
            int count = Chunks.count(message.length(), chunkLength);
            Optional<Octets> whole = Optional.empty();
            for (int i = 0; i < count; i++) {
                assertThat(whole).isEmpty();
                var out = new WireWriter();
                Chunks.write(out, message.toArray(), 0, message.length(), chunkLength, i, some.maybe());
                assertThat(out.size()).isLessThanOrEqualTo(ChannelPduHeader.SIZE + chunkLength);
                whole = reassembly.accept(new WireReader(out.toByteArray()));
            }
            assertThat(whole).as("seed %d", seed).contains(message);
        }
    }

    @Test
    void shouldTakeSeveralMessagesOneAfterAnother() {
        var reassembly = new Reassembly(10);
        assertThat(reassembly.accept(chunk(2, 3, 1, 2))).contains(Octets.of((byte) 1, (byte) 2));
        assertThat(reassembly.accept(chunk(0, 3))).contains(Octets.EMPTY);
        assertThat(reassembly.accept(chunk(2, 1, 5))).isEmpty();
        assertThat(reassembly.accept(chunk(2, 2, 6))).contains(Octets.of((byte) 5, (byte) 6));
    }

    /** Announcing much costs us nothing; sending it is refused at the limit. */
    @Test
    void shouldRefuseWhatIsTooLong() {
        assertThatThrownBy(() -> new Reassembly(10).accept(chunk(11, 1, 1)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("at most 10");
        assertThatThrownBy(() -> new Reassembly(10).accept(chunk(0xFFFF_FFFFL, 1, 1)))
                .isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> new Reassembly(10).accept(chunk(1, 3, 1, 2)))
                .isInstanceOf(MalformedPduException.class);
    }

    @Test
    void shouldRefuseChunksOutOfOrder() {
        assertThatThrownBy(() -> new Reassembly(10).accept(chunk(1, 2, 1)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("first chunk");
        var reassembly = new Reassembly(10);
        reassembly.accept(chunk(4, 1, 1, 2));
        assertThatThrownBy(() -> reassembly.accept(chunk(4, 1, 1))).isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> reassembly.accept(chunk(4, 2, 3)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("length");
    }

    @Test
    void shouldRefuseCompressedChunks() {
        assertThatThrownBy(() -> new Reassembly(10).accept(chunk(1, 3 | ChannelPduHeader.COMPRESSED, 1)))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("uncompressed");
    }

    @Test
    void shouldNameItsOwnFaults() {
        assertThat(Chunks.count(0, 1600)).isEqualTo(1);
        assertThat(Chunks.count(1600, 1600)).isEqualTo(1);
        assertThat(Chunks.count(1601, 1600)).isEqualTo(2);
        assertThatThrownBy(() -> Chunks.write(new WireWriter(), new byte[1], 0, 1, 1600, 1, false))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
