package oriel.picture;

import java.util.Arrays;

/**
 * Cells of a picture that may have changed. Any thread adds, one thread takes; the lock is held for a few instructions per
 * row of cells.
 */
final class DamageRegion {

    private final CellGrid grid;
    private final int words;
    private final long[] bits;
    private boolean empty = true;

    DamageRegion(CellGrid grid) {
        this.grid = grid;
        this.words = words(grid);
        this.bits = new long[words * grid.rows];
    }

    /** Words of 64 cells that make up a row. */
    static int words(CellGrid grid) {
        return (grid.columns + Long.SIZE - 1) / Long.SIZE;
    }

    /** Adds an area; what lies outside the picture is ignored. Returns whether the region was empty and is so no more. */
    boolean add(int x, int y, int width, int height) {
        int left = Math.max(x, 0) / CellGrid.CELL_WIDTH;
        int top = Math.max(y, 0) / CellGrid.CELL_HEIGHT;
        long rightEdge = Math.min((long) x + width, grid.width);
        long bottomEdge = Math.min((long) y + height, grid.height);
        if (rightEdge <= Math.max(x, 0) || bottomEdge <= Math.max(y, 0)) {
            return false;
        }
        int right = (int) (rightEdge - 1) / CellGrid.CELL_WIDTH;
        int bottom = (int) (bottomEdge - 1) / CellGrid.CELL_HEIGHT;
        synchronized (bits) {
            for (int row = top; row <= bottom; row++) {
                mark(row * words, left, right);
            }
            boolean first = empty;
            empty = false;
            return first;
        }
    }

    private void mark(int base, int left, int right) {
        for (int word = left / Long.SIZE; word <= right / Long.SIZE; word++) {
            int from = Math.max(left - word * Long.SIZE, 0);
            int to = Math.min(right - word * Long.SIZE, Long.SIZE - 1);
            bits[base + word] |= -1L >>> (Long.SIZE - 1 - (to - from)) << from;
        }
    }

    /** Adds the cells to those in {@code into} and forgets them. Returns whether there were any. */
    boolean take(long[] into) {
        synchronized (bits) {
            if (empty) {
                return false;
            }
            for (int i = 0; i < bits.length; i++) {
                into[i] |= bits[i];
            }
            Arrays.fill(bits, 0);
            empty = true;
            return true;
        }
    }

    boolean isEmpty() {
        synchronized (bits) {
            return empty;
        }
    }
}
