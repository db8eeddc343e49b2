package oriel.rdp.codec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import oriel.rdp.codec.x224.Framer;
import oriel.wire.WireReader;

/** What is true of every fixture. */
class FixtureTest {
    static List<Fixture> fixtures() {
        return Fixture.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void shouldReadWhatTheFixtureSays(Fixture fixture) {
        assertThat(fixture.line("origin")).isNotBlank();
        assertThat(fixture.line("section")).isNotBlank();
        assertThat(Packets.inside(fixture.line("pdu"), fixture.bytes()).read()).hasToString(fixture.line("reads"));
    }

    /** The line "writes" says whether we write the same bytes, or others that mean the same. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void shouldWriteTheFixtureAgain(Fixture fixture) {
        var layer = Packets.inside(fixture.line("pdu"), fixture.bytes());
        switch (fixture.line("writes")) {
            case "the same" -> assertThat(layer.written()).isEqualTo(layer.bytes());
            case "the same meaning" -> {
                assertThat(layer.written()).isNotEqualTo(layer.bytes());
                assertThat(layer.proof().decode().apply(new WireReader(layer.written())))
                        .isEqualTo(layer.read());
            }
            default -> throw new IllegalStateException(fixture.line("writes"));
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void shouldEndWellAfterEveryTruncation(Fixture fixture) {
        var layer = Packets.inside(fixture.line("pdu"), fixture.bytes());
        int refused = 0;
        for (int length = 0; length < layer.bytes().length; length++) {
            refused += layer.proof().survives(Arrays.copyOf(layer.bytes(), length)) ? 0 : 1;
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void shouldBeFramedWholeAndByteAfterByte(Fixture fixture) {
        byte[] packet = fixture.bytes();
        var framer = new Framer(true, Framer.MAXIMUM);
        assertThat(framer.measure(packet, 0, packet.length)).isEqualTo(packet.length);
        for (int available = 0; available < packet.length; available++) {
            int length = framer.measure(packet, 0, available);
            assertThat(length).isIn(Framer.MORE, packet.length);
            assertThat(length == packet.length || available < Framer.ENOUGH)
                    .as("known after %d bytes", available)
                    .isTrue();
        }
    }

    @Test
    void shouldHaveFixturesOfEveryLayer() {
        assertThat(fixtures())
                .extracting(fixture -> fixture.line("pdu"))
                .contains(
                        "x224",
                        "mcs",
                        "connect-initial",
                        "create-request",
                        "create-response",
                        "client-info",
                        "license",
                        "share",
                        "auto-detect-response",
                        "fast-path-input");
    }
}
