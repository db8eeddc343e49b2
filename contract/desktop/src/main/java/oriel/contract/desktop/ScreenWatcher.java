package oriel.contract.desktop;

/**
 * Hears of changes of a {@link Screen}. Called on whatever thread made the change, possibly while the screen is locked:
 * every method returns at once, takes no lock that is held while reading the screen, and does not call the screen back.
 */
public interface ScreenWatcher {

    /**
     * Pixels of an area may have changed.
     *
     * @param x      left edge, in pixels
     * @param y      top edge, in pixels
     * @param width  in pixels
     * @param height in pixels
     */
    void damaged(int x, int y, int width, int height);

    /**
     * The screen has another size, and all of it has changed.
     *
     * @param size the new size
     */
    void resized(Size size);

    /**
     * The pointer looks different.
     *
     * @param shape the new shape
     */
    void cursorChanged(CursorShape shape);

    /**
     * The session itself has moved the pointer (not the user's hand).
     *
     * @param x in pixels
     * @param y in pixels
     */
    void cursorMoved(int x, int y);

    /**
     * The session rings the bell.
     *
     * @param hertz        frequency, 37 … 32767
     * @param milliseconds duration, 1 … 5000
     */
    void bell(int hertz, int milliseconds);
}
