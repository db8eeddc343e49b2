package oriel.desktop.embedded.windows;

import java.awt.Rectangle;
import oriel.desktop.embedded.toolkit.PointerShape;

/** Parts of a window as the pointer meets them. */
enum FrameZone {
    OUTSIDE(PointerShape.ARROW),
    CONTENT(PointerShape.ARROW),
    TITLE(PointerShape.ARROW),
    MINIMISE(PointerShape.ARROW),
    MAXIMISE(PointerShape.ARROW),
    CLOSE(PointerShape.ARROW),
    NORTH(PointerShape.RESIZE_VERTICAL),
    SOUTH(PointerShape.RESIZE_VERTICAL),
    WEST(PointerShape.RESIZE_HORIZONTAL),
    EAST(PointerShape.RESIZE_HORIZONTAL),
    NORTH_WEST(PointerShape.RESIZE_FALLING),
    SOUTH_EAST(PointerShape.RESIZE_FALLING),
    NORTH_EAST(PointerShape.RESIZE_RISING),
    SOUTH_WEST(PointerShape.RESIZE_RISING);

    /** Width of one button in the title bar. */
    static final int BUTTON = 40;

    /** How far outside the frame an edge can be taken hold of. */
    private static final int GRIP_OUT = 5;

    private static final int GRIP_IN = 4;
    private static final int CORNER = 14;

    private final PointerShape shape;

    FrameZone(PointerShape shape) {
        this.shape = shape;
    }

    PointerShape shape() {
        return shape;
    }

    boolean resizes() {
        return shape != PointerShape.ARROW;
    }

    boolean north() {
        return this == NORTH || this == NORTH_WEST || this == NORTH_EAST;
    }

    boolean south() {
        return this == SOUTH || this == SOUTH_WEST || this == SOUTH_EAST;
    }

    boolean west() {
        return this == WEST || this == NORTH_WEST || this == SOUTH_WEST;
    }

    boolean east() {
        return this == EAST || this == NORTH_EAST || this == SOUTH_EAST;
    }

    static FrameZone of(Window window, int x, int y) {
        Rectangle b = window.bounds();
        int left = x - b.x;
        int top = y - b.y;
        int right = b.x + b.width - 1 - x;
        int bottom = b.y + b.height - 1 - y;
        boolean inside = left >= 0 && top >= 0 && right >= 0 && bottom >= 0;
        if (window.maximised()) {
            return inside ? inside(top, right) : OUTSIDE;
        }
        if (left < -GRIP_OUT || top < -GRIP_OUT || right < -GRIP_OUT || bottom < -GRIP_OUT) {
            return OUTSIDE;
        }
        FrameZone edge = edge(left, top, right, bottom);
        return edge != CONTENT ? edge : inside(top, right);
    }

    private static FrameZone edge(int left, int top, int right, int bottom) {
        boolean atLeft = left < GRIP_IN;
        boolean atRight = right < GRIP_IN;
        boolean atTop = top < GRIP_IN;
        boolean atBottom = bottom < GRIP_IN;
        if (!(atLeft || atRight || atTop || atBottom)) {
            return CONTENT;
        }
        boolean nearLeft = left < CORNER;
        boolean nearRight = right < CORNER;
        if (top < CORNER && (nearLeft || nearRight)) {
            return nearLeft ? NORTH_WEST : NORTH_EAST;
        }
        if (bottom < CORNER && (nearLeft || nearRight)) {
            return nearLeft ? SOUTH_WEST : SOUTH_EAST;
        }
        return atTop ? NORTH : atBottom ? SOUTH : atLeft ? WEST : EAST;
    }

    private static FrameZone inside(int top, int right) {
        if (top >= Window.TITLE) {
            return CONTENT;
        }
        return switch (right / BUTTON) {
            case 0 -> CLOSE;
            case 1 -> MAXIMISE;
            case 2 -> MINIMISE;
            default -> TITLE;
        };
    }
}
