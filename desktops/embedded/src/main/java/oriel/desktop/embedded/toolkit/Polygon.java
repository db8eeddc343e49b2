package oriel.desktop.embedded.toolkit;

import java.util.Arrays;

/**
 * A convex polygon of one colour, drawn with soft edges straight into an array of pixels. Coverage follows from positions
 * on the screen alone, so strips of the same polygon fit together.
 */
public final class Polygon {

    private static final int SAMPLES = 4;

    private final int rgb;
    private final double[] xs;
    private final double[] ys;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    /**
     * Makes a polygon.
     *
     * @param rgb    its colour, {@code 0x00RRGGBB}
     * @param points x and y of each corner, in pixels, in turn
     */
    public Polygon(int rgb, double... points) {
        this.rgb = rgb;
        int corners = points.length / 2;
        xs = new double[corners];
        ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            xs[i] = points[2 * i];
            ys[i] = points[2 * i + 1];
        }
        left = Arrays.stream(xs).min().orElse(0);
        right = Arrays.stream(xs).max().orElse(0);
        top = Arrays.stream(ys).min().orElse(0);
        bottom = Arrays.stream(ys).max().orElse(0);
    }

    /**
     * Draws the part that lies in an area.
     *
     * @param x      left edge of the area, on the screen
     * @param y      top edge of the area, on the screen
     * @param width  of the area, in pixels
     * @param height of the area, in pixels
     * @param into   pixels of the area, row by row, {@code 0x00RRGGBB}
     * @param offset index of the area's first pixel in {@code into}
     * @param stride distance of two rows in {@code into}
     */
    public void paint(int x, int y, int width, int height, int[] into, int offset, int stride) {
        int first = Math.max(y, (int) Math.floor(top));
        int last = Math.min(y + height, (int) Math.ceil(bottom));
        if (right <= x || left >= x + width || last <= first) {
            return;
        }
        double[] lefts = new double[SAMPLES];
        double[] rights = new double[SAMPLES];
        for (int row = first; row < last; row++) {
            paintRow(x, width, row, lefts, rights, into, offset + (row - y) * stride);
        }
    }

    private void paintRow(int x, int width, int row, double[] lefts, double[] rights, int[] into, int at) {
        double outerLeft = Double.MAX_VALUE;
        double outerRight = -Double.MAX_VALUE;
        double innerLeft = -Double.MAX_VALUE;
        double innerRight = Double.MAX_VALUE;
        for (int i = 0; i < SAMPLES; i++) {
            span(row + (i + 0.5) / SAMPLES, lefts, rights, i);
            boolean empty = rights[i] <= lefts[i];
            outerLeft = empty ? outerLeft : Math.min(outerLeft, lefts[i]);
            outerRight = empty ? outerRight : Math.max(outerRight, rights[i]);
            innerLeft = Math.max(innerLeft, empty ? Double.MAX_VALUE : lefts[i]);
            innerRight = Math.min(innerRight, rights[i]);
        }
        if (outerRight <= outerLeft) {
            return;
        }
        int from = Math.max(x, (int) Math.floor(outerLeft));
        int to = Math.min(x + width, (int) Math.ceil(outerRight));
        int solidFrom = innerLeft < outerRight ? (int) Math.ceil(innerLeft) : to;
        int solidTo = innerRight > outerLeft ? (int) Math.floor(innerRight) : from;
        if (solidTo <= solidFrom) {
            soften(from, to, lefts, rights, into, at - x);
            return;
        }
        soften(from, Math.min(to, solidFrom), lefts, rights, into, at - x);
        int begin = Math.max(from, solidFrom);
        int end = Math.min(to, solidTo);
        if (end > begin) {
            Arrays.fill(into, at - x + begin, at - x + end, rgb);
        }
        soften(Math.max(from, solidTo), to, lefts, rights, into, at - x);
    }

    private void span(double y, double[] lefts, double[] rights, int sample) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (int i = 0; i < xs.length; i++) {
            int j = i + 1 == xs.length ? 0 : i + 1;
            if (ys[i] <= y != ys[j] <= y) {
                double x = xs[i] + (y - ys[i]) * (xs[j] - xs[i]) / (ys[j] - ys[i]);
                left = Math.min(left, x);
                right = Math.max(right, x);
            }
        }
        lefts[sample] = left;
        rights[sample] = right;
    }

    private void soften(int from, int to, double[] lefts, double[] rights, int[] into, int base) {
        for (int px = from; px < to; px++) {
            double covered = 0;
            for (int i = 0; i < SAMPLES; i++) {
                covered += Math.max(0, Math.min(px + 1.0, rights[i]) - Math.max(px, lefts[i]));
            }
            into[base + px] = mix(into[base + px], rgb, (int) Math.round(covered * 256 / SAMPLES));
        }
    }

    private static int mix(int under, int over, int part) {
        int red = mixChannel(under >> 16 & 0xFF, over >> 16 & 0xFF, part);
        int green = mixChannel(under >> 8 & 0xFF, over >> 8 & 0xFF, part);
        return red << 16 | green << 8 | mixChannel(under & 0xFF, over & 0xFF, part);
    }

    private static int mixChannel(int under, int over, int part) {
        return under + (((over - under) * part) >> 8);
    }
}
