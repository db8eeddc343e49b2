package oriel.desktop.embedded.terminal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One line of cells; see {@link Cell}. */
final class Row {

    /** Most characters of combining marks on one cell; more are dropped. */
    static final int MOST_MARKS = 8;

    private int columns;
    private int[] cells;
    /** Combining marks by column; null as long as no cell has any. */
    private @Nullable String @Nullable [] marks;
    /** The text goes on in the next row: it was broken for want of room. */
    private boolean wrapped;

    Row(int columns) {
        this.columns = columns;
        this.cells = new int[columns * Cell.INTS];
    }

    int columns() {
        return columns;
    }

    boolean wrapped() {
        return wrapped;
    }

    void wrapped(boolean now) {
        wrapped = now;
    }

    int code(int x) {
        return cells[x * Cell.INTS];
    }

    int codePoint(int x) {
        return cells[x * Cell.INTS] & Cell.CODE_POINT;
    }

    int foreground(int x) {
        return cells[x * Cell.INTS + 1];
    }

    int background(int x) {
        return cells[x * Cell.INTS + 2];
    }

    String marks(int x) {
        String own = marks == null || (code(x) & Cell.MARKED) == 0 ? null : marks[x];
        return own == null ? "" : own;
    }

    void set(int x, int code, int foreground, int background) {
        int at = x * Cell.INTS;
        cells[at] = code;
        cells[at + 1] = foreground;
        cells[at + 2] = background;
    }

    /** Adds a combining mark to a cell. */
    void mark(int x, int codePoint) {
        String before = marks(x);
        if (before.length() < MOST_MARKS) {
            putMarks(x, before + Character.toString(codePoint));
        }
    }

    void putMarks(int x, String text) {
        if (marks == null) {
            marks = new String[columns];
        }
        marks[x] = text;
        cells[x * Cell.INTS] |= Cell.MARKED;
    }

    /** Before cells from here on are changed: a wide character that reaches across the boundary goes. */
    void splitAt(int x) {
        if (x > 0 && x < columns && (code(x) & Cell.TAIL) != 0) {
            set(x - 1, 0, 0, background(x - 1) & Cell.COLOR);
            set(x, 0, 0, background(x) & Cell.COLOR);
        }
    }

    /** Empties cells. */
    void erase(int from, int to, int background) {
        splitAt(from);
        splitAt(to);
        for (int x = from; x < to; x++) {
            set(x, 0, 0, background);
        }
        if (to == columns) {
            wrapped = false;
        }
    }

    /** Empties those cells that are not protected. */
    void eraseSelectively(int from, int to, int background) {
        splitAt(from);
        splitAt(to);
        for (int x = from; x < to; x++) {
            if ((background(x) & Cell.PROTECTED) == 0) {
                set(x, 0, 0, background);
            }
        }
    }

    /** Makes room; what is pushed over the end is lost. */
    void insert(int x, int count, int background) {
        splitAt(x);
        move(x, x + count, columns - x - count);
        splitAtEnd();
        erase(x, x + count, background);
        wrapped = false;
    }

    /** Closes a gap; empty cells come in at the end. */
    void delete(int x, int count, int background) {
        splitAt(x);
        splitAt(x + count);
        move(x + count, x, columns - x - count);
        erase(columns - count, columns, background);
    }

    private void move(int from, int to, int count) {
        System.arraycopy(cells, from * Cell.INTS, cells, to * Cell.INTS, count * Cell.INTS);
        if (marks != null) {
            System.arraycopy(marks, from, marks, to, count);
        }
    }

    /** The first half of a wide character alone at the end of the row is none. */
    private void splitAtEnd() {
        int x = columns - 1;
        if ((code(x) & Cell.WIDE) != 0) {
            set(x, 0, 0, background(x) & Cell.COLOR);
        }
    }

    /** Halves of wide characters at either end of the row go; a screen of one column has no room for a whole one. */
    void splitAtEdges() {
        if ((code(0) & Cell.TAIL) != 0) {
            set(0, 0, 0, background(0) & Cell.COLOR);
        }
        splitAtEnd();
    }

    /** Copies cells of another row with their marks. */
    void copy(Row source, int from, int to, int count) {
        System.arraycopy(source.cells, from * Cell.INTS, cells, to * Cell.INTS, count * Cell.INTS);
        if (source.marks != null) {
            for (int x = 0; x < count; x++) {
                if ((source.code(from + x) & Cell.MARKED) != 0) {
                    putMarks(to + x, source.marks(from + x));
                }
            }
        }
    }

    /** Becomes a copy of another row, as far as there is room. */
    void take(Row source) {
        clear(0);
        copy(source, 0, 0, Math.min(columns, source.columns));
        wrapped = source.wrapped;
    }

    /** Makes it an empty row. */
    void clear(int background) {
        if (background == 0) {
            Arrays.fill(cells, 0);
        } else {
            for (int x = 0; x < columns; x++) {
                set(x, 0, 0, background);
            }
        }
        marks = null;
        wrapped = false;
    }

    /** Cuts it, or adds empty cells. */
    void resize(int newColumns) {
        if (newColumns != columns) {
            cells = Arrays.copyOf(cells, newColumns * Cell.INTS);
            marks = marks == null ? null : Arrays.copyOf(marks, newColumns);
            boolean shorter = newColumns < columns;
            columns = newColumns;
            if (shorter) {
                splitAtEnd();
            }
            wrapped = false;
        }
    }

    /** Number of cells up to the last one with something to see. */
    int length() {
        int x = columns;
        while (x > 0 && code(x - 1) == 0 && background(x - 1) == 0 && (foreground(x - 1) & Cell.INVERSE) == 0) {
            x--;
        }
        return x;
    }
}
