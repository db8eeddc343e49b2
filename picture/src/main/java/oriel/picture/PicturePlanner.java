package oriel.picture;

import java.io.IOException;
import java.util.Arrays;
import oriel.contract.desktop.Screen;
import oriel.contract.desktop.Size;

/**
 * Finds out what one client must be sent. Damage comes in from any thread; one thread plans.
 *
 * <p>Exactness: a cell is read after its damage was taken, and it is the very pixels that were read that are hashed, compared
 * with what the client shows, and sent. A change during or after the read brings new damage. So once the screen is still and
 * no damage is left, the client shows the screen.
 */
public final class PicturePlanner {

    private final Size size;
    private final CellGrid grid;
    private final DamageRegion damage;
    private final DamageRegion doubts;
    private final int words;
    private final long[] damaged;
    private final long[] doubted;
    private final long[] shown;
    private final StripPlan strip;

    /**
     * Makes a planner for a client of which nothing is known; all of its picture counts as damaged.
     *
     * @param size of the client's picture, in pixels
     */
    public PicturePlanner(Size size) {
        this.size = size;
        this.grid = new CellGrid(size);
        this.damage = new DamageRegion(grid);
        this.doubts = new DamageRegion(grid);
        this.words = DamageRegion.words(grid);
        this.damaged = new long[words * grid.rows];
        this.doubted = new long[words * grid.rows];
        this.shown = new long[grid.columns * grid.rows];
        this.strip = new StripPlan(grid, shown);
        damage.add(0, 0, size.width(), size.height());
    }

    /**
     * Size of the client's picture.
     *
     * @return pixels
     */
    public Size size() {
        return size;
    }

    /**
     * The screen may have changed here. Any thread may call this.
     *
     * @param x      left edge, in pixels; areas outside the picture are ignored
     * @param y      top edge, in pixels
     * @param width  in pixels
     * @param height in pixels
     * @return whether this is the first damage since the last plan began, so that whoever plans must be told
     */
    public boolean damage(int x, int y, int width, int height) {
        return damage.add(x, y, width, height);
    }

    /**
     * What the client shows here is no longer known, so it is sent again whether it has changed or not. Any thread may call
     * this.
     *
     * @param x      left edge, in pixels; areas outside the picture are ignored
     * @param y      top edge, in pixels
     * @param width  in pixels
     * @param height in pixels
     */
    public void doubt(int x, int y, int width, int height) {
        doubts.add(x, y, width, height);
    }

    /**
     * Whether a plan could find anything. Any thread may call this.
     *
     * @return {@code true} if there is no damage and no doubt
     */
    public boolean isIdle() {
        return damage.isEmpty() && doubts.isEmpty();
    }

    /**
     * Reads what was damaged and says what must be sent, strip by strip from the top.
     *
     * @param screen what is to be shown
     * @param sink   told what to send
     * @return whether there was anything
     * @throws IOException from the sink; the planner is of no use afterwards
     */
    public boolean plan(Screen screen, PictureSink sink) throws IOException {
        takeDoubts();
        damage.take(damaged);
        boolean any = false;
        for (int row = 0; row < grid.rows; row += CellGrid.STRIP_ROWS) {
            int end = Math.min(grid.rows, row + CellGrid.STRIP_ROWS);
            if (isDamaged(row, end)) {
                boolean sent = strip.plan(screen, row, end, damaged, sink);
                Arrays.fill(damaged, row * words, end * words, 0);
                if (sent) {
                    sink.endStrip();
                    any = true;
                }
            }
        }
        return any;
    }

    private void takeDoubts() {
        if (!doubts.take(doubted)) {
            return;
        }
        for (int row = 0; row < grid.rows; row++) {
            for (int column = 0; column < grid.columns; column++) {
                int word = row * words + column / Long.SIZE;
                if ((doubted[word] >>> column & 1) != 0) {
                    shown[row * grid.columns + column] = CellHash.UNKNOWN;
                }
            }
        }
        for (int i = 0; i < doubted.length; i++) {
            damaged[i] |= doubted[i];
            doubted[i] = 0;
        }
    }

    private boolean isDamaged(int row, int end) {
        for (int i = row * words; i < end * words; i++) {
            if (damaged[i] != 0) {
                return true;
            }
        }
        return false;
    }
}
