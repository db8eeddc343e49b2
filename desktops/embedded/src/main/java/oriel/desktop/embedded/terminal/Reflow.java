package oriel.desktop.embedded.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A screen of another width: lines that were broken for want of room are joined and broken anew, in the scroll-back and on
 * the screen, and the cursor stays at its character.
 */
final class Reflow {

    /** A program that never sends a line feed must not make one line of the whole scroll-back. */
    private static final int LONGEST_LINE = 1 << 16;

    private final Grid grid;
    private final ScrollBack history;
    private final Cursor cursor;

    /** The logical line under way: its cells, and where in it the cursor and the first row of the screen are (−1: not). */
    private Row line = new Row(256);

    private int lineLength;
    private int cursorAt = -1;
    private int screenAt = -1;

    /** Where they have come to lie, in rows since the beginning of the new scroll-back; −1 = nowhere yet. */
    private long cursorRow = -1;

    private int cursorColumn;
    private long screenRow = -1;
    private long emitted;

    Reflow(Grid grid, ScrollBack history, Cursor cursor) {
        this.grid = grid;
        this.history = history;
        this.cursor = cursor;
    }

    void resize(int columns, int rows) {
        cursor.row = Math.min(cursor.row, grid.rows() - 1);
        if (columns != grid.columns()) {
            reflow(columns, rows);
        } else if (rows < grid.rows()) {
            shrink(rows);
        } else {
            grow(rows);
        }
        cursor.pendingWrap = false;
    }

    // height only

    /** Empty rows below go first, then rows at the top, as long as the cursor stays. */
    private void shrink(int rows) {
        int used = Math.max(grid.usedRows(), cursor.row + 1);
        int out = Math.clamp(used - rows, 0, cursor.row);
        var kept = new Row[rows];
        for (int y = 0; y < out; y++) {
            history.push(grid.row(y));
        }
        for (int y = 0; y < rows; y++) {
            kept[y] = grid.row(y + out);
        }
        cursor.row -= out;
        grid.replace(grid.columns(), kept);
    }

    /** A screen that was full takes rows back from the scroll-back. */
    private void grow(int rows) {
        boolean full = Math.max(grid.usedRows(), cursor.row + 1) == grid.rows();
        int back = full ? Math.min(rows - grid.rows(), history.size()) : 0;
        var all = new Row[rows];
        for (int y = back - 1; y >= 0; y--) {
            all[y] = new Row(grid.columns());
            history.pop().expand(all[y]);
        }
        for (int y = back; y < rows; y++) {
            all[y] = y - back < grid.rows() ? grid.row(y - back) : new Row(grid.columns());
        }
        cursor.row += back;
        grid.replace(grid.columns(), all);
    }

    // width

    private void reflow(int columns, int rows) {
        int used = Math.max(grid.usedRows(), cursor.row + 1);
        boolean full = used == grid.rows();
        List<CompactRow> past = takeHistory();
        var made = new ScrollBackWriter(columns);
        var scratch = new Row(grid.columns());
        for (CompactRow row : past) {
            Row wide = row.length() > scratch.columns() ? new Row(row.length()) : scratch;
            row.expand(wide);
            append(wide, row.length(), made);
        }
        for (int y = 0; y < used; y++) {
            screenAt = y == 0 ? lineLength : screenAt;
            cursorAt = y == cursor.row ? lineLength + cursor.column : cursorAt;
            Row row = grid.row(y);
            append(row, row.wrapped() ? row.columns() : row.length(), made);
        }
        if (lineLength > 0 || cursorAt >= 0) {
            endLine(made); // the last row was marked as wrapped
        }
        place(columns, rows, full);
    }

    private List<CompactRow> takeHistory() {
        var past = new ArrayList<CompactRow>(history.size());
        for (int i = 0; i < history.size(); i++) {
            past.add(history.get(i));
        }
        history.clear();
        return past;
    }

    private void append(Row row, int length, ScrollBackWriter made) {
        int count = length;
        // a wide character that did not fit left the last cell of a broken row empty
        boolean left = row.wrapped() && count == row.columns() && count > 1 && row.code(count - 1) == 0;
        count -= left ? 1 : 0;
        if (lineLength + count > line.columns()) {
            line.resize((lineLength + count) * 2);
        }
        line.copy(row, 0, lineLength, count);
        lineLength += count;
        if (!row.wrapped() || lineLength > LONGEST_LINE) {
            endLine(made);
        }
    }

    private void endLine(ScrollBackWriter made) {
        int at = 0;
        do {
            int end = made.breakAt(line, at, lineLength);
            boolean last = end >= lineLength;
            locate(at, last ? Integer.MAX_VALUE : end, made.columns);
            made.write(line, at, end, !last);
            emitted++;
            at = end;
        } while (at < lineLength);
        line.erase(0, lineLength, 0);
        lineLength = 0;
        cursorAt = -1;
        screenAt = -1;
    }

    private void locate(int from, int to, int columns) {
        if (cursorAt >= from && cursorAt < to) {
            cursorRow = emitted;
            cursorColumn = Math.min(cursorAt - from, columns - 1);
        }
        if (screenAt >= from && screenAt < to) {
            screenRow = emitted;
        }
    }

    /** Takes the screen out of the new scroll-back again: its end if the screen was full, else from where it began. */
    private void place(int columns, int rows, boolean full) {
        long lowest = Math.max(emitted - rows, 0);
        long first = full ? lowest : Math.max(screenRow, lowest);
        first = Math.min(first, cursorRow);
        Deque<Row> taken = new ArrayDeque<>();
        while (emitted > first && history.size() > 0) {
            var row = new Row(columns);
            history.pop().expand(row);
            taken.addFirst(row);
            emitted--;
        }
        var all = new Row[rows];
        for (int y = 0; y < rows; y++) {
            Row row = taken.pollFirst();
            all[y] = row == null ? new Row(columns) : row;
        }
        grid.replace(columns, all);
        cursor.row = Math.clamp(cursorRow - emitted, 0, rows - 1);
        cursor.column = cursorColumn;
    }

    /** Writes rows of the new width to the scroll-back. */
    private final class ScrollBackWriter {
        private final int columns;
        private final Row row;

        ScrollBackWriter(int columns) {
            this.columns = columns;
            this.row = new Row(columns);
        }

        /** Where the row that begins at a place ends: a wide character is not cut. */
        int breakAt(Row text, int from, int length) {
            int end = Math.min(from + columns, length);
            boolean cuts = end < length && end - from > 1 && (text.code(end) & Cell.TAIL) != 0;
            return cuts ? end - 1 : end;
        }

        void write(Row text, int from, int end, boolean wrapped) {
            row.clear(0);
            row.copy(text, from, 0, end - from);
            row.splitAtEdges();
            row.wrapped(wrapped);
            history.push(row);
        }
    }
}
