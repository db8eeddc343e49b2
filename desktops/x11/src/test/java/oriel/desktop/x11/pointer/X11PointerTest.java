package oriel.desktop.x11.pointer;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.contract.desktop.PointerSink.EXTRA_1;
import static oriel.contract.desktop.PointerSink.EXTRA_2;
import static oriel.contract.desktop.PointerSink.LEFT;
import static oriel.contract.desktop.PointerSink.MIDDLE;
import static oriel.contract.desktop.PointerSink.NOTCH;
import static oriel.contract.desktop.PointerSink.RIGHT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import oriel.contract.desktop.Size;
import oriel.desktop.x11.RealServer;
import oriel.desktop.x11.client.Pointer;
import oriel.desktop.x11.client.Window;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.xtest.FakeInput;

/** A pointer on a real X server, seen by a window of another client's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class X11PointerTest {

    private RealServer server;
    private XConnection connection;
    private XConnection other;
    private X11Pointer pointer;
    private BlockingQueue<String> heard;

    @BeforeAll
    void startServer() {
        server = RealServer.start(RealServer.Kind.XVNC, 640, 480);
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @BeforeEach
    void connect() throws IOException {
        heard = new LinkedBlockingQueue<>();
        connection = server.connect();
        other = server.connect();
        pointer = new X11Pointer(FakeInput.on(connection), () -> new Size(640, 480));
        other.on(Window.Button.PRESS, event -> heard.add("+" + event.button()));
        other.on(Window.Button.RELEASE, event -> heard.add("-" + event.button()));
        int window = other.newId();
        other.send(new Window.Create(
                window, other.root(), 0, 0, 640, 480, false, true, Window.BUTTON_PRESS | Window.BUTTON_RELEASE));
        other.send(new Window.Map(window));
        other.sync();
    }

    @AfterEach
    void disconnect() {
        connection.close();
        other.close();
    }

    @Test
    void shouldMoveWithinTheScreen() throws IOException {
        pointer.moved(123, 45);
        assertThat(where()).isEqualTo("123,45");
        pointer.moved(-5, 70_000);
        assertThat(where()).isEqualTo("0,479");
        pointer.moved(Integer.MAX_VALUE, Integer.MIN_VALUE);
        assertThat(where()).isEqualTo("639,0");
    }

    @Test
    void shouldPressEveryButton() throws InterruptedException {
        for (int button : new int[] {LEFT, MIDDLE, RIGHT, EXTRA_1, EXTRA_2, 77}) {
            pointer.button(button, true, 10, 10);
            pointer.button(button, false, 10, 10);
        }
        assertThat(heard(10)).containsExactly("+1", "-1", "+2", "-2", "+3", "-3", "+8", "-8", "+9", "-9");
    }

    @Test
    void shouldTurnTheWheelBothWays() throws InterruptedException {
        pointer.wheel(NOTCH, false, 10, 10);
        pointer.wheel(-2 * NOTCH, false, 10, 10);
        pointer.wheel(NOTCH, true, 10, 10);
        pointer.wheel(-NOTCH, true, 10, 10);
        assertThat(heard(10)).containsExactly("+4", "-4", "+5", "-5", "+5", "-5", "+7", "-7", "+6", "-6");
    }

    /** Touchpads send small turns; who turns back wants the other direction at once. */
    @Test
    void shouldAddSmallTurnsUp() throws InterruptedException {
        for (int i = 0; i < 7; i++) {
            pointer.wheel(50, false, 10, 10);
        }
        assertThat(heard(4)).containsExactly("+4", "-4", "+4", "-4");
        pointer.wheel(-70, false, 10, 10);
        pointer.wheel(-50, false, 10, 10);
        assertThat(heard(2)).containsExactly("+5", "-5");
    }

    @Test
    void shouldNotTurnForEver() throws InterruptedException {
        pointer.wheel(Integer.MAX_VALUE, false, 10, 10);
        pointer.button(LEFT, true, 10, 10);
        pointer.releaseAll();
        List<String> all = new ArrayList<>();
        while (!all.contains("-1")) {
            all.add(heard.poll(10, TimeUnit.SECONDS));
        }
        assertThat(all).hasSize(82);
    }

    @Test
    void shouldLeaveNoButtonDown() throws IOException, InterruptedException {
        pointer.button(LEFT, true, 10, 10);
        pointer.button(EXTRA_2, true, 10, 10);
        pointer.button(LEFT, true, 10, 10);
        assertThat(heard(2)).containsExactly("+1", "+9");
        pointer.releaseAll();
        assertThat(heard(2)).containsExactly("-1", "-9");
        pointer.releaseAll();
        connection.sync();
        assertThat(connection.ask(new Pointer.Ask(connection.root())).mask()).isZero();
        assertThat(heard).isEmpty();
    }

    private String where() throws IOException {
        Pointer at = connection.ask(new Pointer.Ask(connection.root()));
        return at.x() + "," + at.y();
    }

    private List<String> heard(int count) throws InterruptedException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String next = heard.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("after %s", all).isNotNull();
            all.add(next);
        }
        return all;
    }
}
