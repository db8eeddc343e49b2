package oriel.picture;

import oriel.contract.desktop.Screen;

/**
 * Plans one strip at a time: reads what was damaged, drops cells that the client shows already, finds large areas of one
 * colour, and joins what is left into few wide rectangles.
 */
final class StripPlan {

    /** The cell was not read. */
    private static final byte UNREAD = 0;
    /** The client shows what was read. */
    private static final byte SHOWN = 1;
    /** The cell must be sent, and has one colour. */
    private static final byte UNIFORM = 2;
    /** The cell must be sent. */
    private static final byte CHANGED = 3;

    /** Undamaged columns that are read along rather than reading twice. */
    private static final int READ_ALONG = 3;

    /** Columns of one colour that are worth an area of their own. */
    private static final int WORTH_A_FILL = 4;

    private final CellGrid grid;
    private final int words;
    private final long[] shown;
    private final byte[] states;
    private final int[] colors;
    private final RectangleJoiner joiner;

    StripPlan(CellGrid grid, long[] shown) {
        this.grid = grid;
        this.words = DamageRegion.words(grid);
        this.shown = shown;
        this.states = new byte[CellGrid.STRIP_ROWS * grid.columns];
        this.colors = new int[CellGrid.STRIP_ROWS * grid.columns];
        this.joiner = new RectangleJoiner(grid);
    }

    /** Plans the rows {@code top … bottom − 1}. Returns whether the sink was told anything. */
    boolean plan(Screen screen, int top, int bottom, long[] damaged, PictureSink sink) {
        int[] buffer = StripBuffers.borrow(grid.width * CellGrid.STRIP_ROWS * CellGrid.CELL_HEIGHT);
        try {
            boolean any = false;
            int column = 0;
            while (column < grid.columns) {
                if (!isDamaged(column, top, bottom, damaged)) {
                    column++;
                    continue;
                }
                int end = endOfGroup(column, top, bottom, damaged);
                any |= planGroup(screen, column, end, top, bottom, damaged, buffer, sink);
                column = end;
            }
            return any;
        } finally {
            StripBuffers.giveBack(buffer);
        }
    }

    private int endOfGroup(int from, int top, int bottom, long[] damaged) {
        int end = from + 1;
        for (int column = end; column < grid.columns && column <= end + READ_ALONG; column++) {
            if (isDamaged(column, top, bottom, damaged)) {
                end = column + 1;
            }
        }
        return end;
    }

    private boolean isDamaged(int column, int top, int bottom, long[] damaged) {
        for (int row = top; row < bottom; row++) {
            if (isDamaged(column, row, damaged)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDamaged(int column, int row, long[] damaged) {
        return (damaged[row * words + column / Long.SIZE] >>> column & 1) != 0;
    }

    private boolean planGroup(
            Screen screen, int left, int right, int top, int bottom, long[] damaged, int[] buffer, PictureSink sink) {
        int x = left * CellGrid.CELL_WIDTH;
        int y = top * CellGrid.CELL_HEIGHT;
        int width = grid.right(right - 1) - x;
        screen.read(x, y, width, grid.bottom(bottom - 1) - y, buffer, 0, width);
        boolean any = false;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                int cell = (row - top) * grid.columns + column;
                states[cell] = UNREAD;
                if (isDamaged(column, row, damaged)) {
                    int at = (row - top) * CellGrid.CELL_HEIGHT * width + (column - left) * CellGrid.CELL_WIDTH;
                    any |= examine(cell, row, column, buffer, at, width);
                }
            }
        }
        if (any) {
            fills(left, right, top, bottom, sink);
            join(left, right, top, bottom, buffer, width, sink);
        }
        return any;
    }

    /** Compares a cell with what the client shows; from now on it counts as shown. */
    private boolean examine(int cell, int row, int column, int[] buffer, int at, int stride) {
        int width = grid.right(column) - column * CellGrid.CELL_WIDTH;
        int height = grid.bottom(row) - row * CellGrid.CELL_HEIGHT;
        boolean uniform = CellHash.isUniform(buffer, at, stride, width, height);
        long hash = uniform ? CellHash.ofColor(buffer[at]) : CellHash.of(buffer, at, stride, width, height);
        int index = row * grid.columns + column;
        if (shown[index] == hash) {
            states[cell] = SHOWN;
            return false;
        }
        shown[index] = hash;
        states[cell] = uniform ? UNIFORM : CHANGED;
        colors[cell] = buffer[at];
        return true;
    }

    private void fills(int left, int right, int top, int bottom, PictureSink sink) {
        int column = left;
        while (column < right) {
            int end = column;
            while (end < right && isUniform(end, bottom - top, colors[column])) {
                end++;
            }
            if (end - column >= WORTH_A_FILL) {
                int x = column * CellGrid.CELL_WIDTH;
                int y = top * CellGrid.CELL_HEIGHT;
                sink.fill(x, y, grid.right(end - 1) - x, grid.bottom(bottom - 1) - y, colors[column]);
                for (int row = 0; row < bottom - top; row++) {
                    for (int done = column; done < end; done++) {
                        states[row * grid.columns + done] = SHOWN;
                    }
                }
            }
            column = Math.max(end, column + 1);
        }
    }

    private boolean isUniform(int column, int rows, int color) {
        for (int row = 0; row < rows; row++) {
            int cell = row * grid.columns + column;
            if (states[cell] != UNIFORM || colors[cell] != color) {
                return false;
            }
        }
        return true;
    }

    private void join(int left, int right, int top, int bottom, int[] buffer, int stride, PictureSink sink) {
        joiner.begin(left, top, buffer, stride, sink);
        for (int row = top; row < bottom; row++) {
            int base = (row - top) * grid.columns;
            joiner.beginRow(row);
            int column = left;
            while (column < right) {
                if (states[base + column] < UNIFORM) {
                    column++;
                    continue;
                }
                int end = endOfSpan(base, column, right);
                joiner.span(column, end);
                column = end;
            }
            joiner.endRow();
        }
        joiner.end(bottom);
    }

    /** A cell between two changed ones that is shown as it was read is sent along: that costs less than another rectangle. */
    private int endOfSpan(int base, int from, int right) {
        int end = from + 1;
        while (end < right) {
            if (states[base + end] >= UNIFORM) {
                end++;
            } else if (states[base + end] == SHOWN && end + 1 < right && states[base + end + 1] >= UNIFORM) {
                end += 2;
            } else {
                break;
            }
        }
        return end;
    }
}
