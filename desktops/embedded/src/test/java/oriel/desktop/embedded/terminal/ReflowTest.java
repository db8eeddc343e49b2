package oriel.desktop.embedded.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReflowTest {

    private static Screen resized(Screen screen, int columns, int rows) {
        screen.terminal.resize(columns, rows);
        return screen;
    }

    @Test
    void shouldBreakLinesAnewAndJoinThemAgain() {
        Screen screen = new Screen(10, 4).write("abcdefghij12\r\nx");
        assertThat(screen.text()).isEqualTo("abcdefghij|12|x");
        assertThat(resized(screen, 6, 4).text()).isEqualTo("abcdef|ghij12|x");
        assertThat(resized(screen, 4, 4).text()).isEqualTo("abcd|efgh|ij12|x");
        assertThat(resized(screen, 20, 4).text()).isEqualTo("abcdefghij12|x");
    }

    @Test
    void shouldPushIntoThePastWhatHasNoRoomAndTakeItBack() {
        Screen screen = new Screen(10, 3).write("abcdefghij\r\nklmnopqrst\r\n$ ");
        resized(screen, 5, 3);
        assertThat(screen.past()).isEqualTo("abcde|fghij");
        assertThat(screen.text()).isEqualTo("klmno|pqrst|$");
        assertThat(screen.cursor()).isEqualTo("2,2");
        resized(screen, 10, 3);
        assertThat(screen.text()).isEqualTo("abcdefghij|klmnopqrst|$");
        assertThat(screen.past()).isEmpty();
        assertThat(screen.cursor()).isEqualTo("2,2");
    }

    @Test
    void shouldKeepTheCursorAtItsCharacter() {
        Screen screen = new Screen(10, 4).write("abcdefghijklm^[[1;9H");
        assertThat(resized(screen, 5, 4).cursor()).isEqualTo("1,3");
        screen.write("X");
        assertThat(screen.text()).isEqualTo("abcde|fghXj|klm");
        assertThat(resized(screen, 10, 4).cursor()).isEqualTo("0,9");
    }

    @Test
    void shouldNotCutWideCharacters() {
        Screen screen = new Screen(8, 4).write("ab中文字");
        assertThat(resized(screen, 5, 4).text()).isEqualTo("ab中|文字");
        assertThat(resized(screen, 8, 4).text()).isEqualTo("ab中文字");
        assertThat(resized(screen, 3, 4).text()).isEqualTo("ab|中|文|字");
        assertThat(resized(screen, 8, 4).text()).isEqualTo("ab中文字");
    }

    @Test
    void shouldLoseEmptyRowsBelowBeforeTextAbove() {
        Screen screen = new Screen(8, 6).write("1\r\n2\r\n3");
        assertThat(resized(screen, 8, 3).text()).isEqualTo("1|2|3");
        assertThat(resized(screen, 8, 2).text()).isEqualTo("2|3");
        assertThat(screen.past()).isEqualTo("1");
        assertThat(screen.cursor()).isEqualTo("1,1");
        assertThat(resized(screen, 8, 5).text()).isEqualTo("1|2|3");
        assertThat(screen.cursor()).isEqualTo("2,1");
    }

    @Test
    void shouldCropTheAlternateScreenAndReflowThePrimaryBehindIt() {
        Screen screen = new Screen(8, 3).write("abcdefgh^[[?1049h^[[HABCDEFGH");
        assertThat(resized(screen, 4, 3).text()).isEqualTo("ABCD");
        assertThat(screen.write("^[[?1049l").text()).isEqualTo("abcd|efgh");
    }

    @Test
    void shouldKeepRenditionAndMarks() {
        Screen screen = new Screen(8, 3).write("^[[31mabcde\u0301f");
        resized(screen, 4, 3);
        assertThat(screen.text()).isEqualTo("abcd|e\u0301f");
        assertThat(screen.terminal.row(1).foreground(1)).isEqualTo(Cell.INDEXED | 1);
    }

    /** Whatever is written and however it is resized: the text stays, the cursor stays on the screen. */
    @Test
    void shouldKeepTheTextThroughAnyResizing() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            Screen screen = new Screen(20, 8);
            var written = new StringBuilder();
            for (int line = 0; line < 12; line++) {
                String text = "x".repeat(random.nextInt(60)) + (char) ('a' + line);
                written.append(text);
                screen.write(text + "\r\n");
            }
            for (int i = 0; i < 8; i++) {
                resized(screen, 1 + random.nextInt(40), 1 + random.nextInt(20));
                Cursor cursor = screen.terminal.cursor;
                assertThat(cursor.row).isBetween(0, screen.terminal.rows() - 1);
                assertThat(cursor.column).isBetween(0, screen.terminal.columns() - 1);
                String all = (screen.past() + screen.text()).replace("|", "");
                assertThat(all).as("seed %s, step %s", seed, i).isEqualTo(written.toString());
            }
        }
    }

    /** Quickly: in time that grows with what was written, not with its square. */
    @Test
    @Timeout(60)
    void shouldReflowALongPastQuickly() {
        Screen screen = new Screen(80, 24);
        screen.write("\u001B[32mThe quick brown fox\u001B[0m jumps over the lazy dog, again and again and again.\r\n"
                .repeat(12_000));
        resized(screen, 60, 24); // two rows each: only half of the lines have room
        resized(screen, 80, 24);
        assertThat(screen.terminal.history.size()).isBetween(4_900, ScrollBack.MOST_LINES);
    }
}
