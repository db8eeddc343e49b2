package oriel.desktop.embedded.terminal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.jspecify.annotations.Nullable;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.toolkit.ContentHost;

/**
 * The part of a terminal's rows that its window shows: where the cells lie, how far the user has scrolled back, the scroll
 * bar, and what has to be drawn anew. Used under the lock of the scene only.
 */
final class TerminalView {

    static final int DEFAULT_SIZE = 15;

    private static final int[] SIZES = {10, 11, 12, 13, 15, 17, 18, 20, 23, 27, 32};
    private static final int PAD = 6;
    private static final int BAR_ROOM = 10;
    private static final int BAR_WIDTH = 6;
    private static final int SMALLEST_BAR = 24;
    private static final Color BAR = new Color(0x34505E);
    private static final int FLASH_WIDTH = 2;

    private final Terminal terminal;
    private final Selection selection;
    private TerminalPainter painter;
    private @Nullable ContentHost host;
    private int width = 1;
    private int height = 1;
    private boolean focused;
    private boolean flashing;
    /** Rows the view is above the screen. */
    private int scrolledBack;

    // as it was last reported
    private int shownCursorRow = -1;
    private int shownCursorColumn;
    private int shownCursorStyle;
    private boolean shownAlternate;
    private int shownBarTop;
    private int shownBarHeight;

    TerminalView(Terminal terminal, Selection selection) {
        this.terminal = terminal;
        this.selection = selection;
        this.painter = new TerminalPainter(terminal, selection, CellFont.at(DEFAULT_SIZE));
    }

    void opened(ContentHost window) {
        host = window;
    }

    // where things are

    /** The size of a window's content with so many cells. */
    Size sizeOf(int columns, int rows) {
        CellFont font = painter.font();
        return new Size(columns * font.width() + PAD + BAR_ROOM, rows * font.height() + 2 * PAD);
    }

    void resized(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
    }

    int height() {
        return height;
    }

    int columnsThatFit() {
        return Math.max(1, (width - PAD - BAR_ROOM) / painter.font().width());
    }

    int rowsThatFit() {
        return Math.max(1, (height - 2 * PAD) / painter.font().height());
    }

    int textWidth() {
        return terminal.columns() * painter.font().width();
    }

    int textHeight() {
        return terminal.rows() * painter.font().height();
    }

    int column(int x) {
        return Math.clamp(Math.floorDiv(x - PAD, painter.font().width()), 0, terminal.columns() - 1);
    }

    int row(int y) {
        return Math.clamp(Math.floorDiv(y - PAD, painter.font().height()), 0, terminal.rows() - 1);
    }

    /** The gap between cells nearest to a place. */
    int gap(int x) {
        int cell = painter.font().width();
        return Math.clamp(Math.floorDiv(x - PAD + cell / 2, cell), 0, terminal.columns());
    }

    /** Number of the row shown at the top, as in {@link Terminal#line}. */
    long topRow() {
        return terminal.firstRow() - scrolledBack();
    }

    // moving through the past

    /** Rows between the view and the screen. */
    int scrolledBack() {
        return Math.min(scrolledBack, pastRows());
    }

    private int pastRows() {
        return terminal.onAlternate() ? 0 : terminal.history.size();
    }

    void scrollTo(int rowsBack) {
        int wanted = Math.clamp(rowsBack, 0, pastRows());
        if (wanted != scrolledBack()) {
            scrolledBack = wanted;
            repaint();
        }
    }

    /** Rows have gone into the past: a view that looks there stays where it is while the screen moves on. */
    void followScreen() {
        if (scrolledBack > 0) {
            scrolledBack = Math.min(scrolledBack + terminal.scrolledOut(), terminal.history.size());
        }
        terminal.scrolledOutSeen();
    }

    /** Another size of the text: 1 larger, −1 smaller, 0 as at first. */
    void zoom(int step) {
        int at = 0;
        while (SIZES[at] < painter.font().pixels()) {
            at++;
        }
        int size = step == 0 ? DEFAULT_SIZE : SIZES[Math.clamp((long) at + step, 0, SIZES.length - 1)];
        painter = new TerminalPainter(terminal, selection, CellFont.at(size));
        repaint();
    }

    // the scroll bar

    private int barHeight() {
        int past = pastRows();
        int all = terminal.rows() + past;
        return past == 0 ? 0 : Math.max(SMALLEST_BAR, (int) ((long) height * terminal.rows() / all));
    }

    private int barTop() {
        int past = pastRows();
        return past == 0 ? 0 : (int) ((long) (height - barHeight()) * (past - scrolledBack()) / past);
    }

    // painting

    void paint(Graphics2D g) {
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
            frame(g);
        }
    }

    private void frame(Graphics2D g) {
        g.setColor(new Color(terminal.colors.get(Colors.CURSOR)));
        g.fillRect(0, 0, width, FLASH_WIDTH);
        g.fillRect(0, height - FLASH_WIDTH, width, FLASH_WIDTH);
        g.fillRect(0, 0, FLASH_WIDTH, height);
        g.fillRect(width - FLASH_WIDTH, 0, FLASH_WIDTH, height);
    }

    // what must be drawn anew

    void repaint() {
        if (host != null) {
            host.repaint();
        }
    }

    void focused(boolean now) {
        focused = now;
        repaintCursorAt(TerminalPainter.cursorRow(terminal, topRow()), terminal.cursor.column);
    }

    boolean flashing() {
        return flashing;
    }

    /** The visual bell: a frame around the window. */
    void flashing(boolean now) {
        if (flashing != now) {
            flashing = now;
            repaint();
        }
    }

    /** Tells the window what looks different since the last time. */
    void report() {
        if (shownAlternate != terminal.onAlternate()) {
            shownAlternate = terminal.onAlternate();
            selection.clear(); // it was on the other screen
        }
        reportCells();
        reportCursor();
        reportBar();
        terminal.shown();
    }

    private void reportCells() {
        Grid grid = terminal.grid();
        int y = 0;
        while (y < grid.rows()) {
            int from = grid.changedFrom(y);
            int to = grid.changedTo(y);
            int end = y + 1;
            while (end < grid.rows() && grid.changedFrom(end) == from && grid.changedTo(end) == to) {
                end++;
            }
            if (from < to) {
                repaintCells(from - 1, to + 1, y + scrolledBack(), end + scrolledBack());
            }
            y = end;
        }
    }

    /** Cells from one column and row of the view up to, but not including, others; they are clamped to the view. */
    private void repaintCells(int from, int to, int fromRow, int toRow) {
        CellFont font = painter.font();
        int first = Math.clamp(from, 0, terminal.columns());
        int last = Math.clamp(to, first, terminal.columns());
        int top = Math.clamp(fromRow, 0, terminal.rows());
        int bottom = Math.clamp(toRow, top, terminal.rows());
        if (host != null && last > first && bottom > top) {
            host.repaint(
                    PAD + first * font.width(),
                    PAD + top * font.height(),
                    (last - first) * font.width(),
                    (bottom - top) * font.height());
        }
    }

    void repaintSelection() {
        if (selection.active()) {
            long top = topRow();
            int first = Math.clamp(selection.firstRow() - top, 0, terminal.rows());
            int last = Math.clamp(selection.lastRow() - top + 1, 0, terminal.rows());
            repaintCells(0, terminal.columns(), first, last);
        }
    }

    private void reportCursor() {
        int row = TerminalPainter.cursorRow(terminal, topRow());
        int column = terminal.cursor.column;
        int style = terminal.cursorStyle();
        if (row != shownCursorRow || column != shownCursorColumn || style != shownCursorStyle) {
            repaintCursorAt(shownCursorRow, shownCursorColumn);
            repaintCursorAt(row, column);
            shownCursorRow = row;
            shownCursorColumn = column;
            shownCursorStyle = style;
        }
    }

    private void repaintCursorAt(int row, int column) {
        if (row >= 0) {
            repaintCells(column, column + 2, row, row + 1);
        }
    }

    private void reportBar() {
        int top = barTop();
        int tall = barHeight();
        if (host != null && (top != shownBarTop || tall != shownBarHeight)) {
            int first = Math.min(top, shownBarTop);
            int end = Math.max(top + tall, shownBarTop + shownBarHeight);
            host.repaint(width - BAR_ROOM, first, BAR_ROOM, end - first);
            shownBarTop = top;
            shownBarHeight = tall;
        }
    }
}
