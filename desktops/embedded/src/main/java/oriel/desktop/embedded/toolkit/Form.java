package oriel.desktop.embedded.toolkit;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oriel.desktop.embedded.keyboard.Key;
import oriel.desktop.embedded.keyboard.KeyPress;
import oriel.desktop.embedded.toolkit.PointerEvent.Action;

/**
 * Widgets side by side, with one keyboard focus that Tab moves in the order in which they were added. Used under the lock
 * of the stage only.
 */
public final class Form {

    private final Damage damage;
    private final List<Widget> widgets = new ArrayList<>();
    private @Nullable Widget focus;
    private @Nullable Widget under;
    private @Nullable Widget grabbed;
    private boolean active = true;

    /**
     * Makes an empty form.
     *
     * @param damage hears of changes, in the form's coordinates
     */
    public Form(Damage damage) {
        this.damage = damage;
    }

    /**
     * Adds a widget.
     *
     * @param widget   the widget, of no other form
     * @param <W>      its type
     * @return the same widget
     */
    public <W extends Widget> W add(W widget) {
        widgets.add(widget);
        widget.joined(damage);
        widget.repaint();
        return widget;
    }

    /** Takes all widgets out. */
    public void clear() {
        for (Widget widget : widgets) {
            widget.repaint();
            widget.focus(false);
            widget.hover(false);
            widget.joined(null);
        }
        widgets.clear();
        focus = null;
        under = null;
        grabbed = null;
    }

    /**
     * Gives the focus to a widget.
     *
     * @param widget one of the form's
     */
    public void focus(Widget widget) {
        if (focus != null && focus != widget) {
            focus.focus(false);
        }
        focus = widget;
        widget.focus(active);
    }

    /**
     * The widget with the focus.
     *
     * @return the widget, or null
     */
    public @Nullable Widget focus() {
        return focus;
    }

    /**
     * The window of the form has the focus or not.
     *
     * @param has whether it has
     */
    public void active(boolean has) {
        active = has;
        if (focus != null) {
            focus.focus(has);
        }
    }

    /**
     * Draws the widgets that lie in the clip.
     *
     * @param g origin at the upper left corner of the form
     */
    public void paint(Graphics2D g) {
        Rectangle clip = g.getClipBounds();
        for (Widget widget : widgets) {
            if (widget.visible()
                    && clip.intersects(
                            widget.x() - Widget.MARGIN,
                            widget.y() - Widget.MARGIN,
                            widget.width() + 2.0 * Widget.MARGIN,
                            widget.height() + 2.0 * Widget.MARGIN)) {
                g.translate(widget.x(), widget.y());
                widget.paint(g);
                g.translate(-widget.x(), -widget.y());
            }
        }
    }

    /**
     * Takes a key: the focused widget first, then Tab and Shift+Tab.
     *
     * @param press the key
     * @return whether anybody had a use for it
     */
    public boolean keyPressed(KeyPress press) {
        if (focus != null && focus.takesInput() && focus.keyPressed(press)) {
            return true;
        }
        boolean plain = !press.modifiers().command();
        return switch (press.key()) {
            case TAB -> plain && move(press.modifiers().shift() ? -1 : 1, false);
            case DOWN, RIGHT -> plain && move(1, true);
            case UP, LEFT -> plain && move(-1, true);
            default -> false;
        };
    }

    /** Arrows move among buttons only; in a field they belong to the text. */
    private boolean move(int step, boolean byArrow) {
        int count = widgets.size();
        if (count == 0 || (byArrow && focus instanceof TextField)) {
            return false;
        }
        int at = focus == null ? (step > 0 ? -1 : count) : widgets.indexOf(focus);
        for (int i = 0; i < count; i++) {
            at = Math.floorMod(at + step, count);
            Widget candidate = widgets.get(at);
            if (candidate.focusable() && candidate.takesInput()) {
                focus(candidate);
                if (candidate instanceof TextField field) {
                    field.selectAll();
                }
                return true;
            }
        }
        return false;
    }

    /**
     * Takes a pointer event.
     *
     * @param event position in the form
     * @return whether it went to a widget
     */
    public boolean pointer(PointerEvent event) {
        Widget target = grabbed != null ? grabbed : at(event.x(), event.y());
        if (event.action() == Action.LEFT) {
            hover(null);
            grabbed = null;
            return false;
        }
        hover(grabbed == null || grabbed.contains(event.x(), event.y()) ? target : null);
        if (event.action() == Action.PRESSED && target != null) {
            grabbed = target;
            if (target.focusable()) {
                focus(target);
            }
        }
        if (event.action() == Action.RELEASED) {
            grabbed = null;
        }
        if (target == null) {
            return false;
        }
        target.pointer(event.from(target.x(), target.y()));
        return true;
    }

    private void hover(@Nullable Widget now) {
        if (under != now) {
            if (under != null) {
                under.hover(false);
            }
            under = now;
            if (now != null) {
                now.hover(true);
            }
        }
    }

    private @Nullable Widget at(int x, int y) {
        for (int i = widgets.size() - 1; i >= 0; i--) {
            Widget widget = widgets.get(i);
            if (widget.contains(x, y) && widget.enabled()) {
                return widget;
            }
        }
        return null;
    }

    /**
     * The picture the pointer should have over a place.
     *
     * @param x column
     * @param y row
     * @return the picture
     */
    public PointerShape pointerShape(int x, int y) {
        Widget target = grabbed != null ? grabbed : at(x, y);
        return target == null ? PointerShape.ARROW : target.pointerShape(x - target.x(), y - target.y());
    }

    /**
     * Whether Enter would press a button of its own.
     *
     * @return whether the focus is on a button
     */
    public boolean buttonFocused() {
        return focus instanceof Button;
    }

    /**
     * Presses Enter's default: nothing when the key was something else.
     *
     * @param press  the key
     * @param action what Enter does in this form
     * @return whether it was Enter
     */
    public static boolean onEnter(KeyPress press, Runnable action) {
        if (press.key() == Key.ENTER || press.key() == Key.KEYPAD_ENTER) {
            action.run();
            return true;
        }
        return false;
    }
}
