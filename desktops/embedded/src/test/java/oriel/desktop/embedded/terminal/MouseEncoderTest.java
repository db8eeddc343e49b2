package oriel.desktop.embedded.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.PointerSink;
import oriel.desktop.embedded.keyboard.Modifiers;
import oriel.desktop.embedded.terminal.MouseEncoder.Action;

class MouseEncoderTest {

    private final Modes modes = new Modes();

    private String encode(Action action, int button, Modifiers held) {
        return text(MouseEncoder.encode(action, button, 4, 2, held, modes));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\u001B", "^[");
    }

    @Test
    void shouldSayNothingToAProgramThatDoesNotAsk() {
        assertThat(encode(Action.PRESS, PointerSink.LEFT, Modifiers.NONE)).isEmpty();
        assertThat(MouseEncoder.wheel(true, 0, 0, Modifiers.NONE, modes)).isEmpty();
    }

    @Test
    void shouldTellPressesOnlyInTheModeOfX10() {
        modes.setDec(Modes.MOUSE_X10, true);
        assertThat(encode(Action.PRESS, PointerSink.RIGHT, Modifiers.SHIFT)).isEqualTo("^[[M\"%#");
        assertThat(encode(Action.RELEASE, PointerSink.RIGHT, Modifiers.NONE)).isEmpty();
    }

    @Test
    void shouldTellButtonsInTheOldForm() {
        modes.setDec(Modes.MOUSE_BUTTONS, true);
        assertThat(encode(Action.PRESS, PointerSink.LEFT, Modifiers.NONE)).isEqualTo("^[[M %#");
        assertThat(encode(Action.RELEASE, PointerSink.LEFT, Modifiers.NONE)).isEqualTo("^[[M#%#");
        assertThat(encode(Action.MOVE, PointerSink.LEFT, Modifiers.NONE)).isEmpty();
        assertThat(MouseEncoder.encode(Action.PRESS, PointerSink.LEFT, 300, 1, Modifiers.NONE, modes))
                .isEmpty();
    }

    @Test
    void shouldTellEverythingInTheFormOfSgr() {
        modes.setDec(Modes.MOUSE_BUTTONS, true);
        modes.setDec(Modes.MOUSE_SGR, true);
        assertThat(encode(Action.PRESS, PointerSink.MIDDLE, Modifiers.CTRL)).isEqualTo("^[[<17;5;3M");
        assertThat(encode(Action.RELEASE, PointerSink.MIDDLE, Modifiers.NONE)).isEqualTo("^[[<1;5;3m");
        assertThat(encode(Action.PRESS, PointerSink.EXTRA_1, Modifiers.NONE)).isEqualTo("^[[<128;5;3M");
        assertThat(text(MouseEncoder.wheel(true, 4, 2, Modifiers.NONE, modes))).isEqualTo("^[[<64;5;3M");
        assertThat(text(MouseEncoder.wheel(false, 4, 2, Modifiers.NONE, modes))).isEqualTo("^[[<65;5;3M");
    }

    @Test
    void shouldTellDraggingAndMovingWhenAskedTo() {
        modes.setDec(Modes.MOUSE_SGR, true);
        modes.setDec(Modes.MOUSE_DRAG, true);
        assertThat(encode(Action.MOVE, PointerSink.LEFT, Modifiers.NONE)).isEqualTo("^[[<32;5;3M");
        assertThat(encode(Action.MOVE, 0, Modifiers.NONE)).isEmpty();
        modes.setDec(Modes.MOUSE_MOTION, true);
        assertThat(encode(Action.MOVE, 0, Modifiers.NONE)).isEqualTo("^[[<35;5;3M");
    }
}
