package oriel.contract.desktop;

/**
 * What can be seen: pixels that are read on demand, and news of where they changed.
 *
 * <p>A screen need not keep a frame: it may draw what is asked for while it is read. All methods may be called from any
 * thread. A reader that reads an area after every damage notice that touches it ends up with the true picture; a reader
 * that is slower than the changes may miss intermediate pictures but never the last one.
 */
public interface Screen {

    /**
     * The present size.
     *
     * @return the size, in pixels
     */
    Size size();

    /**
     * Copies the pixels of an area. Parts of the area outside the present {@link #size()} come out black, so that a read
     * that overtakes a change of size does no harm. The call does not block on anything but the drawing itself.
     *
     * @param x      left edge, in pixels from the left of the screen
     * @param y      top edge, in pixels from the top of the screen
     * @param width  in pixels, at least 1
     * @param height in pixels, at least 1
     * @param into   receives the pixels row by row as {@code 0x00RRGGBB}
     * @param offset index of the first pixel in {@code into}
     * @param stride distance of two rows in {@code into}, at least {@code width}
     */
    void read(int x, int y, int width, int height, int[] into, int offset, int stride);

    /**
     * The shape of the pointer at the moment.
     *
     * @return the shape
     */
    CursorShape cursor();

    /**
     * Adds a watcher. It hears of everything that changes from now on; what is there already it reads for itself.
     *
     * @param watcher hears of changes until it is removed
     */
    void watch(ScreenWatcher watcher);

    /**
     * Removes a watcher; a notice that is under way may still reach it. Unknown watchers are ignored.
     *
     * @param watcher the watcher to forget
     */
    void unwatch(ScreenWatcher watcher);
}
