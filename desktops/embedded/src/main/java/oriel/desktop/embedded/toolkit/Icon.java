package oriel.desktop.embedded.toolkit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Line drawings on a grid of 16 units. Drawn once per size and colour, afterwards copied. */
public enum Icon {
    /** A cross: close. */
    CLOSE("M4 4 L12 12 M12 4 L4 12"),
    /** A low line: minimise. */
    MINIMISE("M4 11 L12 11"),
    /** A square: maximise. */
    MAXIMISE("M4.5 4.5 L11.5 4.5 L11.5 11.5 L4.5 11.5 Z"),
    /** Two squares: restore. */
    RESTORE("M3.5 6.5 L9.5 6.5 L9.5 12.5 L3.5 12.5 Z M6.5 6.3 L6.5 3.5 L12.5 3.5 L12.5 9.5 L9.7 9.5"),
    /** A prompt: terminal. */
    TERMINAL("M1.8 2.8 L14.2 2.8 L14.2 13.2 L1.8 13.2 Z M4.4 6 L6.8 8 L4.4 10 M8.4 10.4 L11.4 10.4"),
    /** A pulse: this session. */
    PULSE("M1.5 8.5 L4.5 8.5 L6.5 3.5 L9.5 12.5 L11.3 8.5 L14.5 8.5"),
    /** A padlock: lock. */
    LOCK("M3.5 7.2 L12.5 7.2 L12.5 13.6 L3.5 13.6 Z M5.4 7 L5.4 5 C5.4 1.6 10.6 1.6 10.6 5 L10.6 7 M8 9.7 L8 11.2"),
    /** A plug apart: disconnect. */
    DISCONNECT("M6 3 L6 6 M10 3 L10 6 M4 6 L12 6 L12 8 C12 13 4 13 4 8 Z M8 11.8 L8 14.5"),
    /** A door with an arrow: log off. */
    LOGOFF("M9.5 2.5 L3 2.5 L3 13.5 L9.5 13.5 M6.5 8 L14 8 M11.2 5.2 L14 8 L11.2 10.8"),
    /** An eye: show the password. */
    EYE("M1.5 8 C4 3.4 12 3.4 14.5 8 C12 12.6 4 12.6 1.5 8 Z M10 8 C10 10.7 6 10.7 6 8 C6 5.3 10 5.3 10 8 Z"),
    /** An eye struck out: hide the password. */
    EYE_SHUT(
            "M1.5 8 C4 3.4 12 3.4 14.5 8 C12 12.6 4 12.6 1.5 8 Z M10 8 C10 10.7 6 10.7 6 8 C6 5.3 10 5.3 10 8 Z M3 13 L13 3"),
    /** An i in a circle. */
    INFO("M14 8 C14 16 2 16 2 8 C2 0 14 0 14 8 Z M8 7.4 L8 11.2 M8 4.8 L8 5"),
    /** A triangle with a mark: warning. */
    WARNING("M8 2.2 L14.6 13.6 L1.4 13.6 Z M8 6.4 L8 9.8 M8 11.6 L8 11.7"),
    /** A keyboard. */
    KEYBOARD(
            "M1.2 4 L14.8 4 L14.8 12 L1.2 12 Z M3.8 6.6 L4 6.6 M6.6 6.6 L6.8 6.6 M9.3 6.6 L9.5 6.6 M12.1 6.6 L12.3 6.6 M5 9.6 L11 9.6"),
    /** A globe: language. */
    GLOBE("M14 8 C14 16 2 16 2 8 C2 0 14 0 14 8 Z M2 8 L14 8 M8 2 C4.6 5 4.6 11 8 14 C11.4 11 11.4 5 8 2 Z"),
    /** A head and shoulders: user. */
    USER("M11 5.2 C11 9.2 5 9.2 5 5.2 C5 1.2 11 1.2 11 5.2 Z M2.4 14 C2.4 8.6 13.6 8.6 13.6 14"),
    /** A screen: client. */
    SCREEN("M1.6 2.8 L14.4 2.8 L14.4 10.8 L1.6 10.8 Z M8 10.8 L8 13.4 M5 13.4 L11 13.4"),
    /** A plus: new. */
    PLUS("M8 3.5 L8 12.5 M3.5 8 L12.5 8"),
    /** An arrowhead to the right: go on. */
    NEXT("M6 3.5 L10.5 8 L6 12.5");

    private record Drawn(Icon icon, int size, int argb) {}

    private static final ConcurrentMap<Drawn, BufferedImage> PICTURES = new ConcurrentHashMap<>();

    private final String outline;

    Icon(String outline) {
        this.outline = outline;
    }

    /**
     * Draws the icon.
     *
     * @param g     where
     * @param x     left edge
     * @param y     top edge
     * @param size  width and height, in pixels
     * @param color colour of the lines
     */
    public void draw(Graphics2D g, int x, int y, int size, Color color) {
        BufferedImage picture = PICTURES.computeIfAbsent(new Drawn(this, size, color.getRGB()), Icon::picture);
        g.drawImage(picture, x, y, null);
    }

    private static BufferedImage picture(Drawn wanted) {
        BufferedImage image = new BufferedImage(wanted.size, wanted.size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double scale = wanted.size / 16.0;
        g.setColor(new Color(wanted.argb, true));
        g.setStroke(new BasicStroke((float) (1.35 * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(AffineTransform.getScaleInstance(scale, scale).createTransformedShape(path(wanted.icon.outline)));
        g.dispose();
        return image;
    }

    /** Reads the few commands the outlines use: move, line, curve, close. */
    private static Path2D path(String outline) {
        Path2D path = new Path2D.Double();
        String[] words = outline.split(" ");
        int i = 0;
        while (i < words.length) {
            char command = words[i].charAt(0);
            switch (command) {
                case 'M' -> path.moveTo(number(words[i].substring(1)), number(words[i + 1]));
                case 'L' -> path.lineTo(number(words[i].substring(1)), number(words[i + 1]));
                case 'C' ->
                    path.curveTo(
                            number(words[i].substring(1)),
                            number(words[i + 1]),
                            number(words[i + 2]),
                            number(words[i + 3]),
                            number(words[i + 4]),
                            number(words[i + 5]));
                case 'Z' -> path.closePath();
                default -> throw new IllegalArgumentException("drawing command " + command);
            }
            i += command == 'Z' ? 1 : command == 'C' ? 6 : 2;
        }
        return path;
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }
}
