package oriel.desktop.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.CursorShape;
import oriel.contract.desktop.DesktopRequest;
import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.toolkit.Content;
import oriel.desktop.embedded.windows.Programs;
import oriel.desktop.embedded.windows.WindowedDesktop;

/** The desktop, played with as a user does. After every step a watcher's picture must be the true one. */
class DesktopTest {

    private static final Size SIZE = new Size(1024, 768);
    private static final ClientView VIEW = Pictures.view(SIZE, Locale.ENGLISH, 0x409);

    /** Where the first window of 720x420 comes to lie: its frame is 722x455 in a room of 1024x724. */
    private static final int LEFT = (1024 - 722) / 4;

    private static final int TOP = (724 - 455) * 2 / 5;
    private static final int RIGHT = LEFT + 722;

    private final ManualTicker ticker = new ManualTicker();
    private final ExampleHost host = new ExampleHost();
    private final List<TypedContent> terminals = new ArrayList<>();
    private WindowedDesktop desktop = start(Optional.empty());
    private Onlooker user = new Onlooker(desktop);

    private WindowedDesktop start(Optional<InitialProgram> program) {
        terminals.clear();
        return new WindowedDesktop(
                new DesktopRequest(host, "ada", Set.of(), VIEW, program),
                new Programs() {
                    @Override
                    public Content shell() {
                        return remember();
                    }

                    @Override
                    public Content program(InitialProgram wanted) {
                        return remember();
                    }
                },
                ticker);
    }

    private Content remember() {
        TypedContent content = new TypedContent();
        terminals.add(content);
        return content;
    }

    private TypedContent terminal(int index) {
        return terminals.get(index);
    }

    @AfterEach
    void close() {
        desktop.close();
        assertThat(ticker.appointments()).as("appointments of a closed desktop").isZero();
    }

    private void openTerminal() {
        user.click(50, 750);
        user.pressExtended(Key.DOWN);
        user.press(Key.ENTER);
    }

    private void menu(String initial) {
        user.click(50, 750);
        user.catchUp("opening the menu");
        user.type(initial);
        user.catchUp("a step in the menu");
        user.press(Key.ENTER);
        user.catchUp("choosing from the menu");
    }

    @Test
    void shouldBeginWithATerminalThatTakesKeys() {
        assertThat(terminals).hasSize(1);
        user.type("ls");

        assertThat(terminal(0).typed).hasToString("ls");
        user.catchUp("typing");
        user.assertStripsFit();
    }

    @Test
    void shouldMoveAWindowByItsTitle() {
        user.drag(LEFT + 300, TOP + 15, LEFT + 350, TOP + 75);
        user.catchUp("moving");

        scene(LEFT + 350, TOP + 60 + 100);
        assertThat(terminal(0).events).contains("MOVED 299,66");
    }

    private void scene(int x, int y) {
        desktop.pointer().moved(x, y);
    }

    @Test
    void shouldNotLoseAWindowBeyondTheEdges() {
        user.drag(LEFT + 300, TOP + 15, 1023, 767);
        user.catchUp("moving to a corner");
        user.drag(1000, 705, 5, 5); // its title is still there to be taken hold of
        user.catchUp("moving back");

        assertThat(user.pixel(60, 100)).as("ground of the terminal").isEqualTo(0x0D1B24);
    }

    @Test
    void shouldResizeAWindowByItsCornersAndEdges() {
        user.drag(RIGHT - 1, TOP + 454, RIGHT + 79, TOP + 504);
        assertThat(terminal(0).events).endsWith("resized 800x470");
        user.catchUp("growing");
        user.drag(LEFT, TOP + 200, LEFT + 30, TOP + 210);
        assertThat(terminal(0).events).endsWith("resized 770x470");
        user.drag(LEFT + 400, TOP, LEFT + 400, TOP - 20);
        assertThat(terminal(0).events).endsWith("resized 770x490");
        user.catchUp("all of it");
    }

    @Test
    void shouldNotShrinkAWindowToNothing() {
        user.drag(RIGHT - 1, TOP + 454, 3, 3);
        user.catchUp("shrinking");

        String last = terminal(0).events.stream()
                .filter(e -> e.startsWith("resized"))
                .toList()
                .getLast();
        assertThat(last).isEqualTo("resized 178x80");
    }

    @Test
    void shouldShowWhatAnEdgeIsGoodFor() {
        scene(RIGHT - 1, TOP + 454);
        CursorShape falling = desktop.screen().cursor();
        scene(LEFT - 2, TOP + 200);
        CursorShape across = desktop.screen().cursor();
        scene(LEFT + 200, TOP + 200);
        CursorShape beam = desktop.screen().cursor();
        scene(5, 5);
        CursorShape arrow = desktop.screen().cursor();

        assertThat(List.of(falling, across, beam, arrow)).doesNotHaveDuplicates();
        assertThat(user.cursors()).containsExactly(falling, across, beam, arrow);
    }

    @Test
    void shouldMaximiseByDoubleClickAndComeBack() {
        user.click(LEFT + 300, TOP + 15);
        user.click(LEFT + 300, TOP + 15);
        assertThat(terminal(0).events).contains("resized 1024x690");
        user.catchUp("maximising");
        user.assertStripsFit();

        ticker.pass(Duration.ofSeconds(2));
        user.click(300, 15);
        user.click(300, 15);

        assertThat(terminal(0).events).endsWith("resized 720x420");
        user.catchUp("restoring");
    }

    @Test
    void shouldPullAMaximisedWindowOff() {
        user.click(RIGHT - 60, TOP + 15); // the middle button
        user.catchUp("maximising");
        user.drag(500, 15, 520, 200);
        user.catchUp("pulling");

        assertThat(terminal(0).events).contains("resized 720x420");
    }

    @Test
    void shouldMinimiseAndComeBackFromTheBar() {
        user.click(RIGHT - 100, TOP + 15);
        user.catchUp("minimising");
        user.type("x");
        user.click(200, 750);
        user.catchUp("restoring");
        user.type("y");

        assertThat(terminal(0).events).contains("hidden", "shown");
        assertThat(terminal(0).typed).hasToString("y");
    }

    @Test
    void shouldCloseAWindowAndGoOn() {
        user.click(RIGHT - 20, TOP + 15);
        user.catchUp("closing");
        assertThat(terminal(0).events).endsWith("closed");

        user.type("into nothing");
        openTerminal();
        user.catchUp("another");
        user.type("a");
        assertThat(terminal(1).typed).hasToString("a");
        assertThat(host.asked).isEmpty();
    }

    @Test
    void shouldCloseAWindowWhenItsContentWantsIt() {
        var own = terminal(0).window();
        own.close();
        own.repaint();
        own.title("late");

        user.catchUp("closing");
        assertThat(terminal(0).events).endsWith("closed").containsOnlyOnce("closed");
    }

    @Test
    void shouldRaiseWhatIsPressed() {
        openTerminal();
        user.catchUp("a second window");
        user.type("b");
        user.click(LEFT + 10, TOP + 100);
        user.catchUp("raising the first");
        user.type("a");

        assertThat(terminal(0).typed).hasToString("a");
        assertThat(terminal(1).typed).hasToString("b");
        user.assertStripsFit();
    }

    @Test
    void shouldSwitchWindowsWithAltTab() {
        openTerminal();
        desktop.keyboard().key(Key.ALT, 0, true);
        user.press(Key.TAB);
        user.catchUp("the switcher");
        desktop.keyboard().key(Key.ALT, 0, false);
        user.catchUp("switching");
        user.type("first");

        assertThat(terminal(0).typed).hasToString("first");
    }

    @Test
    void shouldLeaveWindowsAsTheyAreWhenSwitchingIsGivenUp() {
        openTerminal();
        desktop.keyboard().key(Key.CTRL, 0, true);
        user.press(Key.TAB);
        user.press(Key.ESCAPE);
        desktop.keyboard().key(Key.CTRL, 0, false);
        user.catchUp("nothing");
        user.type("second");

        assertThat(terminal(1).typed).hasToString("second");
    }

    @Test
    void shouldCloseWithAltF4() {
        user.with(Key.ALT, () -> user.press(Key.F4));

        assertThat(terminal(0).events).endsWith("closed");
        user.catchUp("closing");
    }

    @Test
    void shouldOpenTheMenuWithTheLogoKeyAlone() {
        user.pressExtended(Key.LOGO);
        user.catchUp("the menu");
        user.type("x"); // no entry begins with it, and the terminal must not get it
        user.press(Key.ESCAPE);
        user.catchUp("closing the menu");
        user.type("y");

        assertThat(terminal(0).typed).hasToString("y");
    }

    @Test
    void shouldLockAndDisconnectAtOnce() {
        menu("lock".substring(0, 1));
        menu("d");

        assertThat(host.asked).containsExactly("lock", "disconnect");
    }

    @Test
    void shouldLogOffOnlyAfterAsking() {
        user.with(Key.CTRL, () -> user.press(Key.ESCAPE));
        user.type("ll"); // Lock, then Log off
        user.press(Key.ENTER);
        user.catchUp("the question");
        assertThat(host.asked).isEmpty();
        user.press(Key.ESCAPE);
        user.catchUp("cancelling");
        assertThat(host.asked).isEmpty();

        user.with(Key.CTRL, () -> user.press(Key.ESCAPE));
        user.type("ll");
        user.press(Key.ENTER);
        user.press(Key.ENTER);

        assertThat(host.asked).containsExactly("logoff");
    }

    // The session may hold its own lock while it calls the desktop; the desktop must not call it under the scene's
    // lock.
    @Test
    void shouldCallTheSessionWithoutHoldingTheScene() throws InterruptedException {
        host.onLock = () -> {
            Thread reader = Thread.ofVirtual().start(() -> Onlooker.whole(desktop.screen()));
            try {
                assertThat(reader.join(Duration.ofSeconds(40))).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        menu("l");

        assertThat(host.asked).containsExactly("lock");
    }

    @Test
    void shouldShowMessagesOneAfterTheOther() {
        desktop.message("One", "first\nmessage", Duration.ZERO);
        desktop.message("Two", "second", Duration.ZERO);
        user.catchUp("a message");
        int[] first = Onlooker.whole(desktop.screen());
        ticker.pass(Duration.ofSeconds(1));
        user.press(Key.ENTER);
        user.catchUp("the next");
        assertThat(Onlooker.whole(desktop.screen())).isNotEqualTo(first);
        ticker.pass(Duration.ofSeconds(1));
        user.type("notForTheTerminal");
        user.press(Key.ENTER);
        user.catchUp("none");
        user.type("x");

        assertThat(terminal(0).typed).hasToString("x");
    }

    // Who is typing when a message appears must not answer it with the next space.
    @Test
    void shouldNotTakeWhatIsBeingTypedForAnAnswer() {
        desktop.message("One", "text", Duration.ZERO);
        user.catchUp("a message");
        int[] shown = Onlooker.whole(desktop.screen());

        user.type("in the middle of a sentence");
        user.press(Key.ENTER);

        assertThat(Onlooker.whole(desktop.screen())).isEqualTo(shown);
    }

    @Test
    void shouldTakeAMessageAwayWhenItsTimeIsUp() {
        int[] before = Onlooker.whole(desktop.screen());
        desktop.message("One", "text", Duration.ofSeconds(20));
        user.catchUp("a message");
        ticker.pass(Duration.ofSeconds(19));
        assertThat(Onlooker.whole(desktop.screen())).isNotEqualTo(before);
        ticker.pass(Duration.ofSeconds(1));
        user.catchUp("its end");

        assertThat(Onlooker.whole(desktop.screen())).isEqualTo(before);
    }

    @Test
    void shouldShowTheSessionOnceASecondAndOnlyWhileItIsSeen() {
        menu("t");
        assertThat(host.informed()).isPositive();
        for (int i = 0; i < 5; i++) {
            ticker.pass(Duration.ofSeconds(1));
            assertThat(user.catchUp("a second")).isLessThan(900 * 220);
        }
        user.assertStripsFit();
        user.click(1024 - 310, 750);
        int before = host.informed();

        user.click(340, 750); // its button on the bar: minimised
        ticker.pass(Duration.ofSeconds(10));

        assertThat(host.informed()).isEqualTo(before);
        user.catchUp("minimising");
    }

    @Test
    void shouldScrollTheTraceOfTheConnection() {
        menu("t");
        for (int i = 0; i < 30; i++) {
            desktop.pointer().wheel(-120, false, 500, 500);
            user.catchUp("the wheel");
        }
        user.pressExtended(0x47); // Home
        user.catchUp("Home");
        user.assertStripsFit();
    }

    @Test
    void shouldKeepWindowsReachableOnASmallerScreen() {
        user.drag(LEFT + 300, TOP + 15, 1000, 700);
        desktop.adapt(Pictures.view(new Size(640, 480), Locale.FRENCH, 0x40C));
        user.catchUp("another size");
        user.drag(300, 15, 310, 40);
        user.catchUp("moving");
        user.assertStripsFit();
        scene(310, 90);
        desktop.keyboard().key(0x10, 0, true);

        assertThat(terminal(0).typed).hasToString("a");
        assertThat(terminal(0).events).contains("MOVED 299,31", "resized 638x401");
    }

    @Test
    void shouldTickOnceAMinute() {
        ticker.pass(Duration.ofSeconds(20));
        assertThat(user.catchUp("20 s")).isZero();
        ticker.pass(Duration.ofSeconds(20));
        assertThat(user.catchUp("40 s")).isPositive();
    }

    @Test
    void shouldFillTheScreenWithAnInitialProgramAndEndWithIt() {
        desktop.close();
        desktop = start(Optional.of(new InitialProgram("top", "", true)));
        user = new Onlooker(desktop);
        assertThat(terminals).hasSize(1);
        assertThat(terminal(0).events).contains("resized 1024x690");

        var own = terminal(0).window();
        own.close();

        assertThat(host.asked).containsExactly("ended:");
    }

    @Test
    void shouldCloseEveryContentWithTheDesktopAndOnlyOnce() {
        openTerminal();
        desktop.close();
        desktop.close();
        desktop.message("late", "text", Duration.ZERO);

        assertThat(terminals).allSatisfy(t -> assertThat(t.events).containsOnlyOnce("closed"));
        assertThat(host.asked).isEmpty();
    }

    @Test
    void shouldLetGoWhenTheClientGoes() {
        desktop.pointer().moved(LEFT + 300, TOP + 15);
        desktop.pointer().button(1, true, LEFT + 300, TOP + 15);
        desktop.pointer().releaseAll();
        desktop.keyboard().releaseAll();
        desktop.pointer().moved(900, 600);
        user.catchUp("nothing");
        user.type("x");

        assertThat(terminal(0).typed).hasToString("x");
        assertThat(user.pixel(LEFT + 10, TOP + 100)).isEqualTo(0x0D1B24);
    }
}
