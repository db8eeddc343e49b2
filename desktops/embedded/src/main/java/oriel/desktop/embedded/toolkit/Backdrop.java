package oriel.desktop.embedded.toolkit;

/** What is behind everything on a {@link Stage}. Called while the stage is locked. */
public interface Backdrop {

    /**
     * The stage has this size from now on.
     *
     * @param width  in pixels
     * @param height in pixels
     */
    void resized(int width, int height);

    /**
     * Writes the pixels of an area, all of them; the same whatever the area.
     *
     * @param x      left edge, on the screen
     * @param y      top edge, on the screen
     * @param width  in pixels, at least 1
     * @param height in pixels, at least 1
     * @param into   receives the pixels row by row as {@code 0x00RRGGBB}
     * @param offset index of the first pixel in {@code into}
     * @param stride distance of two rows in {@code into}
     */
    void paint(int x, int y, int width, int height, int[] into, int offset, int stride);
}
