package oriel.desktop.embedded.windows;

import java.awt.Rectangle;
import oriel.desktop.embedded.toolkit.Content;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.Ink;

/** A window: a frame with a content in it. Guarded by the stage's lock. */
final class Window {

    /** Height of the title bar. */
    static final int TITLE = 34;

    /** Width of the line around a window that is not maximised. */
    static final int BORDER = 1;

    private final Content content;
    private final Icon icon;
    private final Rectangle bounds = new Rectangle();
    private final Rectangle restored = new Rectangle();
    private String title;
    private boolean maximised;
    private boolean minimised;
    private boolean open = true;

    Window(Content content, Icon icon, String title) {
        this.content = content;
        this.icon = icon;
        this.title = title;
    }

    Content content() {
        return content;
    }

    Icon icon() {
        return icon;
    }

    String title() {
        return title;
    }

    void title(String text) {
        title = text;
    }

    /** The frame with everything in it, on the screen. */
    Rectangle bounds() {
        return bounds;
    }

    boolean maximised() {
        return maximised;
    }

    boolean minimised() {
        return minimised;
    }

    boolean isOpen() {
        return open;
    }

    void markClosed() {
        open = false;
    }

    /** Left edge of the content on the screen. */
    int contentX() {
        return bounds.x + border();
    }

    /** Top edge of the content on the screen. */
    int contentY() {
        return bounds.y + TITLE;
    }

    int contentWidth() {
        return Math.max(1, bounds.width - 2 * border());
    }

    int contentHeight() {
        return Math.max(1, bounds.height - TITLE - border());
    }

    private int border() {
        return maximised ? 0 : BORDER;
    }

    /** Width of a frame around a content. */
    static int frameWidth(int contentWidth) {
        return contentWidth + 2 * BORDER;
    }

    /** Height of a frame around a content. */
    static int frameHeight(int contentHeight) {
        return contentHeight + TITLE + BORDER;
    }

    /** All pixels the window touches, its shadow included. */
    Rectangle reach() {
        Rectangle reach = new Rectangle(bounds);
        if (!maximised) {
            reach.grow(Ink.SHADOW, Ink.SHADOW);
            reach.height += Ink.SHADOW / 2;
        }
        return reach;
    }

    /** The pixels that are covered whatever is behind: all but the round corners at the top. */
    boolean covers(Rectangle area) {
        int inset = maximised ? 0 : FramePainter.RADIUS;
        return area.x >= bounds.x
                && area.y >= bounds.y + inset
                && area.x + area.width <= bounds.x + bounds.width
                && area.y + area.height <= bounds.y + bounds.height;
    }

    void place(Rectangle to) {
        boolean resized = to.width != bounds.width || to.height != bounds.height;
        bounds.setBounds(to);
        if (resized) {
            content.resized(contentWidth(), contentHeight());
        }
    }

    void maximise(Rectangle room) {
        if (!maximised) {
            restored.setBounds(bounds);
        }
        maximised = true;
        bounds.setBounds(room);
        content.resized(contentWidth(), contentHeight());
    }

    void restore() {
        maximised = false;
        bounds.setBounds(restored);
        content.resized(contentWidth(), contentHeight());
    }

    Rectangle restored() {
        return restored;
    }

    void minimised(boolean now) {
        minimised = now;
        content.visibilityChanged(!now);
    }
}
