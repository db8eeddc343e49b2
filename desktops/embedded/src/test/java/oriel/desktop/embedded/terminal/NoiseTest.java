package oriel.desktop.embedded.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program can write anything. */
class NoiseTest {

    private static final String FINALS = "@ABCDEFGHIJKLMPSTXZ^`abcdefghlmnqrstu";
    private static final String[] PIECES = {
        "\u001B[?1049h",
        "\u001B[?1049l",
        "\u001B7",
        "\u001B8",
        "\u001BM",
        "\u001BD",
        "\u001Bc",
        "\u001B#8",
        "\u001B[!p",
        "\u001B(0",
        "\u001B(B",
        "\u000E",
        "\u000F",
        "\r\n",
        "\n",
        "\t",
        "\b",
        "中",
        "😀",
        "e\u0301",
        "\u0301",
        "text ",
        "\u001B]0;t\u0007",
        "\u001B]4;1;?\u0007",
        "\u001BP$qm\u001B\\",
        "\u001B[?6h",
        "\u001B[?7l",
        "\u001B[4h",
        "\u001B[4l",
        "\u001B[1\"q",
        "\u001B[?5h",
        "\u001B[?2026h",
        "\u001B[?45h",
        "\u001BH",
        "\u001B[3g",
        "\uFFFF",
        "\u009B",
        "\u0090",
    };

    private static void check(Terminal terminal) {
        assertThat(terminal.cursor.row).isBetween(0, terminal.rows() - 1);
        assertThat(terminal.cursor.column).isBetween(0, terminal.columns() - 1);
        assertThat(terminal.top()).isBetween(0, terminal.bottom() - 1);
        assertThat(terminal.bottom()).isBetween(1, terminal.rows());
        assertThat(terminal.history.size()).isLessThanOrEqualTo(ScrollBack.MOST_LINES);
        for (int y = 0; y < terminal.rows(); y++) {
            Row row = terminal.row(y);
            assertThat(row.columns()).isEqualTo(terminal.columns());
            for (int x = 0; x < row.columns(); x++) {
                boolean tail = (row.code(x) & Cell.TAIL) != 0;
                boolean afterWide = x > 0 && (row.code(x - 1) & Cell.WIDE) != 0;
                if (tail != afterWide) { // an assertion of the library for each cell would take most of the time
                    throw new AssertionError("half of a wide character at " + y + "," + x);
                }
            }
            assertThat((row.code(row.columns() - 1) & Cell.WIDE)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldSurviveRandomBytes(long seed) {
        var random = new Random(seed);
        Screen screen = new Screen(1 + random.nextInt(60), 1 + random.nextInt(30));
        var bytes = new byte[997];
        for (int i = 0; i < 60; i++) {
            random.nextBytes(bytes);
            screen.terminal.write(bytes, 0, bytes.length);
            check(screen.terminal);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22})
    void shouldSurviveRandomFunctions(long seed) {
        var random = new Random(seed);
        Screen screen = new Screen(1 + random.nextInt(40), 1 + random.nextInt(20));
        for (int i = 0; i < 4_000; i++) {
            screen.write(random.nextInt(4) == 0 ? PIECES[random.nextInt(PIECES.length)] : sequence(random));
            if (i % 50 == 0) {
                check(screen.terminal);
            }
            if (i % 400 == 0) {
                screen.terminal.resize(1 + random.nextInt(60), 1 + random.nextInt(30));
                check(screen.terminal);
            }
        }
        paint(screen);
    }

    private static String sequence(Random random) {
        var text = new StringBuilder("\u001B[");
        text.append(random.nextInt(6) == 0 ? "?" : "");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(random.nextInt(20) == 0 ? random.nextInt() >>> 1 : random.nextInt(30));
            text.append(random.nextInt(8) == 0 ? ':' : ';');
        }
        text.append(FINALS.charAt(random.nextInt(FINALS.length())));
        return text.append("ab中c".charAt(random.nextInt(4))).toString();
    }

    private static void paint(Screen screen) {
        var painter = new TerminalPainter(screen.terminal, new Selection(screen.terminal), CellFont.at(15));
        var image = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setClip(0, 0, 600, 600);
        painter.paint(g, screen.terminal.firstRow(), true);
        g.dispose();
    }

    @Test
    void shouldNotKeepStringsThatNeverEnd() {
        Screen screen = new Screen(20, 4);
        String megabyte = "x".repeat(1 << 20);
        for (String begin : new String[] {"^[]0;", "^[P$q", "^[_", "^[X", "^[^", "^[[1;", "^[["}) {
            screen.write(begin + megabyte + "^[\\");
        }
        assertThat(screen.titles).isEmpty();
        screen.write("^[[" + "1;".repeat(100_000) + "m^[[" + "9".repeat(100_000) + "Bz");
        assertThat(screen.line(3)).endsWith("z");
    }

    @Test
    void shouldBoundThePastInBytes() {
        Screen screen = new Screen(1000, 4);
        var line = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            line.append("\u001B[38;2;").append(i % 256).append(";1;2mé\u0301");
        }
        byte[] bytes = line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1000; i++) {
            screen.terminal.write(bytes, 0, bytes.length);
        }
        assertThat(screen.terminal.history.bytes()).isLessThanOrEqualTo(ScrollBack.MOST_BYTES);
    }

    @Test
    void shouldClampAbsurdSizes() {
        Screen screen = new Screen(0, -5);
        check(screen.terminal);
        screen.write("中文abc\r\n\u001B[99999b");
        screen.terminal.resize(Integer.MAX_VALUE, Integer.MAX_VALUE);
        check(screen.terminal);
        assertThat(screen.terminal.columns()).isEqualTo(Terminal.MOST_COLUMNS);
    }

    @Test
    @Timeout(60)
    void shouldTakeInMegabytes() {
        Screen screen = new Screen(100, 30);
        String line =
                "\u001B[1;32mdrwxr-xr-x\u001B[0m 2 user user 4096 Jan  1 12:00 \u001B[34mdirectory\u001B[0m — é\r\n";
        byte[] bytes = line.repeat(2000).getBytes(StandardCharsets.UTF_8);
        int rounds = 40;
        for (int i = 0; i < rounds; i++) {
            screen.terminal.write(bytes, 0, bytes.length);
        }
        check(screen.terminal);
    }
}
