package oriel.desktop.embedded.toolkit;

import java.awt.Rectangle;

/**
 * Collects damage during a change, so that watchers hear a few rectangles and not hundreds. Rectangles that nearly touch
 * are joined; when there are too many, the newest is joined with the one that grows least.
 */
final class DamageList implements Damage {

    private static final int MOST = 12;

    private final Rectangle[] areas = new Rectangle[MOST];
    private final Rectangle scratch = new Rectangle();
    private int count;

    DamageList() {
        for (int i = 0; i < MOST; i++) {
            areas[i] = new Rectangle();
        }
    }

    @Override
    public void repaint(int x, int y, int width, int height) {
        if (width <= 0 || height <= 0) {
            return;
        }
        scratch.setBounds(x, y, width, height);
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            long waste = waste(areas[i], scratch);
            if (waste < least) {
                least = waste;
                best = i;
            }
        }
        if (best >= 0 && (count == MOST || least <= area(scratch) / 4)) {
            areas[best].add(scratch);
        } else {
            areas[count++].setBounds(scratch);
        }
    }

    /** Pixels that the union covers beyond the two. */
    private static long waste(Rectangle a, Rectangle b) {
        long width = (long) Math.max(a.x + a.width, b.x + b.width) - Math.min(a.x, b.x);
        long height = (long) Math.max(a.y + a.height, b.y + b.height) - Math.min(a.y, b.y);
        return Math.max(0, width * height - area(a) - area(b));
    }

    private static long area(Rectangle r) {
        return (long) r.width * r.height;
    }

    /** Hands on what lies on a screen of the given size, and forgets all. */
    void drain(int width, int height, Damage to) {
        int areasNow = count;
        count = 0;
        for (int i = 0; i < areasNow; i++) {
            Rectangle r = areas[i];
            int left = Math.max(0, r.x);
            int top = Math.max(0, r.y);
            int right = Math.min(width, r.x + r.width);
            int bottom = Math.min(height, r.y + r.height);
            if (right > left && bottom > top) {
                to.repaint(left, top, right - left, bottom - top);
            }
        }
    }
}
