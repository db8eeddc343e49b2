package oriel.picture;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins spans of cells that lie exactly below one another into rectangles, and tells the sink of each. */
final class RectangleJoiner {

    private static final int[] NO_PIXELS = {};

    private final CellGrid grid;
    private int[] lefts;
    private int[] rights;
    private int[] tops;
    private int open;
    private int[] nextLefts;
    private int[] nextRights;
    private int[] nextTops;
    private int next;
    private int matched;

    private int originColumn;
    private int originRow;
    private int row;
    private int[] buffer = NO_PIXELS;
    private int stride;
    private @Nullable PictureSink sink;

    RectangleJoiner(CellGrid grid) {
        this.grid = grid;
        int most = grid.columns / 2 + 1;
        lefts = new int[most];
        rights = new int[most];
        tops = new int[most];
        nextLefts = new int[most];
        nextRights = new int[most];
        nextTops = new int[most];
    }

    /** Begins with a buffer whose first pixel is that of a cell. */
    void begin(int column, int topRow, int[] pixels, int pixelStride, PictureSink to) {
        originColumn = column;
        originRow = topRow;
        buffer = pixels;
        stride = pixelStride;
        sink = to;
        open = 0;
    }

    void beginRow(int newRow) {
        row = newRow;
        next = 0;
        matched = 0;
    }

    /** Columns {@code left … right − 1} of the row; spans come from left to right. */
    void span(int left, int right) {
        int top = row;
        while (matched < open && lefts[matched] < left) {
            emit(matched++, row);
        }
        if (matched < open && lefts[matched] == left && rights[matched] == right) {
            top = tops[matched++];
        }
        nextLefts[next] = left;
        nextRights[next] = right;
        nextTops[next++] = top;
    }

    void endRow() {
        while (matched < open) {
            emit(matched++, row);
        }
        int[] swap = lefts;
        lefts = nextLefts;
        nextLefts = swap;
        swap = rights;
        rights = nextRights;
        nextRights = swap;
        swap = tops;
        tops = nextTops;
        nextTops = swap;
        open = next;
    }

    void end(int bottomRow) {
        for (int i = 0; i < open; i++) {
            emit(i, bottomRow);
        }
        open = 0;
        buffer = NO_PIXELS;
        sink = null;
    }

    private void emit(int i, int bottomRow) {
        int x = lefts[i] * CellGrid.CELL_WIDTH;
        int y = tops[i] * CellGrid.CELL_HEIGHT;
        int at =
                (tops[i] - originRow) * CellGrid.CELL_HEIGHT * stride + (lefts[i] - originColumn) * CellGrid.CELL_WIDTH;
        Objects.requireNonNull(sink)
                .pixels(x, y, grid.right(rights[i] - 1) - x, grid.bottom(bottomRow - 1) - y, buffer, at, stride);
    }
}
