package oriel.desktop.embedded.toolkit;

import java.awt.Graphics2D;
import oriel.contract.desktop.Size;
import oriel.desktop.embedded.keyboard.KeyPress;

/**
 * What a window shows inside its frame. The window manager calls every method while the scene is locked, so calls never
 * overlap; they return at once. A content that learns something on a thread of its own takes it in through
 * {@link ContentHost#update(Runnable)}. Coordinates count from the upper left corner of the content, in pixels.
 */
public interface Content {

    /**
     * The window is there. Called once, before anything else but {@link #preferredSize()}; {@link #resized} follows.
     *
     * @param host the window, valid until {@link #closed()}
     */
    void opened(ContentHost host);

    /**
     * The size that suits the content when the window manager has the choice.
     *
     * @return the size of the content, without the frame
     */
    Size preferredSize();

    /**
     * The smallest size at which the content is of use.
     *
     * @return the size of the content, without the frame
     */
    default Size minimumSize() {
        return new Size(160, 80);
    }

    /**
     * The content has this size from now on; it is drawn anew afterwards without being asked for.
     *
     * @param width  in pixels, at least 1
     * @param height in pixels, at least 1
     */
    void resized(int width, int height);

    /**
     * Draws the content, or rather the part that lies in the clip of {@code g}: {@code g.getClipBounds()} is never null and
     * a content may skip whatever lies outside. What is drawn must depend on the state of the content only and not on the
     * clip, or strips of the screen would not fit together; so: whole-pixel positions, the rendering hints as they are. The
     * window has filled nothing: a content paints its background.
     *
     * @param g origin at the upper left corner of the content; grey antialiasing is on. Colour, font and stroke may be
     *          changed freely, transform and clip must be as before on return
     */
    void paint(Graphics2D g);

    /**
     * A key went down or repeats while the window has the focus. Keys the window manager keeps for itself (Alt+Tab, Alt+F4
     * and the like) do not come here.
     *
     * @param press the key
     */
    void keyPressed(KeyPress press);

    /**
     * The pointer did something over the content, or anywhere while a button that was pressed over the content is held.
     *
     * @param event what it did
     */
    void pointer(PointerEvent event);

    /**
     * The window got or lost the keyboard focus.
     *
     * @param focused whether it has it now
     */
    void focusChanged(boolean focused);

    /**
     * The window is minimised, or can be seen again. A content that shows something that changes by itself need not look
     * for news while it is hidden.
     *
     * @param visible whether it can be seen now
     */
    default void visibilityChanged(boolean visible) {
        // most contents change only when something happens to them
    }

    /**
     * The picture the pointer should have over a place.
     *
     * @param x column
     * @param y row
     * @return the picture
     */
    default PointerShape pointerShape(int x, int y) {
        return PointerShape.ARROW;
    }

    /**
     * The user asks to close the window.
     *
     * @return whether it is closed now; a content that says {@code false} may close it later with
     *     {@link ContentHost#close()}
     */
    default boolean closeRequested() {
        return true;
    }

    /** The window is gone, or the whole scene: release what the content holds. Called exactly once. */
    void closed();
}
