package oriel.desktop.embedded.toolkit;

/** Where changes of the picture are announced. */
@FunctionalInterface
public interface Damage {

    /**
     * Part of the picture looks different now.
     *
     * @param x      left edge, in pixels
     * @param y      top edge, in pixels
     * @param width  in pixels; nothing happens when it is not positive
     * @param height in pixels; nothing happens when it is not positive
     */
    void repaint(int x, int y, int width, int height);
}
