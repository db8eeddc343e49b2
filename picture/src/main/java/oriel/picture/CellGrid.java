package oriel.picture;

import oriel.contract.desktop.Size;

/** A picture cut into cells, and the cells into strips; the last column and row of cells may be cut off by the edge. */
final class CellGrid {

    /** Width of a cell, in pixels. */
    static final int CELL_WIDTH = 32;

    /** Height of a cell, in pixels. */
    static final int CELL_HEIGHT = 16;

    /** Rows of cells in a strip. */
    static final int STRIP_ROWS = 4;

    final int width;
    final int height;
    final int columns;
    final int rows;

    CellGrid(Size size) {
        width = size.width();
        height = size.height();
        columns = (width + CELL_WIDTH - 1) / CELL_WIDTH;
        rows = (height + CELL_HEIGHT - 1) / CELL_HEIGHT;
    }

    /** The right edge of a column, exclusive. */
    int right(int column) {
        return Math.min(width, (column + 1) * CELL_WIDTH);
    }

    /** The lower edge of a row, exclusive. */
    int bottom(int row) {
        return Math.min(height, (row + 1) * CELL_HEIGHT);
    }
}
