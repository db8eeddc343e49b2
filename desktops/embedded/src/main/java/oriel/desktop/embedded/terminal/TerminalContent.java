package oriel.desktop.embedded.terminal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.PointerSink;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;
import oriel.desktop.embedded.pty.PtyCommand;
import oriel.desktop.embedded.pty.PtyListener;
import oriel.desktop.embedded.pty.PtyProcess;
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

    private static final int FLASH = 120;
    /** A program that fails sooner than this leaves its window open, so that its last words can be read. */
    private static final int BRIEF = 1500;

    private static final int PREFERRED_COLUMNS = 100;
    private static final int PREFERRED_ROWS = 30;
    private static final int MOST_BEFORE_START = 4096;

    private static final int PAD = 6;
    private static final int BAR_ROOM = 10;
    private static final int BAR_WIDTH = 6;
    private static final Color BAR = new Color(0x34505E);
    private static final int FLASH_WIDTH = 2;
    private static final int[] SIZES = {10, 11, 12, 13, 15, 17, 18, 20, 23, 27, 32};
    private static final int DEFAULT_SIZE = 15;
    private static final int WHEEL_ROWS = 3;

    private final PtyCommand command;
    private final Events events = new Events();
    private final Terminal terminal = new Terminal(PREFERRED_COLUMNS, PREFERRED_ROWS, events);
    private final Selection selection = new Selection(terminal);
    private TerminalPainter painter = new TerminalPainter(terminal, selection, CellFont.at(DEFAULT_SIZE));

    // guarded by the lock of the scene, from opened() on
    private @Nullable ContentHost host;
    private @Nullable PtyProcess pty;
    private boolean startRequested;
    private boolean closed;
    private byte[] typedBeforeStart = new byte[0];
    private int width = 1;
    private int height = 1;
    private boolean focused;
    /** Rows the view is above the screen. */
    private int scrolledBack;

    private int shownCursorRow = -1;
    private int shownCursorColumn;
    private int shownBarTop;
    private int shownBarHeight;
    private int wheelUnits;
    private boolean selecting;
    private int mouseButton;
    private int mouseColumn = -1;
    private int mouseRow = -1;
    private @Nullable String newTitle;
    private boolean dirty;
    private long lastReport;
    private long synchronizedSince;
    private long flashUntil;
    private boolean flashing;
    private boolean waitsForKey;
    private long started;

    /**
     * Makes a terminal.
     *
     * @param command what runs in it, e.g. {@link PtyCommand#loginShell}
     */
    public TerminalContent(PtyCommand command) {
        this.command = command;
    }

    /** The emulator, for tests; only under the lock of the scene. */
    Terminal terminal() {
        return terminal;
    }

    // life

    @Override
    public void opened(ContentHost window) {
        host = window;
        window.title("Terminal");
    }

    @Override
    public Size preferredSize() {
        return sizeOf(PREFERRED_COLUMNS, PREFERRED_ROWS);
    }

    @Override
    public Size minimumSize() {
        return sizeOf(20, 4);
    }

    private Size sizeOf(int columns, int rows) {
        CellFont font = painter.font();
        return new Size(columns * font.width() + PAD + BAR_ROOM, rows * font.height() + 2 * PAD);
    }

    @Override
    public void resized(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        fit();
        if (!startRequested) {
            startRequested = true;
            int columns = terminal.columns();
            int rows = terminal.rows();
            // not here: it takes milliseconds, and the scene is locked
            Thread.ofVirtual().name("terminal-start").start(() -> start(columns, rows));
        }
    }

    /** As many cells as there is room for. */
    private void fit() {
        CellFont font = painter.font();
        int columns = Math.max(1, (width - PAD - BAR_ROOM) / font.width());
        int rows = Math.max(1, (height - 2 * PAD) / font.height());
        if (columns != terminal.columns() || rows != terminal.rows()) {
            terminal.resize(columns, rows);
            selection.clear();
            scrolledBack = Math.min(scrolledBack, terminal.history.size());
            if (pty != null) {
                pty.resize(terminal.columns(), terminal.rows(), columns * font.width(), rows * font.height());
            }
        }
    }

    private void start(int columns, int rows) {
        ContentHost window = host;
        if (window == null) {
            return;
        }
        try {
            PtyProcess process = PtyProcess.start(command, columns, rows, events);
            window.update(() -> running(process));
        } catch (IOException e) {
            LOG.warn("A terminal did not start {}: {}.", command.command().getFirst(), e.getMessage());
            window.update(() -> notice("The program could not be started: " + e.getMessage()));
        }
    }

    private void running(PtyProcess process) {
        if (closed) {
            process.close();
            return;
        }
        pty = process;
        started = System.nanoTime();
        CellFont font = painter.font();
        process.resize(
                terminal.columns(),
                terminal.rows(),
                terminal.columns() * font.width(),
                terminal.rows() * font.height());
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
        boolean brief = System.nanoTime() - started < TimeUnit.MILLISECONDS.toNanos(BRIEF);
        if (closed || host == null) {
            return;
        }
        if (status != 0 && brief) {
            notice("The program ended with status " + status + ".");
        } else {
            host.close();
        }
    }

    @Override
    public void closed() {
        closed = true;
        if (pty != null) {
            pty.close();
        }
    }

    /** What comes from the program, on the thread of the PTY, and from the emulator, under the lock. */
    private final class Events implements PtyListener, TerminalListener {

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

        private void locked(Runnable change) {
            ContentHost window = host;
            if (window != null) {
                window.update(change);
            }
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
    }

    // from output to damage

    private void wrote() {
        dirty = true;
        if (scrolledBack > 0) { // the view stays where it is while the screen moves on
            scrolledBack = Math.min(scrolledBack + terminal.scrolledOut(), terminal.history.size());
        }
        terminal.scrolledOutSeen();
        long now = System.nanoTime();
        if (!terminal.modes.dec(Modes.SYNCHRONIZED)) {
            synchronizedSince = 0;
        } else if (synchronizedSince == 0) {
            synchronizedSince = now;
        }
        if (synchronizedSince == 0 && millisecondsSince(lastReport, now) >= PATIENCE) {
            report();
        }
    }

    private static long millisecondsSince(long then, long now) {
        return TimeUnit.NANOSECONDS.toMillis(now - then);
    }

    /** Reports the damage if it is time, else says how long to wait. */
    private int reportOrWait() {
        long now = System.nanoTime();
        if (flashing && now >= flashUntil) {
            dirty = true;
        }
        if (dirty) {
            long wait = synchronizedSince != 0
                    ? SYNCHRONIZED_PATIENCE - millisecondsSince(synchronizedSince, now)
                    : PAUSE - millisecondsSince(lastReport, now);
            if (wait > 0) {
                return (int) wait;
            }
            terminal.modes.setDec(Modes.SYNCHRONIZED, false);
            synchronizedSince = 0;
            report();
        }
        return flashing ? (int) Math.max(1, millisecondsSince(now, flashUntil)) : 0;
    }

    /** Tells the window what looks different since the last time. */
    private void report() {
        ContentHost window = host;
        if (window == null) {
            return;
        }
        dirty = false;
        lastReport = System.nanoTime();
        if (newTitle != null) {
            window.title(newTitle.isBlank() ? "Terminal" : newTitle);
            newTitle = null;
        }
        boolean flash = lastReport < flashUntil;
        if (flash != flashing) {
            flashing = flash;
            window.repaint();
        }
        reportCells(window);
        reportCursor(window);
        reportBar(window);
        terminal.shown();
    }

    private void reportCells(ContentHost window) {
        Grid grid = terminal.grid();
        int y = 0;
        while (y < grid.rows()) {
            int from = grid.changedFrom(y);
            int to = grid.changedTo(y);
            if (from >= to) {
                y++;
                continue;
            }
            int end = y + 1;
            while (end < grid.rows() && grid.changedFrom(end) == from && grid.changedTo(end) == to) {
                end++;
            }
            repaintCells(window, from - 1, to + 1, y + scrolledBack, end + scrolledBack);
            y = end;
        }
    }

    private void repaintCells(ContentHost window, int from, int to, int fromRow, int toRow) {
        CellFont font = painter.font();
        int first = Math.clamp(from, 0, terminal.columns());
        int last = Math.clamp(to, first, terminal.columns());
        int top = Math.clamp(fromRow, 0, terminal.rows());
        int bottom = Math.clamp(toRow, top, terminal.rows());
        if (last > first && bottom > top) {
            window.repaint(
                    PAD + first * font.width(),
                    PAD + top * font.height(),
                    (last - first) * font.width(),
                    (bottom - top) * font.height());
        }
    }

    private void reportCursor(ContentHost window) {
        int row = TerminalPainter.cursorRow(terminal, topRow());
        int column = terminal.cursor.column;
        if (row != shownCursorRow || column != shownCursorColumn) {
            repaintCursorAt(window, shownCursorRow, shownCursorColumn);
            repaintCursorAt(window, row, column);
            shownCursorRow = row;
            shownCursorColumn = column;
        }
    }

    private void repaintCursorAt(ContentHost window, int row, int column) {
        if (row >= 0) {
            repaintCells(window, column, column + 2, row, row + 1);
        }
    }

    // the scroll bar

    private int barHeight() {
        int all = terminal.rows() + pastRows();
        return all == terminal.rows() ? 0 : Math.max(24, (int) ((long) height * terminal.rows() / all));
    }

    private int barTop() {
        int past = pastRows();
        return past == 0 ? 0 : (int) ((long) (height - barHeight()) * (past - scrolledBack) / past);
    }

    private int pastRows() {
        return terminal.onAlternate() ? 0 : terminal.history.size();
    }

    private void reportBar(ContentHost window) {
        int top = barTop();
        int tall = barHeight();
        if (top != shownBarTop || tall != shownBarHeight) {
            int first = Math.min(top, shownBarTop);
            int end = Math.max(top + tall, shownBarTop + shownBarHeight);
            window.repaint(width - BAR_ROOM, first, BAR_ROOM, end - first);
            shownBarTop = top;
            shownBarHeight = tall;
        }
    }

    // painting

    private long topRow() {
        if (terminal.onAlternate()) {
            scrolledBack = 0;
        }
        scrolledBack = Math.min(scrolledBack, terminal.history.size());
        return terminal.firstRow() - scrolledBack;
    }

    @Override
    public void paint(Graphics2D g) {
        Rectangle clip = g.getClipBounds();
        int ground = terminal.modes.dec(Modes.REVERSE_SCREEN) ? Colors.FOREGROUND : Colors.BACKGROUND;
        g.setColor(new Color(terminal.colors.get(ground)));
        g.fillRect(clip.x, clip.y, clip.width, clip.height);
        g.translate(PAD, PAD);
        painter.paint(g, topRow(), focused);
        g.translate(-PAD, -PAD);
        if (barHeight() > 0) {
            g.setColor(BAR);
            g.fillRect(width - BAR_ROOM + 2, barTop() + 2, BAR_WIDTH, Math.max(1, barHeight() - 4));
        }
        if (flashing) {
            g.setColor(new Color(terminal.colors.get(Colors.CURSOR)));
            g.fillRect(0, 0, width, FLASH_WIDTH);
            g.fillRect(0, height - FLASH_WIDTH, width, FLASH_WIDTH);
            g.fillRect(0, 0, FLASH_WIDTH, height);
            g.fillRect(width - FLASH_WIDTH, 0, FLASH_WIDTH, height);
        }
    }

    private void repaintAll() {
        if (host != null) {
            host.repaint();
        }
    }

    @Override
    public void focusChanged(boolean now) {
        focused = now;
        if (terminal.modes.dec(Modes.FOCUS)) {
            send((now ? "\u001B[I" : "\u001B[O").getBytes(StandardCharsets.US_ASCII));
        }
        if (host != null) {
            repaintCursorAt(host, TerminalPainter.cursorRow(terminal, topRow()), terminal.cursor.column);
        }
    }

    // keys

    @Override
    public void keyPressed(KeyPress press) {
        if (waitsForKey) {
            if (host != null && (press.key() == Key.ENTER || press.key() == Key.ESCAPE)) {
                host.close();
            }
            return;
        }
        if (ownKey(press)) {
            return;
        }
        byte[] bytes = KeyEncoder.encode(press, terminal.modes);
        if (bytes.length > 0) {
            clearSelection();
            scrollTo(0);
            send(bytes);
        }
    }

    private boolean ownKey(KeyPress press) {
        if (press.modifiers().equals(Modifiers.SHIFT)) {
            switch (press.key()) {
                case PAGE_UP -> scrollTo(scrolledBack + terminal.rows() - 1);
                case PAGE_DOWN -> scrollTo(scrolledBack - terminal.rows() + 1);
                case INSERT -> paste();
                default -> {
                    return false;
                }
            }
            return true;
        }
        if (press.is('C', Modifiers.CTRL_SHIFT)) {
            copy();
        } else if (press.is('V', Modifiers.CTRL_SHIFT)) {
            paste();
        } else {
            return zoomKey(press);
        }
        return true;
    }

    private boolean zoomKey(KeyPress press) {
        boolean control = press.modifiers().ctrl()
                && !press.modifiers().alt()
                && !press.modifiers().meta();
        if (!control) {
            return false;
        }
        switch (press.character()) {
            case '+' -> zoom(1);
            case '-' -> zoom(-1);
            case '0' -> zoom(0);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void zoom(int step) {
        int at = 0;
        while (SIZES[at] < painter.font().pixels()) {
            at++;
        }
        int size = step == 0 ? DEFAULT_SIZE : SIZES[Math.clamp((long) at + step, 0, SIZES.length - 1)];
        painter = new TerminalPainter(terminal, selection, CellFont.at(size));
        fit();
        repaintAll();
    }

    /** Bytes for the program. */
    private void send(byte[] bytes) {
        if (pty != null) {
            pty.write(bytes, 0, bytes.length);
        } else if (!closed && typedBeforeStart.length + bytes.length <= MOST_BEFORE_START) {
            byte[] all = Arrays.copyOf(typedBeforeStart, typedBeforeStart.length + bytes.length);
            System.arraycopy(bytes, 0, all, typedBeforeStart.length, bytes.length);
            typedBeforeStart = all;
        }
    }

    private void scrollTo(int rowsBack) {
        int wanted = Math.clamp(rowsBack, 0, pastRows());
        if (wanted != scrolledBack) {
            scrolledBack = wanted;
            repaintAll();
        }
    }

    // clipboard

    private void copy() {
        if (host != null && selection.active()) {
            host.clipboard(selection.text());
        }
    }

    private void paste() {
        if (host != null) {
            scrollTo(0);
            send(Paste.encode(host.clipboard(), terminal.modes.dec(Modes.BRACKETED_PASTE)));
        }
    }

    private void clearSelection() {
        if (selection.active()) {
            repaintSelection();
            selection.clear();
        }
    }

    private void repaintSelection() {
        if (host != null && selection.active()) {
            long top = topRow();
            int first = Math.clamp(selection.firstRow() - top, 0, terminal.rows());
            int last = Math.clamp(selection.lastRow() - top + 1, 0, terminal.rows());
            repaintCells(host, 0, terminal.columns(), first, last);
        }
    }

    // mouse

    @Override
    public PointerShape pointerShape(int x, int y) {
        return terminal.modes.mouse() ? PointerShape.ARROW : PointerShape.TEXT;
    }

    @Override
    public void pointer(PointerEvent event) {
        switch (event.action()) {
            case PRESSED -> pressed(event);
            case MOVED -> moved(event);
            case RELEASED -> released(event);
            case WHEEL -> wheel(event);
            case WHEEL_ACROSS, LEFT -> {}
        }
    }

    private int column(int x) {
        return Math.clamp(Math.floorDiv(x - PAD, painter.font().width()), 0, terminal.columns() - 1);
    }

    private int row(int y) {
        return Math.clamp(Math.floorDiv(y - PAD, painter.font().height()), 0, terminal.rows() - 1);
    }

    /** The gap between cells nearest to a place. */
    private int gap(int x) {
        int cell = painter.font().width();
        return Math.clamp(Math.floorDiv(x - PAD + cell / 2, cell), 0, terminal.columns());
    }

    private boolean forProgram(PointerEvent event) {
        return terminal.modes.mouse() && !event.modifiers().shift() && scrolledBack == 0;
    }

    private void pressed(PointerEvent event) {
        if (forProgram(event)) {
            mouseButton = event.button();
            tell(MouseEncoder.Action.PRESS, event.button(), event);
        } else if (event.button() == PointerSink.LEFT) {
            select(event);
        } else if (event.button() == PointerSink.MIDDLE) {
            paste();
        }
    }

    private void select(PointerEvent event) {
        long row = topRow() + row(event.y());
        boolean goesOn = event.modifiers().shift() && selection.active();
        repaintSelection();
        if (goesOn) {
            selection.extend(row, gap(event.x()));
        } else {
            Selection.Unit unit = switch ((event.clicks() - 1) % 3) {
                case 0 -> event.modifiers().alt() ? Selection.Unit.BLOCK : Selection.Unit.CHARACTER;
                case 1 -> Selection.Unit.WORD;
                default -> Selection.Unit.LINE;
            };
            boolean cells = unit == Selection.Unit.WORD || unit == Selection.Unit.LINE;
            selection.begin(row, cells ? column(event.x()) : gap(event.x()), unit);
        }
        selecting = true;
        repaintSelection();
    }

    private void moved(PointerEvent event) {
        if (selecting) {
            extend(event);
        } else if (mouseButton != 0 || forProgram(event)) {
            if (column(event.x()) != mouseColumn || row(event.y()) != mouseRow) {
                tell(MouseEncoder.Action.MOVE, event.button(), event);
            }
        }
    }

    private void extend(PointerEvent event) {
        if (event.y() < 0) {
            scrollTo(scrolledBack + 1);
        } else if (event.y() >= height) {
            scrollTo(scrolledBack - 1);
        }
        repaintSelection();
        boolean cells = selection.unit() == Selection.Unit.WORD || selection.unit() == Selection.Unit.LINE;
        selection.extend(topRow() + row(event.y()), cells ? column(event.x()) : gap(event.x()));
        repaintSelection();
    }

    private void released(PointerEvent event) {
        if (event.button() == PointerSink.LEFT && selecting) {
            selecting = false;
            copy();
        } else if (mouseButton == event.button()) {
            mouseButton = 0;
            tell(MouseEncoder.Action.RELEASE, event.button(), event);
        }
    }

    private void tell(MouseEncoder.Action action, int button, PointerEvent event) {
        mouseColumn = column(event.x());
        mouseRow = row(event.y());
        byte[] bytes = MouseEncoder.encode(action, button, mouseColumn, mouseRow, event.modifiers(), terminal.modes);
        if (bytes.length > 0) {
            send(bytes);
        }
    }

    private void wheel(PointerEvent event) {
        wheelUnits += event.wheel();
        int notches = wheelUnits / PointerSink.NOTCH;
        wheelUnits -= notches * PointerSink.NOTCH;
        if (forProgram(event)) {
            for (int i = 0; i < Math.abs(notches); i++) {
                send(MouseEncoder.wheel(
                        notches > 0, column(event.x()), row(event.y()), event.modifiers(), terminal.modes));
            }
        } else if (terminal.onAlternate()) {
            arrows(notches);
        } else {
            scrollTo(scrolledBack + notches * WHEEL_ROWS);
        }
    }

    /** A program that fills the alternate screen and does not know the mouse gets arrow keys (mode 1007). */
    private void arrows(int notches) {
        if (terminal.modes.dec(Modes.ALTERNATE_SCROLL)) {
            byte[] key =
                    KeyEncoder.encode(KeyPress.of(notches > 0 ? Key.UP : Key.DOWN, Modifiers.NONE), terminal.modes);
            for (int i = 0; i < Math.abs(notches) * WHEEL_ROWS; i++) {
                send(key);
            }
        }
    }
}
