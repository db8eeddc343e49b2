package oriel.desktop.embedded.windows;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import oriel.desktop.embedded.font.Face;
import oriel.desktop.embedded.toolkit.Icon;
import oriel.desktop.embedded.toolkit.Ink;
import oriel.desktop.embedded.toolkit.Palette;
import oriel.desktop.embedded.toolkit.Text;

/** Draws windows: shadow, frame, title bar, and the content in its place. */
final class FramePainter {

    /** Radius of the upper corners. */
    static final int RADIUS = 8;

    private static final Color LINE = new Color(0x061722);
    private static final Color ACTIVE = new Color(0xF3F7F9);
    private static final Color QUIET = new Color(0xC9D5DB);

    private FramePainter() {}

    static void paint(Graphics2D g, Window window, boolean active, FrameZone hovered) {
        Rectangle b = window.bounds();
        Color ground = active ? ACTIVE : QUIET;
        if (window.maximised()) {
            Ink.fill(g, b.x, b.y, b.width, Window.TITLE, ground);
        } else {
            Ink.shadow(g, b.x, b.y, b.width, b.height);
            Ink.roundTop(g, b.x, b.y, b.width, b.height, RADIUS, LINE);
            Ink.roundTop(g, b.x + 1, b.y + 1, b.width - 2, Window.TITLE - 1, RADIUS - 1, ground);
        }
        paintTitle(g, window, active);
        paintButtons(g, window, active, hovered);
        paintContent(g, window);
    }

    private static void paintTitle(Graphics2D g, Window window, boolean active) {
        Rectangle b = window.bounds();
        window.icon().draw(g, b.x + 12, b.y + 9, 16, active ? Palette.TEAL : Palette.INK_SOFT);
        int room = b.width - 38 - 3 * FrameZone.BUTTON - 8;
        if (room > 10) {
            Text.fitting(Face.MEDIUM, 14, window.title(), room)
                    .draw(g, b.x + 38, b.y + 22, active ? Palette.INK : Palette.INK_SOFT);
        }
    }

    private static void paintButtons(Graphics2D g, Window window, boolean active, FrameZone hovered) {
        Color ink = active ? Palette.INK : Palette.INK_SOFT;
        button(g, window, 2, Icon.MINIMISE, hovered == FrameZone.MINIMISE, ink);
        button(g, window, 1, window.maximised() ? Icon.RESTORE : Icon.MAXIMISE, hovered == FrameZone.MAXIMISE, ink);
        button(g, window, 0, Icon.CLOSE, hovered == FrameZone.CLOSE, ink);
    }

    private static void button(Graphics2D g, Window window, int fromRight, Icon icon, boolean hovered, Color ink) {
        Rectangle b = window.bounds();
        int left = b.x + b.width - (fromRight + 1) * FrameZone.BUTTON;
        Color color = ink;
        if (hovered) {
            boolean close = icon == Icon.CLOSE;
            Ink.round(g, left + 6, b.y + 4, 28, 26, 5, close ? Palette.RED : Palette.PAPER_LINE);
            color = close ? Color.WHITE : Palette.INK;
        }
        icon.draw(g, left + 12, b.y + 9, 16, color);
    }

    private static void paintContent(Graphics2D g, Window window) {
        int x = window.contentX();
        int y = window.contentY();
        Shape clip = g.getClip();
        g.clipRect(x, y, window.contentWidth(), window.contentHeight());
        Rectangle visible = g.getClipBounds();
        if (!visible.isEmpty()) {
            g.translate(x, y);
            window.content().paint(g);
            g.translate(-x, -y);
        }
        g.setClip(clip);
    }

    /** The title bar with its buttons, which change under the pointer. */
    static Rectangle titleBar(Window window) {
        Rectangle b = window.bounds();
        return new Rectangle(b.x, b.y, b.width, Window.TITLE);
    }
}
