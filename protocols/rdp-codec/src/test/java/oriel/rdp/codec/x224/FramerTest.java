package oriel.rdp.codec.x224;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import oriel.wire.MalformedPduException;

class FramerTest {
    private static final Framer ANY = new Framer(true, Framer.MAXIMUM);
    private static final Framer CONNECTING = new Framer(false, 4096);

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static int measure(Framer framer, int... values) {
        return framer.measure(bytes(values), 0, values.length);
    }

    @Test
    void shouldMeasureTpkt() {
        assertThat(measure(ANY, 3, 0, 0x12, 0x34, 0xFF)).isEqualTo(0x1234);
        assertThat(measure(ANY, 3, 0xFF, 0, 7)).isEqualTo(7);
        assertThat(measure(ANY)).isEqualTo(Framer.MORE);
        assertThat(measure(ANY, 3)).isEqualTo(Framer.MORE);
        assertThat(measure(ANY, 3, 0, 0)).isEqualTo(Framer.MORE);
    }

    @Test
    void shouldMeasureBothFastPathForms() {
        assertThat(measure(ANY, 0x04, 0x7F)).isEqualTo(0x7F);
        assertThat(measure(ANY, 0x04, 0x81)).isEqualTo(Framer.MORE);
        assertThat(measure(ANY, 0x04, 0x81, 0x02)).isEqualTo(0x102);
        assertThat(measure(ANY, 0x04, 0x80, 0x04)).isEqualTo(4);
        assertThat(measure(ANY, 0xC4, 0xFF, 0xFF)).isEqualTo(0x7FFF);
    }

    /** Rejected as soon as it is sure, so that a rude peer cannot make us wait for the rest. */
    @Test
    void shouldRefuseImpossibleBeginnings() {
        int[][] impossible = {
            {0x16}, {1}, {2}, {7}, {'G', 'E', 'T'}, {3, 0, 0, 6}, {3, 0, 0, 0}, {4, 0}, {4, 2}, {4, 0x80, 3}
        };
        for (int[] beginning : impossible) {
            assertThatThrownBy(() -> measure(ANY, beginning)).isInstanceOf(MalformedPduException.class);
        }
    }

    @Test
    void shouldRefuseFastPathWhileConnectingAndWhatIsTooLong() {
        assertThatThrownBy(() -> measure(CONNECTING, 0x04)).isInstanceOf(MalformedPduException.class);
        assertThat(measure(CONNECTING, 3, 0, 0x10, 0)).isEqualTo(4096);
        assertThatThrownBy(() -> measure(CONNECTING, 3, 0, 0x10, 1))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("4097");
        assertThatThrownBy(() -> new Framer(true, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever the bytes: once told, the length stays the same, and nothing but a malformed PDU is thrown. */
    @Test
    void shouldNotChangeItsMindAsBytesCome() {
        var random = new Random(11);
        byte[] bytes = new byte[8];
        for (int i = 0; i < 20_000; i++) {
            random.nextBytes(bytes);
            bytes[0] = random.nextBoolean() ? 3 : bytes[0];
            int told = Framer.MORE;
            try {
                for (int available = 0; available <= bytes.length; available++) {
                    int length = ANY.measure(bytes, 0, available);
                    assertThat(told == Framer.MORE || told == length).isTrue();
                    told = length;
                }
                assertThat(told).isPositive();
            } catch (MalformedPduException e) {
                assertThat(told).isEqualTo(Framer.MORE);
            }
        }
    }
}
