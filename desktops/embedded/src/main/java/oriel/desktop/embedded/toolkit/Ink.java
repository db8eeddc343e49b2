package oriel.desktop.embedded.toolkit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Rounded shapes and shadows. Corners are small pictures made once: Java2D's own antialiased shapes are slower, cost a slow
 * start, and may differ by a shade with the clip, whereas a picture is the same wherever it is cut.
 */
public final class Ink {

    /** How far a {@linkplain #shadow shadow} reaches beyond its shape, in pixels; 4 more below. */
    public static final int SHADOW = 12;

    private static final int SHADOW_DROP = 4;
    private static final int SAMPLES = 8;
    private static final int[] SHADOW_ALPHA = {34, 20, 8};
    private static final ConcurrentMap<Corner, BufferedImage> CORNERS = new ConcurrentHashMap<>();

    /** A disc (or ring) of which the quarters are the corners; {@code thickness} 0 = filled, −1 = shadow. */
    private record Corner(int radius, int thickness, int argb) {}

    private Ink() {}

    /**
     * Fills a rectangle.
     *
     * @param g      where
     * @param x      left edge
     * @param y      top edge
     * @param width  in pixels
     * @param height in pixels
     * @param color  with what
     */
    public static void fill(Graphics2D g, int x, int y, int width, int height, Color color) {
        g.setColor(color);
        g.fillRect(x, y, width, height);
    }

    /**
     * Fills a rectangle with round corners.
     *
     * @param g      where
     * @param x      left edge
     * @param y      top edge
     * @param width  in pixels, at least twice the radius
     * @param height in pixels, at least twice the radius
     * @param radius of the corners, in pixels
     * @param color  with what
     */
    public static void round(Graphics2D g, int x, int y, int width, int height, int radius, Color color) {
        g.setColor(color);
        g.fillRect(x + radius, y, width - 2 * radius, height);
        g.fillRect(x, y + radius, radius, height - 2 * radius);
        g.fillRect(x + width - radius, y + radius, radius, height - 2 * radius);
        corners(g, x, y, width, height, radius, disc(radius, 0, color), true);
    }

    /**
     * Fills a rectangle of which only the upper corners are round.
     *
     * @param g      where
     * @param x      left edge
     * @param y      top edge
     * @param width  in pixels, at least twice the radius
     * @param height in pixels, at least the radius
     * @param radius of the corners, in pixels
     * @param color  with what
     */
    public static void roundTop(Graphics2D g, int x, int y, int width, int height, int radius, Color color) {
        g.setColor(color);
        g.fillRect(x + radius, y, width - 2 * radius, radius);
        g.fillRect(x, y + radius, width, height - radius);
        corners(g, x, y, width, height, radius, disc(radius, 0, color), false);
    }

    /**
     * Draws the outline of a rectangle with round corners, inside its bounds.
     *
     * @param g         where
     * @param x         left edge
     * @param y         top edge
     * @param width     in pixels, at least twice the radius
     * @param height    in pixels, at least twice the radius
     * @param radius    outer radius of the corners, in pixels
     * @param thickness of the line, in pixels, at most the radius
     * @param color     with what
     */
    public static void ring(Graphics2D g, int x, int y, int width, int height, int radius, int thickness, Color color) {
        g.setColor(color);
        g.fillRect(x + radius, y, width - 2 * radius, thickness);
        g.fillRect(x + radius, y + height - thickness, width - 2 * radius, thickness);
        g.fillRect(x, y + radius, thickness, height - 2 * radius);
        g.fillRect(x + width - thickness, y + radius, thickness, height - 2 * radius);
        corners(g, x, y, width, height, radius, disc(radius, thickness, color), true);
    }

    /**
     * Draws a filled circle.
     *
     * @param g        where
     * @param x        left edge
     * @param y        top edge
     * @param diameter in pixels, even
     * @param color    with what
     */
    public static void circle(Graphics2D g, int x, int y, int diameter, Color color) {
        g.drawImage(disc(diameter / 2, 0, color), x, y, null);
    }

    /**
     * Draws the shadow of a rectangle with round corners: three flat steps around it, a little lower than the shape.
     * Nothing is drawn where the shape itself will be, corners excepted.
     *
     * @param g      where
     * @param x      left edge of the shape
     * @param y      top edge of the shape
     * @param width  of the shape, in pixels
     * @param height of the shape, in pixels
     */
    public static void shadow(Graphics2D g, int x, int y, int width, int height) {
        int reach = SHADOW;
        int size = 2 * reach;
        int left = x - reach;
        int top = y - reach + SHADOW_DROP;
        int right = x + width - reach;
        int bottom = y + height - reach + SHADOW_DROP;
        corners(g, left, top, width + size, height + size, size, disc(size, -1, Color.BLACK), true);
        int step = reach / SHADOW_ALPHA.length;
        for (int i = 0; i < SHADOW_ALPHA.length; i++) {
            g.setColor(new Color(0, 0, 0, SHADOW_ALPHA[SHADOW_ALPHA.length - 1 - i]));
            int inset = i * step;
            g.fillRect(left + size, top + inset, right - left - size, step);
            g.fillRect(left + size, bottom + size - inset - step, right - left - size, step);
            g.fillRect(left + inset, top + size, step, bottom - top - size);
            g.fillRect(right + size - inset - step, top + size, step, bottom - top - size);
        }
        g.setColor(new Color(0, 0, 0, SHADOW_ALPHA[0]));
        g.fillRect(x + reach, y + height, width - size, SHADOW_DROP);
    }

    private static void corners(
            Graphics2D g, int x, int y, int width, int height, int r, BufferedImage disc, boolean lower) {
        int right = x + width;
        int bottom = y + height;
        g.drawImage(disc, x, y, x + r, y + r, 0, 0, r, r, null);
        g.drawImage(disc, right - r, y, right, y + r, r, 0, 2 * r, r, null);
        if (lower) {
            g.drawImage(disc, x, bottom - r, x + r, bottom, 0, r, r, 2 * r, null);
            g.drawImage(disc, right - r, bottom - r, right, bottom, r, r, 2 * r, 2 * r, null);
        }
    }

    private static BufferedImage disc(int radius, int thickness, Color color) {
        return CORNERS.computeIfAbsent(new Corner(radius, thickness, color.getRGB()), Ink::draw);
    }

    private static BufferedImage draw(Corner corner) {
        int size = 2 * corner.radius;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int alpha = corner.thickness < 0 ? shadowAlpha(corner, x, y) : coverage(corner, x, y);
                image.setRGB(x, y, (alpha << 24) | (corner.argb & 0xFFFFFF));
            }
        }
        return image;
    }

    private static int coverage(Corner corner, int x, int y) {
        double outer = (double) corner.radius * corner.radius;
        double hole = corner.thickness == 0 ? 0 : (double) corner.radius - corner.thickness;
        int hits = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double dx = x + (i % SAMPLES + 0.5) / SAMPLES - corner.radius;
            double dy = y + (i / SAMPLES + 0.5) / SAMPLES - corner.radius;
            double square = dx * dx + dy * dy;
            hits += square <= outer && square >= hole * hole ? 1 : 0;
        }
        return (corner.argb >>> 24) * hits / (SAMPLES * SAMPLES);
    }

    private static int shadowAlpha(Corner corner, int x, int y) {
        double distance = Math.hypot(x + 0.5 - corner.radius, y + 0.5 - corner.radius) - corner.radius / 2.0;
        if (distance < 0) {
            return SHADOW_ALPHA[0];
        }
        int step = (int) (distance * SHADOW_ALPHA.length / (corner.radius / 2.0));
        return step < SHADOW_ALPHA.length ? SHADOW_ALPHA[step] : 0;
    }
}
