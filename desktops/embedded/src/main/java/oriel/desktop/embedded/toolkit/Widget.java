package oriel.desktop.embedded.toolkit;

import java.awt.Graphics2D;
import org.jspecify.annotations.Nullable;
import oriel.desktop.embedded.keyboard.KeyPress;

/**
 * A part of a {@link Form}: a rectangle that draws itself and may take input. Used under the lock of the stage only.
 * Subclasses draw and listen in coordinates of their own, from their upper left corner.
 */
public abstract class Widget {

    /** How far a widget may draw beyond its bounds: its focus ring. */
    static final int MARGIN = 4;

    private int x;
    private int y;
    private int width;
    private int height;
    private boolean visible = true;
    private boolean enabled = true;
    private boolean focused;
    private boolean hovered;
    private @Nullable Damage damage;

    /** Makes a widget without bounds. */
    protected Widget() {}

    /**
     * Draws the widget.
     *
     * @param g origin at the widget's upper left corner
     */
    protected abstract void paint(Graphics2D g);

    /**
     * Takes a key, while the widget has the focus.
     *
     * @param press the key
     * @return whether the widget had a use for it; otherwise the form looks at it
     */
    protected boolean keyPressed(KeyPress press) {
        return false;
    }

    /**
     * Takes a pointer event over the widget, or anywhere while a button is held that was pressed over it.
     *
     * @param event position from the widget's upper left corner
     */
    protected void pointer(PointerEvent event) {
        // most widgets are only looked at
    }

    /**
     * Whether the widget takes keys.
     *
     * @return whether it can have the focus
     */
    protected boolean focusable() {
        return false;
    }

    /**
     * The picture the pointer should have over a place.
     *
     * @param column from the left of the widget
     * @param row    from the top of the widget
     * @return the picture
     */
    protected PointerShape pointerShape(int column, int row) {
        return PointerShape.ARROW;
    }

    /** The focus came or went, or the pointer did. */
    protected void stateChanged() {
        repaint();
    }

    /** The widget looks different now. */
    public final void repaint() {
        if (damage != null) {
            damage.repaint(x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN);
        }
    }

    final void repaintBelow(int below) {
        if (damage != null) {
            damage.repaint(x, y + height, width, below);
        }
    }

    /**
     * Puts the widget somewhere.
     *
     * @param left   in the form
     * @param top    in the form
     * @param across width in pixels
     * @param down   height in pixels
     */
    public void place(int left, int top, int across, int down) {
        repaint();
        x = left;
        y = top;
        width = across;
        height = down;
        repaint();
    }

    final void joined(@Nullable Damage where) {
        damage = where;
    }

    final void focus(boolean has) {
        if (focused != has) {
            focused = has;
            stateChanged();
        }
    }

    final void hover(boolean over) {
        if (hovered != over) {
            hovered = over;
            stateChanged();
        }
    }

    final boolean contains(int column, int row) {
        return visible && column >= x && column < x + width && row >= y && row < y + height;
    }

    final boolean takesInput() {
        return visible && enabled;
    }

    /**
     * Shows or hides the widget.
     *
     * @param shown whether it is seen
     */
    public final void visible(boolean shown) {
        if (visible != shown) {
            visible = shown;
            repaint();
        }
    }

    /**
     * Whether the widget is seen.
     *
     * @return whether it is
     */
    public final boolean visible() {
        return visible;
    }

    /**
     * Lets the widget take input or not.
     *
     * @param able whether it does
     */
    public final void enabled(boolean able) {
        if (enabled != able) {
            enabled = able;
            stateChanged();
        }
    }

    /**
     * Whether the widget takes input.
     *
     * @return whether it does
     */
    public final boolean enabled() {
        return enabled;
    }

    /**
     * Whether the widget has the keyboard focus.
     *
     * @return whether it has
     */
    public final boolean focused() {
        return focused;
    }

    /**
     * Whether the pointer is over the widget.
     *
     * @return whether it is
     */
    public final boolean hovered() {
        return hovered;
    }

    /**
     * Left edge in the form.
     *
     * @return pixels
     */
    public final int x() {
        return x;
    }

    /**
     * Top edge in the form.
     *
     * @return pixels
     */
    public final int y() {
        return y;
    }

    /**
     * How wide it is.
     *
     * @return pixels
     */
    public final int width() {
        return width;
    }

    /**
     * How high it is.
     *
     * @return pixels
     */
    public final int height() {
        return height;
    }
}
