package oriel.desktop.embedded.toolkit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;
import oriel.contract.desktop.CursorShape;

/**
 * The pictures of the pointer, drawn when first wanted: dark inside, light around, so that they show on any ground. They
 * are 32 pixels wide and high, which every client can show.
 */
final class PointerShapes {

    private static final int SIZE = 32;
    private static final int MIDDLE = SIZE / 2;
    private static final Color INSIDE = new Color(0x0B1E29);
    private static final Color AROUND = Color.WHITE;
    private static final Map<PointerShape, CursorShape> MADE = new EnumMap<>(PointerShape.class);

    private PointerShapes() {}

    static CursorShape of(PointerShape shape) {
        synchronized (MADE) {
            return MADE.computeIfAbsent(shape, PointerShapes::make);
        }
    }

    private static CursorShape make(PointerShape shape) {
        return switch (shape) {
            case ARROW -> picture(arrow(), 4, 3);
            case TEXT -> picture(beam(), MIDDLE, MIDDLE);
            case HAND -> picture(hand(), 12, 4);
            case MOVE -> picture(cross(), MIDDLE, MIDDLE);
            case RESIZE_HORIZONTAL -> picture(doubleArrow(0), MIDDLE, MIDDLE);
            case RESIZE_VERTICAL -> picture(doubleArrow(Math.PI / 2), MIDDLE, MIDDLE);
            case RESIZE_FALLING -> picture(doubleArrow(Math.PI / 4), MIDDLE, MIDDLE);
            case RESIZE_RISING -> picture(doubleArrow(-Math.PI / 4), MIDDLE, MIDDLE);
            case BUSY -> picture(hourglass(), MIDDLE, MIDDLE);
        };
    }

    private static CursorShape picture(Shape outline, int hotX, int hotY) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(AROUND);
        g.setStroke(new BasicStroke(2.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(outline);
        g.setColor(INSIDE);
        g.fill(outline);
        g.dispose();
        return new CursorShape(SIZE, SIZE, hotX, hotY, image.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE));
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Shape arrow() {
        return path(4.5, 3.5, 4.5, 20.5, 8.6, 16.8, 11.4, 23.2, 14.4, 21.9, 11.7, 15.7, 17.2, 15.4);
    }

    private static Shape beam() {
        Area beam = new Area(new Rectangle2D.Double(15.5, 8, 2, 17));
        beam.add(new Area(new RoundRectangle2D.Double(12.5, 7, 8, 2, 1, 1)));
        beam.add(new Area(new RoundRectangle2D.Double(12.5, 24, 8, 2, 1, 1)));
        return beam;
    }

    private static Shape hand() {
        Area hand = new Area(new RoundRectangle2D.Double(10.5, 4, 4, 16, 4, 4));
        hand.add(new Area(new RoundRectangle2D.Double(14, 10.5, 3.8, 10, 3.6, 3.6)));
        hand.add(new Area(new RoundRectangle2D.Double(17.3, 11.2, 3.7, 10, 3.6, 3.6)));
        hand.add(new Area(new RoundRectangle2D.Double(20.4, 12.4, 3.4, 10, 3.4, 3.4)));
        hand.add(new Area(new RoundRectangle2D.Double(10.5, 14.5, 13.3, 12, 8, 8)));
        hand.add(new Area(path(6.2, 16.2, 8.2, 14.6, 11.5, 17.6, 12.5, 23, 11, 22.5)));
        return hand;
    }

    private static Shape arrowPair() {
        return path(
                4.5, 16, 9.5, 11, 9.5, 14.8, 22.5, 14.8, 22.5, 11, 27.5, 16, 22.5, 21, 22.5, 17.2, 9.5, 17.2, 9.5, 21);
    }

    private static Shape doubleArrow(double turn) {
        return AffineTransform.getRotateInstance(turn, MIDDLE, MIDDLE).createTransformedShape(arrowPair());
    }

    private static Shape cross() {
        Area cross = new Area(doubleArrow(0));
        cross.add(new Area(doubleArrow(Math.PI / 2)));
        return cross;
    }

    private static Shape hourglass() {
        Area glass = new Area(path(
                10.5, 8, 21.5, 8, 21.5, 10.5, 17.2, 16, 21.5, 21.5, 21.5, 24, 10.5, 24, 10.5, 21.5, 14.8, 16, 10.5,
                10.5));
        glass.subtract(new Area(path(12.5, 10.2, 19.5, 10.2, 16.8, 13.4, 15.2, 13.4)));
        return glass;
    }
}
