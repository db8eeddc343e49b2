package oriel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WireWriterTest {
    @Test
    void shouldWriteBothByteOrders() {
        var out = new WireWriter(0);
        out.u8(0x01).i8(-1).u16(0x0203).u16be(0x0405).i16(-2);
        out.i32(0x06070809).i32be(0x0A0B0C0D).u32(0xFFFF_FFFEL).i64(0x1112_1314_1516_1718L);
        assertThat(out.toByteArray()).isEqualTo(new byte[] {
            1, -1, 3, 2, 4, 5, -2, -1, 9, 8, 7, 6, 10, 11, 12, 13, -2, -1, -1, -1, 0x18, 0x17, 0x16, 0x15, 0x14, 0x13,
            0x12, 0x11
        });
    }

    @Test
    void shouldReadBackWhatWasWritten() {
        var random = new Random(7);
        var out = new WireWriter(1);
        int[] values = random.ints(1000, 0, 0x10000).toArray();
        for (int value : values) {
            out.u16(value).u16be(value).i32(value * value);
        }
        var in = new WireReader(out.toByteArray());
        for (int value : values) {
            assertThat(in.u16("f")).isEqualTo(value);
            assertThat(in.u16be("f")).isEqualTo(value);
            assertThat(in.i32("f")).isEqualTo(value * value);
        }
        in.expectEnd();
    }

    /** A value that does not fit is our own fault and must not be cut silently. */
    @Test
    void shouldRefuseValuesThatDoNotFit() {
        List<Consumer<WireWriter>> fields = List.of(
                out -> out.u8(256),
                out -> out.u8(-1),
                out -> out.i8(128),
                out -> out.u16(0x10000),
                out -> out.u16be(-1),
                out -> out.i16(0x8000),
                out -> out.u32(-1),
                out -> out.u32(1L << 32));
        for (Consumer<WireWriter> field : fields) {
            assertThatThrownBy(() -> field.accept(new WireWriter())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The buffer stays, so that a connection writes without garbage, and old bytes never show in padding. */
    @Test
    void shouldKeepItsBufferAndNotItsBytes() {
        var out = new WireWriter(8);
        out.i64(-1);
        byte[] buffer = out.array();
        out.reset().pad(8);
        assertThat(out.array()).isSameAs(buffer);
        assertThat(out.toByteArray()).containsOnly(0);
        assertThat(out.reset().reserve(4)).isZero();
        assertThat(out.setI32(0, -1).truncate(2).toByteArray()).containsExactly(-1, -1);
    }

    @Test
    void shouldInsertRoom() {
        var out = new WireWriter(3);
        out.u8(1).u8(2).u8(3).insert(1, 2);
        assertThat(out.toByteArray()).containsExactly(1, 0, 0, 2, 3);
    }

    @Test
    void shouldLetOthersWriteIntoItsBuffer() {
        var out = new WireWriter(1);
        out.u8(1).ensure(4);
        out.array()[out.size()] = 2;
        assertThat(out.advance(1).toByteArray()).containsExactly(1, 2);
        assertThatThrownBy(() -> out.advance(1 << 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> out.truncate(3)).isInstanceOf(IllegalArgumentException.class);
    }
}
