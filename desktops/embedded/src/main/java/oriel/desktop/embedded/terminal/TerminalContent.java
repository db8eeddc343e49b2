package oriel.desktop.embedded.terminal;

import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;
import oriel.desktop.embedded.pty.PtyListener;
import oriel.desktop.embedded.pty.PtyProcess;
import oriel.desktop.embedded.pty.PtyProgram;
import oriel.desktop.embedded.toolkit.Content;
import oriel.desktop.embedded.toolkit.ContentHost;
import oriel.desktop.embedded.toolkit.PointerEvent;
import oriel.desktop.embedded.toolkit.PointerShape;

/**
 * A terminal in a window: a program on a PTY, its screen, its past, the mouse and the clipboard.
 *
 * <p>The program starts when the window first has a size, on a thread of its own, and ends with the window. Its output is
 * taken in on the PTY's thread under the lock of the scene; what has changed is reported once the program pauses, at most
 * every {@value #PAUSE} ms.
 *
 * <p>Keys of its own: Shift+PageUp and Shift+PageDown scroll, Ctrl+Shift+C and Ctrl+Shift+V (also Shift+Insert and the
 * middle button) copy and paste, Ctrl with + − 0 changes the size of the text. Shift with the mouse selects even when the
 * program wants the mouse for itself; Alt selects a block.
 */
public final class TerminalContent implements Content {

    private static final Logger LOG = LoggerFactory.getLogger(TerminalContent.class);

    /** Shortest time between two reports of damage, in milliseconds. */
    static final int PAUSE = 4;

    /** Longest time a program that writes without pause may keep its output from being shown, in milliseconds. */
    private static final int PATIENCE = 12;

    /** Longest time a program may hold its picture back (mode 2026), in milliseconds. */
    private static final int SYNCHRONIZED_PATIENCE = 150;

    /** How long the visual bell is seen, in milliseconds. */
    private static final int FLASH = 120;

    /** A program that fails sooner than this leaves its window open, so that its last words can be read. */
    private static final int BRIEF = 1500;

    private static final int NO_ZOOM = Integer.MIN_VALUE;
    private static final int PREFERRED_COLUMNS = 100;
    private static final int PREFERRED_ROWS = 30;
    private static final int MOST_BEFORE_START = 4096;

    private final PtyProgram program;
    private final Events events = new Events();
    private final Terminal terminal = new Terminal(PREFERRED_COLUMNS, PREFERRED_ROWS, events);
    private final Selection selection = new Selection(terminal);
    private final TerminalView view = new TerminalView(terminal, selection);
    private final TerminalMouse mouse = new TerminalMouse(terminal, view, selection, events);

    /** Set once, before the program starts. */
    private volatile @Nullable ContentHost host;

    // guarded by the lock of the scene, from opened() on
    private @Nullable PtyProcess pty;
    private boolean startRequested;
    private boolean programEnded;
    private boolean closed;
    private boolean waitsForKey;
    private byte[] typedBeforeStart = new byte[0];
    private @Nullable String newTitle;
    private boolean dirty;
    private long started;
    private long lastReport;
    /** When the program began to hold its picture back; 0 = it does not. */
    private long synchronizedSince;

    private long flashUntil;

    /**
     * Makes a terminal.
     *
     * @param program what runs in it, e.g. a login shell
     */
    public TerminalContent(PtyProgram program) {
        this.program = program;
    }

    /** The emulator, for tests; only under the lock of the scene. */
    Terminal terminal() {
        return terminal;
    }

    // life

    @Override
    public void opened(ContentHost window) {
        host = window;
        view.opened(window);
        window.title("Terminal");
    }

    @Override
    public Size preferredSize() {
        return view.sizeOf(PREFERRED_COLUMNS, PREFERRED_ROWS);
    }

    @Override
    public Size minimumSize() {
        return view.sizeOf(20, 4);
    }

    @Override
    public void resized(int newWidth, int newHeight) {
        view.resized(newWidth, newHeight);
        fit();
        if (!startRequested) {
            startRequested = true;
            started = System.nanoTime();
            int columns = terminal.columns();
            int rows = terminal.rows();
            // not here: it takes milliseconds, and the scene is locked
            Thread.ofVirtual().name("terminal-start").start(() -> start(columns, rows));
        }
    }

    /** As many cells as there is room for. */
    private void fit() {
        int columns = view.columnsThatFit();
        int rows = view.rowsThatFit();
        if (columns != terminal.columns() || rows != terminal.rows()) {
            terminal.resize(columns, rows);
            selection.clear();
            tellSize();
        }
    }

    private void tellSize() {
        if (pty != null) {
            pty.resize(terminal.columns(), terminal.rows(), view.textWidth(), view.textHeight());
        }
    }

    private void start(int columns, int rows) {
        try {
            PtyProcess process = PtyProcess.start(program, columns, rows, events);
            events.locked(() -> running(process));
        } catch (IOException e) {
            LOG.warn("A terminal did not start {}: {}", program.name(), e.getMessage());
            events.locked(() -> notice("The program could not be started: " + e.getMessage()));
        }
    }

    private void running(PtyProcess process) {
        if (closed) {
            process.close();
            return;
        }
        if (programEnded) {
            return; // it was done before we knew that it runs
        }
        pty = process;
        tellSize();
        process.write(typedBeforeStart, 0, typedBeforeStart.length);
        typedBeforeStart = new byte[0];
    }

    private void notice(String text) {
        terminal.write("\r\n\u001B[0;1m" + text + "\u001B[0m\r\n(Press Enter to close the window.)");
        waitsForKey = true;
        report();
    }

    private void ended(int status) {
        pty = null;
        programEnded = true;
        ContentHost window = host;
        boolean brief = System.nanoTime() - started < TimeUnit.MILLISECONDS.toNanos(BRIEF);
        if (closed || window == null) {
            return;
        }
        if (status != 0 && brief) {
            notice("The program ended with status " + status + ".");
        } else {
            window.close();
        }
    }

    @Override
    public void closed() {
        closed = true;
        if (pty != null) {
            pty.close();
        }
    }

    /** What comes from the program, on the thread of the PTY, and from the emulator and the mouse, under the lock. */
    private final class Events implements PtyListener, TerminalListener, TerminalMouse.Effects {

        void locked(Runnable change) {
            ContentHost window = host;
            if (window != null) {
                window.update(change);
            }
        }

        @Override
        public void output(byte[] buffer, int length) {
            locked(() -> {
                terminal.write(buffer, 0, length);
                wrote();
            });
        }

        @Override
        public int settled() {
            var wait = new int[1];
            locked(() -> wait[0] = reportOrWait());
            return wait[0];
        }

        @Override
        public void ended(int exitStatus) {
            locked(() -> TerminalContent.this.ended(exitStatus));
        }

        @Override
        public void reply(byte[] bytes) {
            send(bytes);
        }

        @Override
        public void title(String title) {
            newTitle = title;
        }

        @Override
        public void bell() {
            flashUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FLASH);
        }

        @Override
        public void send(byte[] bytes) {
            TerminalContent.this.send(bytes);
        }

        @Override
        public void copy() {
            TerminalContent.this.copy();
        }

        @Override
        public void paste() {
            TerminalContent.this.paste();
        }
    }

    // from output to damage

    private void wrote() {
        dirty = true;
        view.followScreen();
        long now = System.nanoTime();
        if (!terminal.modes.dec(Modes.SYNCHRONIZED)) {
            synchronizedSince = 0;
        } else if (synchronizedSince == 0) {
            synchronizedSince = now;
        }
        if (synchronizedSince == 0 && milliseconds(lastReport, now) >= PATIENCE) {
            report();
        }
    }

    private static int milliseconds(long from, long to) {
        return (int) TimeUnit.NANOSECONDS.toMillis(to - from);
    }

    /** Reports the damage if it is time, else says how long to wait. */
    private int reportOrWait() {
        long now = System.nanoTime();
        dirty |= view.flashing() && now >= flashUntil;
        if (dirty) {
            int wait = synchronizedSince != 0
                    ? SYNCHRONIZED_PATIENCE - milliseconds(synchronizedSince, now)
                    : PAUSE - milliseconds(lastReport, now);
            if (wait > 0) {
                return wait;
            }
            terminal.modes.setDec(Modes.SYNCHRONIZED, false);
            synchronizedSince = 0;
            report();
        }
        return view.flashing() ? Math.max(1, milliseconds(now, flashUntil)) : 0;
    }

    private void report() {
        dirty = false;
        lastReport = System.nanoTime();
        ContentHost window = host;
        if (window != null && newTitle != null) {
            window.title(newTitle.isBlank() ? "Terminal" : newTitle);
            newTitle = null;
        }
        view.flashing(lastReport < flashUntil);
        view.report();
    }

    @Override
    public void paint(Graphics2D g) {
        view.paint(g);
    }

    @Override
    public void focusChanged(boolean now) {
        view.focused(now);
        if (terminal.modes.dec(Modes.FOCUS)) {
            send((now ? "\u001B[I" : "\u001B[O").getBytes(StandardCharsets.US_ASCII));
        }
    }

    // keys

    @Override
    public void keyPressed(KeyPress press) {
        if (waitsForKey) {
            ContentHost window = host;
            if (window != null && (press.key() == Key.ENTER || press.key() == Key.ESCAPE)) {
                window.close();
            }
        } else if (!ownKey(press)) {
            byte[] bytes = KeyEncoder.encode(press, terminal.modes);
            if (bytes.length > 0) {
                view.repaintSelection();
                selection.clear();
                view.scrollTo(0);
                send(bytes);
            }
        }
    }

    /** Keys the terminal keeps for itself. */
    private boolean ownKey(KeyPress press) {
        if (press.is(Key.PAGE_UP, Modifiers.SHIFT)) {
            view.scrollTo(view.scrolledBack() + terminal.rows() - 1);
        } else if (press.is(Key.PAGE_DOWN, Modifiers.SHIFT)) {
            view.scrollTo(view.scrolledBack() - terminal.rows() + 1);
        } else if (press.is(Key.INSERT, Modifiers.SHIFT) || press.is('V', Modifiers.CTRL_SHIFT)) {
            paste();
        } else if (press.is('C', Modifiers.CTRL_SHIFT)) {
            copy();
        } else {
            return zoomKey(press);
        }
        return true;
    }

    private boolean zoomKey(KeyPress press) {
        boolean control = press.modifiers().ctrl()
                && !press.modifiers().alt()
                && !press.modifiers().meta();
        int step = switch (control ? press.character() : 0) {
            case '+' -> 1;
            case '-' -> -1;
            case '0' -> 0;
            default -> NO_ZOOM;
        };
        if (step == NO_ZOOM) {
            return false;
        }
        view.zoom(step);
        fit();
        return true;
    }

    /** Bytes for the program. */
    private void send(byte[] bytes) {
        if (!takes(bytes)) {
            LOG.debug("A terminal had no room for {} bytes of input", bytes.length);
        }
    }

    /** Whether the bytes go to the program: for one that does not read, too many may be waiting. */
    private boolean takes(byte[] bytes) {
        if (pty != null) {
            return pty.write(bytes, 0, bytes.length);
        }
        if (!closed && typedBeforeStart.length + bytes.length <= MOST_BEFORE_START) {
            byte[] all = Arrays.copyOf(typedBeforeStart, typedBeforeStart.length + bytes.length);
            System.arraycopy(bytes, 0, all, typedBeforeStart.length, bytes.length);
            typedBeforeStart = all;
            return true;
        }
        return false;
    }

    // clipboard

    private void copy() {
        ContentHost window = host;
        if (window != null && selection.active()) {
            window.clipboard(selection.text());
        }
    }

    private void paste() {
        ContentHost window = host;
        if (window != null) {
            view.scrollTo(0);
            byte[] text = Paste.encode(window.clipboard(), terminal.modes.dec(Modes.BRACKETED_PASTE));
            if (!takes(text) && !ended()) {
                window.tell("paste", kibibytes(text.length), kibibytes(PtyProcess.MOST_WAITING));
            }
        }
    }

    private boolean ended() {
        return closed || (pty != null && pty.onExit().isDone());
    }

    private static int kibibytes(int bytes) {
        return (bytes + 1023) / 1024;
    }

    // mouse

    @Override
    public PointerShape pointerShape(int x, int y) {
        return terminal.modes.mouse() ? PointerShape.ARROW : PointerShape.TEXT;
    }

    @Override
    public void pointer(PointerEvent event) {
        mouse.pointer(event);
    }
}
