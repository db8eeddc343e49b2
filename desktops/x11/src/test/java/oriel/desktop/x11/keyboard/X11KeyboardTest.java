package oriel.desktop.x11.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.KeyboardLocks;
import oriel.desktop.x11.RealServer;
import oriel.desktop.x11.client.EventType;
import oriel.desktop.x11.client.Extension;
import oriel.desktop.x11.client.Query;
import oriel.desktop.x11.client.Request;
import oriel.desktop.x11.client.Window;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.xtest.FakeInput;
import oriel.wire.WireReader;
import oriel.xsession.SessionOrder.Keyboard;

/** A keyboard on a real X server, read back by a real xterm and by a window of the test's. */
class X11KeyboardTest {

    private static final int A = 0x1E;
    private static final int Q = 0x10;
    private static final int SHIFT = 0x2A;
    private static final int CTRL = 0x1D;
    private static final int CAPS = 0x3A;
    private static final int NUM = 0x45;
    private static final int ALT = 0x38;
    private static final int E0 = 0xE0;

    private RealServer server;
    private XConnection connection;
    private X11Keyboard keyboard;
    private final BlockingQueue<KeyboardLocks> told = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws IOException {
        server = RealServer.start(RealServer.Kind.XVNC, 640, 480);
        connection = server.connect();
        keyboard = X11Keyboard.open(connection, FakeInput.on(connection), told::add);
    }

    @AfterEach
    void stop() {
        keyboard.close();
        connection.close();
        server.close();
    }

    // --- with xterm ---

    @Test
    void shouldTypeWithTheLayoutOfTheClient() throws Exception {
        keyboard.layout(XkbLayouts.of(0x0000040C));
        try (Terminal terminal = terminal()) {
            tap(Q); // a
            tap(0x03); // é
            hold(SHIFT, 0, 0x03); // 2
            hold(ALT, E0, 0x0B); // @
            tap(0x1A); // dead circumflex
            tap(0x12); // e
            hold(SHIFT, 0, 0x1A); // dead diaeresis
            tap(0x16); // u
            hold(ALT, E0, 0x12); // €
            assertTyped(terminal, "aé2@êü€");
        }
    }

    /** Windows presses Ctrl by itself before AltGr, again and again while AltGr is held. */
    @Test
    void shouldTypeWithTheAltGrOfWindows() throws Exception {
        keyboard.layout(XkbLayouts.of(0x0000040C));
        try (Terminal terminal = terminal()) {
            for (int i = 0; i < 2; i++) {
                keyboard.key(CTRL, 0, true);
                keyboard.key(ALT, E0, true);
            }
            tap(0x0B);
            keyboard.key(CTRL, 0, false);
            keyboard.key(ALT, E0, false);
            hold(CTRL, 0, Q);
            assertTyped(terminal, "@\u0001");
        }
        settle();
        assertThat(keysDown()).isEmpty();
    }

    @Test
    void shouldHoldCtrlBesidesAltGrWhenTheUserDoes() throws Exception {
        keyboard.layout(XkbLayouts.of(0x0000040C));
        keyboard.key(CTRL, 0, true);
        settle();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(60));
        keyboard.key(ALT, E0, true);
        settle();
        assertThat(keysDown()).containsExactly(37, 108);
    }

    @Test
    void shouldChangeTheLayoutWhileProgramsRun() throws Exception {
        try (Terminal terminal = terminal()) {
            tap(Q);
            assertTyped(terminal, "q");
            keyboard.layout(new Keyboard("fr", ""));
            tap(Q);
            assertTyped(terminal, "qa");
            keyboard.layout(new Keyboard("ru", ""));
            tap(Q);
            assertTyped(terminal, "qaй");
            keyboard.layout(new Keyboard("us", ""));
            tap(Q);
            assertTyped(terminal, "qaйq");
        }
        assertThat(server.run("setxkbmap", "-query")).contains("layout:     us");
    }

    @Test
    void shouldLeaveTheLayoutThatTheUserChoseSince() throws Exception {
        keyboard.layout(new Keyboard("fr", ""));
        settle();
        server.run("setxkbmap", "de");
        keyboard.layout(new Keyboard("fr", ""));
        settle();
        assertThat(server.run("setxkbmap", "-query")).contains("layout:     de");
        keyboard.layout(new Keyboard("us", ""));
        settle();
        assertThat(server.run("setxkbmap", "-query")).contains("layout:     us");
    }

    /** What has a name need not compile: the server is asked to put every keymap together. */
    @Test
    void shouldBeAbleToLoadEveryLayout() throws Exception {
        Extension xkb = connection.require(Xkb.NAME);
        for (Keyboard layout : Set.copyOf(XkbLayouts.table().values())) {
            assertThat(connection.ask(new Xkb.LoadKeymap(xkb, KeymapNames.of(layout))))
                    .as(layout.toString())
                    .isTrue();
        }
    }

    @Test
    void shouldKeepTheLayoutWhenTheServerHasNoSuchOne() throws Exception {
        keyboard.layout(new Keyboard("nosuch", ""));
        try (Terminal terminal = terminal()) {
            tap(Q);
            assertTyped(terminal, "q");
        }
    }

    /** More characters than there are spare keys, as fast as they come, of all planes. */
    @Test
    void shouldTypeCharactersThatAreNoKeys() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            text.appendCodePoint(0x4E00 + i);
        }
        text.append("ÉéßÀ→");
        text.appendCodePoint(0x1F600).appendCodePoint(0x1F680).append("aA!bcé");
        try (Terminal terminal = terminal()) {
            text.codePoints().forEach(codePoint -> {
                keyboard.character(codePoint, true);
                keyboard.character(codePoint, false);
            });
            assertTyped(terminal, text.toString());
        }
    }

    /** GTK looks up what keys mean in its own way and time. */
    @Test
    void shouldTypeIntoProgramsOfGtk() throws Exception {
        keyboard.layout(new Keyboard("fr", ""));
        settle();
        Process zenity = server.program("env", "LC_ALL=C.UTF-8", "zenity", "--entry", "--title=typed", "--text=x");
        try {
            server.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "typed", "windowfocus", "--sync");
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                text.appendCodePoint(0x4E00 + i);
            }
            text.appendCodePoint(0x1F600).append("ÉéßÀ→");
            text.codePoints().forEach(codePoint -> keyboard.character(codePoint, true));
            tap(Q); // a
            hold(ALT, E0, 0x0B); // @
            tap(0x1A); // dead circumflex
            tap(0x12); // e
            keyboard.character('\r', true);
            String printed = new String(zenity.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(printed.lines().toList()).last().isEqualTo(text + "a@ê");
        } finally {
            zenity.destroy();
        }
    }

    @Test
    void shouldTypeCharactersAsTheyAreWithCapsLock() throws Exception {
        keyboard.locks(false, false, true, false);
        try (Terminal terminal = terminal()) {
            "éÉaA".codePoints().forEach(codePoint -> keyboard.character(codePoint, true));
            keyboard.locks(false, false, false, false);
            keyboard.character('\r', true);
            keyboard.character('a', true);
            assertTyped(terminal, "éÉaA\ra");
        }
    }

    @Test
    void shouldTypeCharactersAndKeysInTheirOrder() throws Exception {
        try (Terminal terminal = terminal()) {
            for (int i = 0; i < 20; i++) {
                keyboard.character(0x3B1 + i, true);
                tap(A);
            }
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                expected.appendCodePoint(0x3B1 + i).append('a');
            }
            assertTyped(terminal, expected.toString());
        }
    }

    @Test
    void shouldTypeCharactersAfterTheKeymapWasChangedByTheUser() throws Exception {
        try (Terminal terminal = terminal()) {
            keyboard.character('α', true);
            settle();
            server.run("setxkbmap", "de");
            settle();
            keyboard.character('α', true);
            keyboard.character('β', true);
            assertTyped(terminal, "ααβ");
        }
    }

    // --- with a window of the test's ---

    @Test
    void shouldRepeatKeysOnlyAsTheClientSays() throws Exception {
        try (var ears = new Ears()) {
            keyboard.key(A, 0, true);
            keyboard.key(A, 0, true);
            keyboard.key(A, 0, true);
            // Longer than the server would wait before it repeats a key by itself.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(900));
            keyboard.key(A, 0, false);
            tap(Q);
            assertThat(ears.until("-24")).containsExactly("+38", "-38", "+38", "-38", "+38", "-38", "+24", "-24");
        }
    }

    /** Programs that set the keyboard up, as desktops do when they start, do not bring the server's repeats back. */
    @Test
    void shouldStayWithTheClientsRepeatsWhenAProgramWantsOthers() throws Exception {
        server.run("xset", "r", "on", "r", "rate", "200", "50");
        settle();
        assertThat(server.run("xset", "q")).contains("auto repeat:  off");
    }

    @Test
    void shouldNotRepeatModifiers() throws Exception {
        try (var ears = new Ears()) {
            keyboard.key(SHIFT, 0, true);
            keyboard.key(SHIFT, 0, true);
            keyboard.key(SHIFT, 0, false);
            keyboard.key(SHIFT, 0, false);
            tap(Q);
            assertThat(ears.until("-24")).containsExactly("+50", "-50", "+24", "-24");
        }
    }

    @Test
    void shouldLeaveNothingDown() throws Exception {
        keyboard.key(SHIFT, 0, true);
        keyboard.key(ALT, E0, true);
        keyboard.key(A, 0, true);
        settle();
        assertThat(keysDown()).containsExactly(38, 50, 108);
        keyboard.releaseAll();
        settle();
        assertThat(keysDown()).isEmpty();
    }

    @Test
    void shouldFollowTheLocksOfTheClient() throws Exception {
        keyboard.locks(false, true, true, false);
        settle();
        assertThat(server.run("xset", "q")).containsPattern("Caps Lock: +on").containsPattern("Num Lock: +on");
        keyboard.locks(false, false, false, false);
        settle();
        assertThat(server.run("xset", "q")).containsPattern("Caps Lock: +off").containsPattern("Num Lock: +off");
        assertThat(told).isEmpty();
    }

    /** The client's own lamps know what its own keys do: telling it would only race with the next press. */
    @Test
    void shouldNotTellTheClientWhatItHasTyped() throws Exception {
        for (int i = 0; i < 5; i++) {
            tap(CAPS);
            tap(NUM);
        }
        settle();
        assertThat(server.run("xset", "q")).containsPattern("Caps Lock: +on").containsPattern("Num Lock: +on");
        assertThat(told).isEmpty();
    }

    @Test
    void shouldTellTheClientOfLocksThatTheSessionSets() throws Exception {
        server.run("xdotool", "key", "Num_Lock");
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(new KeyboardLocks(false, true, false, false));
        keyboard.locks(false, true, true, false);
        settle();
        server.run("xdotool", "key", "Caps_Lock");
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(new KeyboardLocks(false, true, false, false));
    }

    @Test
    void shouldKeepTheLocksWhenTheLayoutChanges() throws Exception {
        keyboard.locks(false, true, true, false);
        keyboard.layout(new Keyboard("de", ""));
        settle();
        assertThat(server.run("xset", "q")).containsPattern("Caps Lock: +on").containsPattern("Num Lock: +on");
        assertThat(told).isEmpty();
    }

    @Test
    void shouldWorkWithXvfb() throws Exception {
        try (RealServer other = RealServer.start(RealServer.Kind.XVFB, 640, 480);
                XConnection there = other.connect();
                X11Keyboard second = X11Keyboard.open(there, FakeInput.on(there), told::add);
                Terminal terminal = Terminal.on(other)) {
            second.layout(new Keyboard("fr", ""));
            focus(there, terminal);
            second.key(Q, 0, true);
            second.key(Q, 0, false);
            second.character('世', true);
            assertTyped(terminal, "a世");
        }
    }

    // --- parts ---

    private void tap(int scanCode) {
        keyboard.key(scanCode, 0, true);
        keyboard.key(scanCode, 0, false);
    }

    private void hold(int modifier, int prefix, int scanCode) {
        keyboard.key(modifier, prefix, true);
        tap(scanCode);
        keyboard.key(modifier, prefix, false);
    }

    /** Waits until all that was typed has been carried out, and what came of it has been heard. */
    private void settle() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            keyboard.settle();
            connection.sync();
        }
    }

    private Terminal terminal() throws IOException {
        Terminal terminal = Terminal.on(server);
        focus(connection, terminal);
        return terminal;
    }

    /** There is no window manager: the window that is there gets the focus, as soon as the shell in it is ready. */
    private static void focus(XConnection to, Terminal terminal) throws IOException {
        while (!terminal.isReady()) {
            assertThat(terminal.isAlive()).isTrue();
            LockSupport.parkNanos(20_000_000);
        }
        // PointerRoot: the window under the pointer, where xterm stands.
        to.send(out -> Request.head(out, 42 /* SetInputFocus */, 0).i32(1).i32(0));
        to.send(out -> Request.head(out, 41 /* WarpPointer */, 0)
                .i32(0)
                .i32(to.root())
                .pad(8)
                .i16(50)
                .i16(50));
        to.sync();
    }

    private static void assertTyped(Terminal terminal, String expected) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end && terminal.typed().length() < expected.length()) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(terminal.typed()).isEqualTo(expected);
    }

    private List<Integer> keysDown() throws IOException {
        return connection.ask(Query.of(out -> Request.head(out, 44 /* QueryKeymap */, 0), in -> {
            Query.head(in);
            List<Integer> down = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                int bits = in.u8("keys");
                for (int bit = 0; bit < 8; bit++) {
                    if ((bits & 1 << bit) != 0) {
                        down.add(8 * i + bit);
                    }
                }
            }
            return down;
        }));
    }

    /** A window that hears all keys. */
    private final class Ears implements AutoCloseable {

        private final XConnection own = server.connect();
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        Ears() throws IOException {
            own.on(EventType.of("KeyPress", 2, Ears::keycode), key -> heard.add("+" + key));
            own.on(EventType.of("KeyRelease", 3, Ears::keycode), key -> heard.add("-" + key));
            int window = own.newId();
            own.send(new Window.Create(window, own.root(), 0, 0, 100, 100, false, true, 3));
            own.send(new Window.Map(window));
            own.send(out ->
                    Request.head(out, 42 /* SetInputFocus */, 0).i32(window).i32(0));
            own.sync();
        }

        private static int keycode(WireReader in) {
            in.skip(1, "code");
            return in.u8("detail");
        }

        List<String> until(String last) throws InterruptedException {
            List<String> all = new ArrayList<>();
            while (all.isEmpty() || !all.getLast().equals(last)) {
                String next = heard.poll(10, TimeUnit.SECONDS);
                assertThat(next).as("after %s", all).isNotNull();
                all.add(next);
            }
            return all;
        }

        @Override
        public void close() {
            own.close();
        }
    }
}
