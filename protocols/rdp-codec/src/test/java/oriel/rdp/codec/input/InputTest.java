package oriel.rdp.codec.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.proof.Fixture;
import oriel.rdp.codec.proof.Generators;
import oriel.rdp.codec.proof.Packets;
import oriel.rdp.codec.proof.Proof;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class InputTest {
    private static final Proof<List<InputEvent>> SLOW =
            new Proof<>("slow-path input", SlowPathEvents::decode, SlowPathEvents::encode);

    private static FastPathInput fast(Some some) {
        return new FastPathInput(some.exactly(
                1 + some.below(some.maybe() ? 20 : 255),
                () -> some.one(() -> Generators.event(some), () -> new InputEvent.QoeTimestamp(some.u32()))));
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 300; seed++) {
            Packets.FAST_PATH_INPUT.roundTrip(fast(new Some(seed)), seed);
            var some = new Some(seed);
            SLOW.roundTrip(some.list(30, () -> Generators.event(some)), seed);
        }
    }

    @Test
    void shouldRefuseTruncationsAndSurviveChanges() {
        for (long seed = 0; seed < 20; seed++) {
            Packets.FAST_PATH_INPUT.refusesEveryTruncation(fast(new Some(seed)));
            Packets.FAST_PATH_INPUT.endsWellAfterChanges(fast(new Some(seed)), seed);
            var some = new Some(seed);
            List<InputEvent> events = some.exactly(5, () -> Generators.event(some));
            SLOW.refusesEveryTruncation(events);
            SLOW.endsWellAfterChanges(events, seed);
        }
    }

    private static List<InputEvent> captured(String name) {
        return FastPathInput.decode(new WireReader(Fixture.named(name).bytes())).events();
    }

    /** Pause is the one key with a sequence of its own: E1 1D 45 E1 9D C5. */
    @Test
    void shouldReadPause() {
        assertThat(captured("freerdp-pause"))
                .containsExactly(
                        new InputEvent.Scancode(0x1D, false, false, true),
                        new InputEvent.Scancode(0x45, false, false, false),
                        new InputEvent.Scancode(0x1D, true, false, true),
                        new InputEvent.Scancode(0x45, true, false, false));
    }

    /** The rotation is a number of nine bits in two's complement. */
    @Test
    void shouldReadTheWheel() {
        var up = (InputEvent.Mouse) captured("freerdp-wheel-up").getFirst();
        var down = (InputEvent.Mouse) captured("freerdp-wheel-down").getFirst();
        assertThat(up.has(PointerFlags.WHEEL)).isTrue();
        assertThat(up.wheelRotation()).isEqualTo(120);
        assertThat(down.wheelRotation()).isEqualTo(-120);
        assertThat(new InputEvent.Mouse(PointerFlags.WHEEL | PointerFlags.WHEEL_NEGATIVE, 0, 0).wheelRotation())
                .isEqualTo(-256);
        assertThat(((InputEvent.Mouse) captured("freerdp-wheel-left").getFirst()).has(PointerFlags.HORIZONTAL_WHEEL))
                .isTrue();
    }

    @Test
    void shouldReadTheExtendedKeysAndButtons() {
        assertThat(captured("freerdp-right-down")).containsExactly(new InputEvent.Scancode(0x4D, false, true, false));
        var button =
                (InputEvent.ExtendedMouse) captured("freerdp-button-4-down").getFirst();
        assertThat(button.has(PointerFlags.XBUTTON1) && button.has(PointerFlags.DOWN))
                .isTrue();
        assertThat(new InputEvent.Synchronize(5).has(InputEvent.Synchronize.CAPS_LOCK))
                .isTrue();
    }

    /** Up to 15 events are counted in the header, more in a byte of their own; lengths from 128 on take two bytes. */
    @Test
    void shouldUseTheShortestHeader() {
        InputEvent key = new InputEvent.Scancode(30, false, false, false);
        assertThat(Packets.FAST_PATH_INPUT.bytes(new FastPathInput(List.of(key))))
                .containsExactly(0x04, 0x04, 0x00, 0x1E);
        assertThat(Packets.FAST_PATH_INPUT.bytes(new FastPathInput(Collections.nCopies(15, key))))
                .hasSize(2 + 30)
                .startsWith(0x3C, 32);
        assertThat(Packets.FAST_PATH_INPUT.bytes(new FastPathInput(Collections.nCopies(16, key))))
                .hasSize(3 + 32)
                .startsWith(0x00, 35, 16);
        assertThat(Packets.FAST_PATH_INPUT.bytes(new FastPathInput(Collections.nCopies(255, key))))
                .hasSize(4 + 510)
                .startsWith(0x00, 0x82, 0x02, 0xFF);
        assertThatThrownBy(() -> new FastPathInput(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseEncryptionEmptyPdusAndUnknownEvents() {
        byte[][] wrong = {
            {(byte) 0x84, 4, 0, 30},
            {0x44, 4, 0, 30},
            {0, 3, 0},
            {4, 4, (byte) 0xE0, 0},
            {4, 5, 0, 30, 0},
            {7, 4, 0, 30}
        };
        for (byte[] bytes : wrong) {
            assertThatThrownBy(() -> FastPathInput.decode(new WireReader(bytes)))
                    .isInstanceOf(MalformedPduException.class);
        }
    }

    @Test
    void shouldLeaveOutUnusedSlowPathEvents() {
        var out = new WireWriter();
        out.u16(1).pad(2).i32(0).u16(0x0002).pad(6);
        assertThat(SlowPathEvents.decode(new WireReader(out.toByteArray()))).isEmpty();
        assertThatThrownBy(() -> SlowPathEvents.encode(List.of(new InputEvent.QoeTimestamp(1)), new WireWriter()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
