package oriel.desktop.embedded.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import oriel.contract.desktop.PointerSink;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;
import oriel.desktop.embedded.pty.PtyCommand;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.PointerEvent.Action;
import oriel.desktop.embedded.toolkit.PointerShape;

/** Mouse, clipboard, scroll-back and the pauses between reports. */
@Timeout(120)
class TerminalContentTest {

    @TempDir
    private Path directory;

    private static TestWindow open(String script) {
        return new TestWindow(PtyCommand.of("sh", "-c", script), 40, 10);
    }

    private static PointerEvent event(Action action, int button, int column, int row, int clicks, Modifiers held) {
        // a little right of the left edge of the cell: the gap before it is the nearest
        return new PointerEvent(action, 6 + column * 9 + 2, 6 + row * 18 + 5, button, clicks, 0, held);
    }

    private static void drag(TestWindow window, int fromColumn, int fromRow, int column, int row, Modifiers held)
            throws InterruptedException {
        synchronized (window) {
            window.content.pointer(event(Action.PRESSED, PointerSink.LEFT, fromColumn, fromRow, 1, held));
            window.content.pointer(event(Action.MOVED, PointerSink.LEFT, column, row, 0, held));
            window.content.pointer(event(Action.RELEASED, PointerSink.LEFT, column, row, 0, held));
        }
        window.assertDamageIsComplete();
    }

    private static void click(TestWindow window, int button, int column, int row, int clicks)
            throws InterruptedException {
        synchronized (window) {
            window.content.pointer(event(Action.PRESSED, button, column, row, clicks, Modifiers.NONE));
            window.content.pointer(event(Action.RELEASED, button, column, row, 0, Modifiers.NONE));
        }
        window.assertDamageIsComplete();
    }

    private static void wheel(TestWindow window, int notches) {
        synchronized (window) {
            window.content.pointer(
                    new PointerEvent(Action.WHEEL, 20, 20, 0, 0, notches * PointerSink.NOTCH, Modifiers.NONE));
        }
    }

    private static void settle(TestWindow window) throws InterruptedException {
        int before;
        do {
            before = window.reports();
            TimeUnit.MILLISECONDS.sleep(120);
        } while (before != window.reports());
        window.assertDamageIsComplete();
    }

    @Test
    void shouldCopyWhatIsSelected() throws Exception {
        try (TestWindow window = open("echo one two/three four; echo second line; sleep 60")) {
            window.await("second line");
            settle(window);
            drag(window, 4, 0, 7, 0, Modifiers.NONE);
            assertThat(window.clipboard()).isEqualTo("two");
            drag(window, 4, 0, 6, 1, Modifiers.NONE);
            assertThat(window.clipboard()).isEqualTo("two/three four\nsecond");
            drag(window, 0, 0, 3, 1, Modifiers.ALT);
            assertThat(window.clipboard()).isEqualTo("one\nsec");
            click(window, PointerSink.LEFT, 5, 0, 2);
            assertThat(window.clipboard()).isEqualTo("two/three");
            click(window, PointerSink.LEFT, 5, 0, 3);
            assertThat(window.clipboard()).isEqualTo("one two/three four\n");
            window.save("selection");
            window.clipboard("");
            window.press(KeyPress.of('C', Modifiers.CTRL_SHIFT));
            assertThat(window.clipboard()).isEqualTo("one two/three four\n");
        }
    }

    @Test
    void shouldPasteWithTheMiddleButtonAndWithKeys() throws Exception {
        try (TestWindow window = open("echo ready; cat")) {
            window.await("ready");
            window.clipboard("from the clipboard\n");
            click(window, PointerSink.MIDDLE, 1, 1, 1);
            window.await("from the clipboard\nfrom the clipboard");
            window.clipboard("again\n");
            window.press(KeyPress.of('V', Modifiers.CTRL_SHIFT));
            window.await("again\nagain");
            window.clipboard("thrice\n");
            window.press(KeyPress.of(Key.INSERT, Modifiers.SHIFT));
            window.await("thrice\nthrice");
        }
    }

    @Test
    void shouldSayThatWhatIsPastedIsTooMuch() throws Exception {
        try (TestWindow window = open("stty raw -echo; echo ready; sleep 60")) {
            window.await("ready");
            window.clipboard("x".repeat(1_500_000));
            window.press(KeyPress.of('V', Modifiers.CTRL_SHIFT));
            assertThat(window.told).containsExactly("paste [1465, 1024]");
            window.clipboard("x".repeat(1000));
            window.press(KeyPress.of('V', Modifiers.CTRL_SHIFT));
            assertThat(window.told).hasSize(1);
        }
    }

    @Test
    void shouldBracketWhatIsPastedWhenAskedTo() throws Exception {
        try (TestWindow window = open("stty raw -echo; printf '\\033[?2004hready'; head -c 15 | od -An -c -w15")) {
            window.await("ready");
            window.clipboard("abc");
            window.press(KeyPress.of('V', Modifiers.CTRL_SHIFT));
            window.await("033   [   2   0");
        }
    }

    @Test
    void shouldTellTheProgramOfTheMouseAndSelectWithShift() throws Exception {
        try (TestWindow window =
                open("stty raw -echo; printf '\\033[?1002h\\033[?1006hready'; head -c 28 | tr '\\033' '^'; sleep 60")) {
            window.await("ready");
            assertThat(window.content.pointerShape(1, 1)).isEqualTo(PointerShape.ARROW);
            drag(window, 0, 0, 5, 0, Modifiers.SHIFT);
            assertThat(window.clipboard()).isEqualTo("ready");
            drag(window, 4, 2, 6, 2, Modifiers.NONE);
            window.await("^[<0;5;3M^[<32;7;3M^[<0;7;3m");
        }
    }

    @Test
    void shouldTellTheProgramOfTheFocus() throws Exception {
        try (TestWindow window =
                open("stty raw -echo; printf '\\033[?1004hready'; head -c 6 | tr '\\033' '^'; sleep 60")) {
            window.await("ready");
            assertThat(window.content.pointerShape(1, 1)).isEqualTo(PointerShape.TEXT);
            window.focus(false);
            window.focus(true);
            window.await("^[O^[I");
            settle(window);
        }
    }

    @Test
    void shouldSendArrowsForTheWheelToFullScreenPrograms() throws Exception {
        try (TestWindow window =
                open("stty raw -echo; printf '\\033[?1049hready'; head -c 9 | tr '\\033' '^'; sleep 60")) {
            window.await("ready");
            wheel(window, 1);
            window.await("^[A^[A^[A");
        }
    }

    @Test
    void shouldStayInThePastWhileTheProgramWritesOn() throws Exception {
        Path goOn = directory.resolve("go-on");
        String script = "seq 1 100; until [ -e '" + goOn + "' ]; do sleep 0.05; done; seq 101 130; sleep 60";
        try (TestWindow window = open(script)) {
            window.await("\n100\n");
            settle(window);
            wheel(window, 5);
            settle(window);
            BufferedImage before = window.picture();
            Files.createFile(goOn);
            window.await("\n130\n");
            settle(window);
            BufferedImage after = window.picture();
            int text = before.getWidth() - 10; // without the scroll bar
            assertThat(pixels(after, text)).isEqualTo(pixels(before, text));
            window.press(KeyPress.of('x', Modifiers.NONE));
            settle(window);
            assertThat(pixels(window.picture(), text)).isNotEqualTo(pixels(before, text));
        }
    }

    private static int[] pixels(BufferedImage image, int width) {
        int[] all = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        return Arrays.copyOf(all, all.length);
    }

    @Test
    void shouldNotWaitForeverForAProgramThatHoldsItsPictureBack() throws Exception {
        try (TestWindow window = open("sleep 0.3; printf '\\033[?2026hshown'; sleep 60")) {
            window.await("shown");
            window.assertDamageIsComplete();
        }
    }

    @Test
    void shouldFlashForTheBellAndStop() throws Exception {
        try (TestWindow window = open("echo ready; read x; printf '\\a'; sleep 60")) {
            window.await("ready");
            settle(window);
            int quiet = window.picture().getRGB(0, 0);
            window.press(Key.ENTER);
            window.await(
                    _ -> window.corners().stream().anyMatch(corner -> corner != quiet)
                            && window.corners().getLast() == quiet,
                    "a flash that is over");
            window.assertDamageIsComplete();
        }
    }

    @Test
    void shouldChangeTheSizeOfTheText() throws Exception {
        try (TestWindow window = open("trap 'stty size' WINCH; echo ready; while :; do sleep 0.05; done")) {
            window.await("ready");
            window.press(KeyPress.of('+', Modifiers.CTRL));
            window.await("8 36");
            settle(window);
            window.press(KeyPress.of('0', Modifiers.CTRL));
            window.await("10 40");
            settle(window);
        }
    }

    @Test
    void shouldShowTheCursorInAllItsForms() throws Exception {
        String script =
                "for i in 2 4 6 2; do printf '\\033[%s q%s' $i $i; read x; done; printf '\\033[?25lgone'; sleep 60";
        try (TestWindow window = open(script)) {
            window.await("2");
            settle(window);
            for (String next : new String[] {"4", "6", "2", "gone"}) {
                window.press(Key.ENTER);
                window.await(text -> text.strip().endsWith(next), next);
                settle(window);
            }
        }
    }

    @Test
    void shouldSendWhatWasTypedBeforeTheProgramWasThere() throws Exception {
        try (TestWindow window = open("read line; echo got $line; sleep 60")) {
            window.type("early\n");
            window.await("got early");
        }
    }
}
