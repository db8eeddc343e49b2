package oriel.desktop.embedded.terminal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows of a screen, the operations that move them, and a note of what has changed since it was last shown. */
final class Grid {

    private final @Nullable ScrollBack history;
    private int columns;
    private Row[] rows;
    /** Per row the columns that have changed; from &gt;= to: none. */
    private int[] changedFrom;

    private int[] changedTo;

    /**
     * Makes an empty screen.
     *
     * @param history takes the rows that leave at the top; null = they are lost
     */
    Grid(int columns, int rows, @Nullable ScrollBack history) {
        this.history = history;
        this.columns = columns;
        this.rows = emptyRows(columns, rows);
        this.changedFrom = new int[rows];
        this.changedTo = new int[rows];
        changedAll();
    }

    private static Row[] emptyRows(int columns, int count) {
        var made = new Row[count];
        Arrays.setAll(made, y -> new Row(columns));
        return made;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows.length;
    }

    Row row(int y) {
        return rows[y];
    }

    // what has changed

    void changed(int y, int from, int to) {
        if (changedFrom[y] >= changedTo[y]) {
            changedFrom[y] = from;
            changedTo[y] = to;
        } else {
            changedFrom[y] = Math.min(changedFrom[y], from);
            changedTo[y] = Math.max(changedTo[y], to);
        }
    }

    void changedRows(int from, int to) {
        for (int y = from; y < to; y++) {
            changed(y, 0, columns);
        }
    }

    void changedAll() {
        changedRows(0, rows.length);
    }

    int changedFrom(int y) {
        return changedFrom[y];
    }

    /** Column after the last one changed; not after {@link #changedFrom} = none has. */
    int changedTo(int y) {
        return changedTo[y];
    }

    void shown() {
        Arrays.fill(changedFrom, 0);
        Arrays.fill(changedTo, 0);
    }

    // cells

    void erase(int y, int from, int to, int background, boolean selectively) {
        if (selectively) {
            rows[y].eraseSelectively(from, to, background);
        } else {
            rows[y].erase(from, to, background);
        }
        changed(y, Math.max(from - 1, 0), Math.min(to + 1, columns)); // a wide character across the edge went as well
    }

    void eraseRows(int from, int to, int background, boolean selectively) {
        for (int y = from; y < to; y++) {
            erase(y, 0, columns, background, selectively);
        }
    }

    void insertCells(int y, int x, int count, int background) {
        rows[y].insert(x, Math.min(count, columns - x), background);
        changed(y, Math.max(x - 1, 0), columns);
    }

    void deleteCells(int y, int x, int count, int background) {
        rows[y].delete(x, Math.min(count, columns - x), background);
        changed(y, Math.max(x - 1, 0), columns);
    }

    // rows

    /** Moves rows {@code top … bottom − 1} up; those that leave are kept in the scroll-back, or lost. */
    void scrollUp(int top, int bottom, int count, int background, boolean keep) {
        int lines = Math.min(count, bottom - top);
        if (keep && history != null) {
            for (int y = 0; y < lines; y++) {
                history.push(rows[top + y]);
            }
        }
        Row[] gone = Arrays.copyOfRange(rows, top, top + lines);
        System.arraycopy(rows, top + lines, rows, top, bottom - top - lines);
        System.arraycopy(gone, 0, rows, bottom - lines, lines);
        renew(gone, background);
        changedRows(top, bottom);
    }

    /** Moves rows {@code top … bottom − 1} down; those at the bottom are lost. */
    void scrollDown(int top, int bottom, int count, int background) {
        int lines = Math.min(count, bottom - top);
        Row[] gone = Arrays.copyOfRange(rows, bottom - lines, bottom);
        System.arraycopy(rows, top, rows, top + lines, bottom - top - lines);
        System.arraycopy(gone, 0, rows, top, lines);
        renew(gone, background);
        changedRows(top, bottom);
    }

    private static void renew(Row[] gone, int background) {
        for (Row row : gone) {
            row.clear(background);
        }
    }

    // size

    /** Takes over other rows. */
    void replace(int newColumns, Row[] newRows) {
        columns = newColumns;
        rows = newRows;
        changedFrom = new int[rows.length];
        changedTo = new int[rows.length];
        changedAll();
    }

    /** Cuts or extends to the right and at the bottom, without moving anything. */
    void crop(int newColumns, int newRows) {
        Row[] kept = Arrays.copyOf(rows, newRows);
        for (int y = 0; y < newRows; y++) {
            if (y < rows.length) {
                kept[y].resize(newColumns);
            } else {
                kept[y] = new Row(newColumns);
            }
        }
        replace(newColumns, kept);
    }

    /** Number of rows up to the last one with something to see. */
    int usedRows() {
        int y = rows.length;
        while (y > 0 && rows[y - 1].length() == 0) {
            y--;
        }
        return y;
    }
}
