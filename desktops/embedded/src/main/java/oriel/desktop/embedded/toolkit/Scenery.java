package oriel.desktop.embedded.toolkit;

import java.awt.Graphics2D;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.keyboard.Modifiers;

/**
 * What a {@link Stage} shows, and who gets its input. All methods are called while the stage is locked. Coordinates are
 * those of the screen.
 */
public interface Scenery {

    /**
     * The stage has this size from now on.
     *
     * @param width  in pixels
     * @param height in pixels
     */
    void resized(int width, int height);

    /**
     * Draws everything in the clip of {@code g} that lies before the backdrop. The rules of {@link Content#paint} hold.
     *
     * @param g where
     */
    void paint(Graphics2D g);

    /**
     * A key went down or repeats.
     *
     * @param press the key
     */
    void keyPressed(KeyPress press);

    /**
     * Modifier or lock keys may have changed.
     *
     * @param modifiers those that are held now
     */
    void modifiersChanged(Modifiers modifiers);

    /** A logo key was pressed and let go with nothing in between. */
    void logoKey();

    /**
     * The pointer did something.
     *
     * @param event what it did
     */
    void pointer(PointerEvent event);

    /**
     * The picture the pointer should have over a place.
     *
     * @param x column
     * @param y row
     * @return the picture
     */
    PointerShape pointerShape(int x, int y);
}
