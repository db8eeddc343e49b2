package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.input.InputEvent;
import oriel.rdp.codec.input.InputEvent.ExtendedMouse;
import oriel.rdp.codec.input.InputEvent.Mouse;
import oriel.rdp.codec.input.InputEvent.RelativeMouse;
import oriel.rdp.codec.input.InputEvent.Scancode;
import oriel.rdp.codec.input.InputEvent.Synchronize;
import oriel.rdp.codec.input.InputEvent.Unicode;
import oriel.rdp.codec.input.PointerFlags;

class InputDispatcherTest {

    private final RecordedInput recorded = new RecordedInput();
    private final InputDispatcher dispatcher = new InputDispatcher();
    private final KeyboardPort keyboard = new KeyboardPort();
    private final PointerPort pointer = new PointerPort();

    @BeforeEach
    void open() {
        dispatcher.attach(keyboard, pointer);
        keyboard.open(recorded);
        pointer.open(recorded);
    }

    private List<String> take(InputEvent... events) {
        dispatcher.take(List.of(events));
        return List.copyOf(recorded.events);
    }

    @Test
    void shouldPassOnKeys() {
        assertThat(take(new Scancode(0x1E, false, false, false), new Scancode(0x1D, true, true, false)))
                .containsExactly("key 1e prefix 00 down", "key 1d prefix e0 up");
    }

    /** Pause is 0xE1 0x1D and then 0x45, which alone is Num Lock (2.2.8.1.1.3.1.1.1). */
    @Test
    void shouldMakeOneKeyOfPause() {
        assertThat(take(
                        new Scancode(0x1D, false, false, true),
                        new Scancode(0x45, false, false, false),
                        new Scancode(0x1D, true, false, true),
                        new Scancode(0x45, true, false, false),
                        new Scancode(0x45, false, false, false)))
                .containsExactly("key 1d prefix e1 down", "key 1d prefix e1 up", "key 45 prefix 00 down");
    }

    @Test
    void shouldDropCodesNoKeyHas() {
        assertThat(take(new Scancode(0, false, false, false), new Scancode(0xFF, false, false, false)))
                .isEmpty();
    }

    @Test
    void shouldPutSurrogatesTogether() {
        assertThat(take(new Unicode(0xE9, false), new Unicode(0xD83D, false), new Unicode(0xDE00, false)))
                .containsExactly("character é down", "character \uD83D\uDE00 down");
    }

    @Test
    void shouldDropHalfACharacter() {
        assertThat(take(new Unicode(0xDE00, false))).isEmpty();
    }

    @Test
    void shouldReleaseEverythingBeforeTheLocksAreSet() {
        assertThat(take(new Synchronize(Synchronize.CAPS_LOCK | Synchronize.SCROLL_LOCK)))
                .containsExactly("release all", "locks true false true false");
    }

    @Test
    void shouldPassOnButtonsAndMoves() {
        assertThat(take(
                        new Mouse(PointerFlags.MOVE, 5, 6),
                        new Mouse(PointerFlags.MOVE | PointerFlags.DOWN | PointerFlags.BUTTON1, 7, 8),
                        new ExtendedMouse(PointerFlags.XBUTTON2, 7, 8)))
                .containsExactly("moved 5,6", "moved 7,8", "button 1 down at 7,8", "button 5 up at 7,8");
    }

    /** Clients send wheel events without a position. */
    @Test
    void shouldTurnTheWheelWhereThePointerIs() {
        assertThat(take(
                        new Mouse(PointerFlags.MOVE, 5, 6),
                        new Mouse(PointerFlags.WHEEL | 120, 0, 0),
                        new Mouse(PointerFlags.WHEEL | PointerFlags.WHEEL_NEGATIVE | (0x100 - 120), 0, 0),
                        new Mouse(PointerFlags.HORIZONTAL_WHEEL | 120, 0, 0)))
                .containsExactly(
                        "moved 5,6",
                        "wheel 120 vertical at 5,6",
                        "wheel -120 vertical at 5,6",
                        "wheel 120 horizontal at 5,6");
    }

    @Test
    void shouldAddUpRelativeMoves() {
        assertThat(take(new RelativeMouse(0, 10, 10), new RelativeMouse(0, -20, 5)))
                .containsExactly("moved 10,10", "moved 0,15");
    }

    @Test
    void shouldDropInputAfterTheEndpointIsClosed() {
        keyboard.close();
        keyboard.close();
        assertThat(take(new Scancode(0x1E, false, false, false))).containsExactly("release all");
    }

    @Test
    void shouldKnowHowLongAgoInputCame() {
        take(new Scancode(0x1E, false, false, false));
        assertThat(dispatcher.sinceLastInput()).hasSeconds(0);
    }
}
