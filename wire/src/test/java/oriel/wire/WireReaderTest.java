package oriel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WireReaderTest {
    private static final byte[] EIGHT = {1, 2, 3, 4, (byte) 0x85, 6, 7, (byte) 0x88};

    @Test
    void shouldReadBothByteOrders() {
        assertThat(new WireReader(EIGHT).u16("f")).isEqualTo(0x0201);
        assertThat(new WireReader(EIGHT).u16be("f")).isEqualTo(0x0102);
        assertThat(new WireReader(EIGHT).i32("f")).isEqualTo(0x04030201);
        assertThat(new WireReader(EIGHT).i32be("f")).isEqualTo(0x01020304);
        assertThat(new WireReader(EIGHT).i64("f")).isEqualTo(0x8807_0685_0403_0201L);
        assertThat(new WireReader(EIGHT, 4, 4).u32("f")).isEqualTo(0x8807_0685L);
        assertThat(new WireReader(EIGHT, 4, 1).i8("f")).isEqualTo(-123);
        assertThat(new WireReader(EIGHT, 6, 2).i16("f")).isEqualTo((short) 0x8807);
    }

    /** Every field checks before it reads, so that a short PDU is never an index out of bounds. */
    @Test
    void shouldRefuseEveryFieldThatDoesNotFit() {
        List<Consumer<WireReader>> fields = List.of(
                in -> in.u8("f"),
                in -> in.i8("f"),
                in -> in.u16("f"),
                in -> in.u16be("f"),
                in -> in.i32("f"),
                in -> in.i64("f"),
                in -> in.skip(1, "f"),
                in -> in.bytes(1, "f"),
                in -> in.octets(Integer.MAX_VALUE, "f"),
                in -> in.slice(-1, "f"),
                in -> in.utf16(2, "f"),
                in -> in.latin1(1, "f"),
                in -> in.peek(0, "f"),
                in -> in.peek(Integer.MAX_VALUE, "f"),
                in -> in.expectU8(0, "f"),
                in -> in.expectU16(0, "f"));
        for (Consumer<WireReader> field : fields) {
            var failure =
                    catchThrowableOfType(MalformedPduException.class, () -> field.accept(new WireReader(EIGHT, 8, 0)));
            assertThat(failure.field()).isEqualTo("f");
        }
    }

    /** The offset counts from the first byte of the PDU, in a slice as well, so that a dump shows the place. */
    @Test
    void shouldSayWhereAndWhat() {
        var in = new WireReader(EIGHT, 2, 6).named("Outer", "1.1");
        in.skip(1, "first");
        var slice = in.slice(4, "part").named("Inner", "1.2");
        slice.skip(2, "second");
        var failure = catchThrowableOfType(MalformedPduException.class, () -> slice.i32("third"));
        assertThat(failure.pdu()).isEqualTo("Inner");
        assertThat(failure.section()).isEqualTo("1.2");
        assertThat(failure.field()).isEqualTo("third");
        assertThat(failure.offset()).isEqualTo(3);
        assertThat(failure.expected()).isEqualTo("4 bytes");
        assertThat(failure.received()).isEqualTo("2 bytes");
        assertThat(failure).hasMessage("malformed Inner (1.2): third at offset 3: expected 4 bytes, received 2 bytes");
        assertThat(in.remaining()).isEqualTo(1);
    }

    @Test
    void shouldNotReadBeyondASlice() {
        var slice = new WireReader(EIGHT).slice(2, "part");
        assertThat(slice.u16("f")).isEqualTo(0x0201);
        assertThat(slice.hasRemaining()).isFalse();
        assertThatThrownBy(() -> slice.u8("f")).isInstanceOf(MalformedPduException.class);
    }

    /** A count is judged before anybody allocates for it. */
    @Test
    void shouldRefuseCountsBeyondTheirLimit() {
        var in = new WireReader(EIGHT);
        assertThat(in.count(16, 16, "count")).isEqualTo(16);
        assertThatThrownBy(() -> in.count(17, 16, "count")).isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> in.count(0xFFFF_FFFFL, 16, "count")).isInstanceOf(MalformedPduException.class);
        assertThatThrownBy(() -> in.count(-1, 16, "count")).isInstanceOf(MalformedPduException.class);
    }

    @Test
    void shouldRefuseRangesOutsideTheArray() {
        assertThatThrownBy(() -> new WireReader(EIGHT, 1, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new WireReader(EIGHT, -1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new WireReader(EIGHT, Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void shouldStartOverWithOtherBytes() {
        var in = new WireReader(EIGHT);
        in.skip(8, "all");
        in.reset(EIGHT, 3, 2);
        assertThat(in.position()).isZero();
        assertThat(in.u16("f")).isEqualTo(0x8504);
    }

    @Test
    void shouldKeepAFixedFieldThatIsWrong() {
        var in = new WireReader(EIGHT);
        var failure = catchThrowableOfType(MalformedPduException.class, () -> in.expectU16(0x0102, "magic"));
        assertThat(failure.offset()).isZero();
        assertThat(failure.expected()).isEqualTo("0x0102");
        assertThat(failure.received()).isEqualTo("0x0201");
    }

    /** Text in fixed fields ends at a zero, and leaves room for one. */
    @Test
    void shouldReadTextInFixedFields() {
        var out = new WireWriter();
        FixedText.utf16(out, "élan", 12);
        FixedText.utf16(out, "too long", 8);
        FixedText.latin1(out, "cliprdr", 8);
        FixedText.latin1(out, "too long", 4);
        var in = new WireReader(out.toByteArray());
        assertThat(FixedText.utf16(in, 12, "f")).isEqualTo("élan");
        assertThat(FixedText.utf16(in, 8, "f")).isEqualTo("too");
        assertThat(FixedText.latin1(in, 8, "f")).isEqualTo("cliprdr");
        assertThat(FixedText.latin1(in, 4, "f")).isEqualTo("too");
        assertThat(FixedText.latin1(
                        new WireReader("full".getBytes(java.nio.charset.StandardCharsets.US_ASCII)), 4, "f"))
                .isEqualTo("ful");
    }

    /** Octets may hold secrets. */
    @Test
    void shouldNotPrintOctets() {
        assertThat(Octets.of(EIGHT)).hasToString("8 bytes").isEqualTo(Octets.of(EIGHT.clone()));
        assertThat(Octets.of(EIGHT)).isNotEqualTo(Octets.of(Arrays.copyOf(EIGHT, 7)));
        byte[] mine = EIGHT.clone();
        var copy = Octets.of(mine);
        mine[0] = 99;
        copy.toArray()[1] = 99;
        assertThat(copy).isEqualTo(Octets.of(EIGHT));
        assertThat(copy.at(4)).isEqualTo(0x85);
    }
}
