package oriel.desktop.embedded.look;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The mark: three panes of a bay window on their sill. Drawn once per size, afterwards copied. */
public final class Logo {

    private static final Color PANE = new Color(0xF5B95C);
    private static final Color PANE_LIGHT = new Color(0xFFD084);
    private static final Color SIDE = new Color(0x17929C);
    private static final Color SIDE_LIGHT = new Color(0x2BB0B8);
    private static final ConcurrentMap<Integer, BufferedImage> PICTURES = new ConcurrentHashMap<>();

    private Logo() {}

    /**
     * Draws the mark.
     *
     * @param g    where
     * @param x    left edge
     * @param y    top edge
     * @param size width and height, in pixels
     */
    public static void draw(Graphics2D g, int x, int y, int size) {
        g.drawImage(PICTURES.computeIfAbsent(size, Logo::picture), x, y, null);
    }

    /** On a grid of 32 units. */
    private static BufferedImage picture(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setTransform(AffineTransform.getScaleInstance(size / 32.0, size / 32.0));
        fill(g, SIDE_LIGHT, 2, 7, 8.5, 4, 8.5, 12, 2, 13.4);
        fill(g, SIDE, 2, 15.2, 8.5, 13.8, 8.5, 25, 2, 22.4);
        fill(g, SIDE_LIGHT, 30, 7, 23.5, 4, 23.5, 12, 30, 13.4);
        fill(g, SIDE, 30, 15.2, 23.5, 13.8, 23.5, 25, 30, 22.4);
        fill(g, PANE_LIGHT, 10.5, 3.6, 21.5, 3.6, 21.5, 11.9, 10.5, 11.9);
        fill(g, PANE, 10.5, 13.8, 21.5, 13.8, 21.5, 25.4, 10.5, 25.4);
        fill(g, SIDE, 1, 24.6, 9.6, 27.6, 22.4, 27.6, 31, 24.6, 31, 26.6, 22.8, 30, 9.2, 30, 1, 26.6);
        g.dispose();
        return image;
    }

    private static void fill(Graphics2D g, Color color, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        g.setColor(color);
        g.fill(path);
    }
}
