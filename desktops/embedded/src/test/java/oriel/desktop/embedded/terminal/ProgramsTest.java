package oriel.desktop.embedded.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;
import oriel.desktop.embedded.pty.PtyCommand;

/** Real programs in the real thing: vim, htop and mc must be installed. */
@Timeout(180)
class ProgramsTest {

    @TempDir
    private Path home;

    private PtyCommand command(String... command) {
        PtyCommand base = PtyCommand.of(command);
        var environment = new HashMap<>(base.environment());
        environment.put("HOME", home.toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("HISTFILE", "/dev/null"); // or a shell that is hung up writes into what is being deleted
        return new PtyCommand(base.command(), environment, home, base.owner());
    }

    private TestWindow open(int columns, int rows, String... command) {
        return new TestWindow(command(command), columns, rows);
    }

    private static void settle(TestWindow window) throws InterruptedException {
        int before;
        do {
            before = window.reports();
            TimeUnit.MILLISECONDS.sleep(150);
        } while (before != window.reports());
        window.assertDamageIsComplete();
    }

    @Test
    void shouldEditWithVim() throws Exception {
        Path file = home.resolve("Greeting.java");
        Files.writeString(file, """
                /** Says hello. */
                class Greeting {
                    static final String TEXT = "héllo wörld — 世界 ✓"; // a comment

                    public static void main(String[] arguments) {
                        for (int i = 0; i < 10; i++) {
                            System.out.println(TEXT + i);
                        }
                    }
                }
                """);
        try (TestWindow window =
                open(80, 24, "vim", "--clean", "-c", "syntax on|set number|set ruler", "Greeting.java")) {
            window.await("class Greeting");
            window.await("~");
            settle(window);
            assertThat(window.text()).contains("héllo wörld — 世界 ✓").contains("  1 /** Says hello. */");
            window.save("vim");
            synchronized (window) {
                assertThat(window.content.terminal().onAlternate()).isTrue();
            }
            window.type("Go// né le 14 juillet");
            window.press(Key.ESCAPE);
            window.await("// né le 14 juillet");
            window.type(":wq\n");
            window.awaitClosed();
        }
        assertThat(Files.readString(file)).endsWith("// né le 14 juillet\n");
    }

    @Test
    void shouldSplitAndScrollInVimWithoutLosingDamage() throws Exception {
        Path file = home.resolve("lines.txt");
        Files.write(
                file,
                java.util.stream.IntStream.range(0, 500)
                        .mapToObj(i -> "line " + i)
                        .toList());
        try (TestWindow window =
                open(80, 24, "vim", "--clean", "-c", "set mouse=a ttymouse=sgr|split|vsplit", "lines.txt")) {
            window.await("line 5");
            settle(window);
            for (Key key : List.of(Key.PAGE_DOWN, Key.PAGE_DOWN, Key.DOWN, Key.PAGE_UP, Key.END)) {
                window.press(key);
                settle(window);
            }
            window.resize(100, 30);
            settle(window);
            window.type(":set wrap nu hls\n/line 4\n");
            settle(window);
            window.save("vim-split");
            window.type(":qa!\n");
            window.awaitClosed();
        }
    }

    @Test
    void shouldShowHtop() throws Exception {
        try (TestWindow window = open(100, 30, "htop")) {
            window.await("F10Quit");
            window.await("PID");
            TimeUnit.MILLISECONDS.sleep(300);
            window.save("htop");
            window.resize(120, 36);
            window.await(
                    text -> text.lines().count() == 36
                            && text.lines().toList().get(35).contains("F10"),
                    "F10 below");
            window.press(Key.F5);
            TimeUnit.MILLISECONDS.sleep(300);
            window.press(Key.F10);
            window.awaitClosed();
        }
    }

    @Test
    void shouldShowMidnightCommander() throws Exception {
        Files.createDirectory(home.resolve("ordner-äöü"));
        Files.writeString(home.resolve("readme.txt"), "text");
        try (TestWindow window = open(100, 30, "mc", "--nosubshell", home.toString(), "/usr")) {
            window.await("10Quit");
            window.await("ordner-äöü");
            settle(window);
            assertThat(window.text()).contains("┌").contains("│").contains("bin");
            window.save("mc");
            window.press(Key.F9);
            window.press(Key.DOWN);
            window.await("File listing");
            settle(window);
            window.save("mc-menu");
            window.press(Key.ESCAPE);
            window.press(Key.ESCAPE);
            window.press(Key.F10);
            window.await(text -> text.contains("Do you really want to quit") || text.isBlank(), "quit");
            window.press(Key.ENTER);
            window.awaitClosed();
        }
    }

    @Test
    void shouldRunAShell() throws Exception {
        try (TestWindow window = open(80, 24, "bash", "--norc", "--noprofile", "-i")) {
            window.type("PS1='$ '; cd /; stty size\n");
            window.await("24 80");
            window.resize(90, 20);
            window.type("stty size\n");
            window.await("20 90");
            window.type("seq 1 200\n");
            window.await("\n200\n");
            settle(window);
            window.press(KeyPress.of(Key.PAGE_UP, Modifiers.SHIFT));
            settle(window);
            window.press(KeyPress.of(Key.PAGE_UP, Modifiers.SHIFT));
            settle(window);
            window.save("scroll-back");
            window.type("printf '\\e]2;my title\\a'\n");
            window.await(text -> window.titles.contains("my title"), "title");
            window.type("exit\n");
            window.awaitClosed();
        }
    }

    @Test
    void shouldShowEveryColourAndStyle() throws Exception {
        Path script = home.resolve("colours.sh");
        try (var in = ProgramsTest.class.getResourceAsStream("colours.sh")) {
            Files.copy(java.util.Objects.requireNonNull(in), script);
        }
        try (TestWindow window = open(100, 40, "sh", script.toString())) {
            window.await("ready");
            settle(window);
            window.save("colours");
            assertThat(window.text()).contains("╭").contains("⣿").contains("你好");
            window.focus(false);
            window.save("unfocused");
        }
    }

    @Test
    void shouldTakeInALargeFileWithoutReportingEveryLine() throws Exception {
        Path file = home.resolve("large.txt");
        Files.writeString(file, "The quick brown fox jumps over the lazy dog.\n".repeat(60_000));
        try (TestWindow window = open(80, 24, "bash", "--norc", "--noprofile", "-i")) {
            window.type("PS1='$ '\n");
            window.await("$ ");
            settle(window);
            int before = window.reports();
            long start = System.nanoTime();
            window.type("cat large.txt; echo do''ne\n");
            window.await("done");
            long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            settle(window);
            assertThat(window.reports() - before).isLessThan((int) milliseconds + 200);
            synchronized (window) {
                assertThat(window.content.terminal().history.size()).isEqualTo(ScrollBack.MOST_LINES);
                assertThat(window.content.terminal().history.bytes()).isLessThan(2 << 20);
            }
        }
    }

    @Test
    void shouldPaintTheSamePixelsHoweverItIsCut() throws Exception {
        Path script = home.resolve("colours.sh");
        try (var in = ProgramsTest.class.getResourceAsStream("colours.sh")) {
            Files.copy(java.util.Objects.requireNonNull(in), script);
        }
        try (TestWindow window = open(100, 40, "sh", script.toString())) {
            window.await("ready");
            settle(window);
            var whole = window.picture();
            for (int[] size : new int[][] {{64, 64}, {1000, 7}, {13, 1000}, {31, 17}}) {
                var pieces = window.pictureInPieces(size[0], size[1]);
                assertThat(pixels(pieces))
                        .as("cut into %s x %s", size[0], size[1])
                        .isEqualTo(pixels(whole));
            }
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void shouldKeepTheLastWordsOfAProgramThatFails() throws Exception {
        try (TestWindow window = open(80, 24, "sh", "-c", "echo last words; exit 3")) {
            window.await("status 3");
            assertThat(window.text()).contains("last words");
            assertThat(window.isClosed()).isFalse();
            window.press(Key.ENTER);
            window.awaitClosed();
        }
    }

    @Test
    void shouldSayWhyAProgramCannotStart() throws Exception {
        var missing = new PtyCommand(
                List.of("true"), java.util.Map.of(), Path.of("/no/such/place"), java.util.Optional.empty());
        try (TestWindow window = new TestWindow(missing, 80, 24)) {
            window.await("could not be started");
        }
    }
}
