package oriel.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** A client that draws what it is told, and counts. */
final class Canvas implements PictureSink {

    final int width;
    final int height;
    final int[] pixels;
    int fills;
    int rectangles;
    long sent;
    int strips;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        Arrays.fill(pixels, 0xABCDEF);
    }

    void reset() {
        fills = 0;
        rectangles = 0;
        sent = 0;
        strips = 0;
    }

    @Override
    public void fill(int x, int y, int w, int h, int rgb) {
        check(x, y, w, h);
        fills++;
        for (int row = y; row < y + h; row++) {
            Arrays.fill(pixels, row * width + x, row * width + x + w, rgb);
        }
    }

    @Override
    public void pixels(int x, int y, int w, int h, int[] rgb, int offset, int stride) {
        check(x, y, w, h);
        rectangles++;
        for (int row = 0; row < h; row++) {
            System.arraycopy(rgb, offset + row * stride, pixels, (y + row) * width + x, w);
        }
    }

    private void check(int x, int y, int w, int h) {
        assertThat(x % 32).isZero();
        assertThat(w).isPositive();
        assertThat(h).isBetween(1, 64);
        assertThat(x + w).isLessThanOrEqualTo(width);
        assertThat(y + h).isLessThanOrEqualTo(height);
        sent += (long) w * h;
    }

    @Override
    public void endStrip() {
        strips++;
    }
}
