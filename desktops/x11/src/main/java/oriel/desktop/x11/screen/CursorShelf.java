package oriel.desktop.x11.screen;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import oriel.contract.desktop.CursorShape;
import oriel.desktop.x11.extension.Fixes;

/** Shapes that were shown lately, so that a shape that comes back is the same object. Used by one thread. */
final class CursorShelf {

    private static final int MOST = 64;

    private final Map<Picture, CursorShape> shapes = new LinkedHashMap<>(MOST, 0.75F, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Picture, CursorShape> eldest) {
            return size() > MOST;
        }
    };

    /** What a shape looks like; programs make the same one anew again and again, under other numbers. */
    private record Picture(int width, int hotX, int hotY, int hash, int... pixels) {

        static Picture of(Fixes.CursorImage image) {
            int[] pixels = image.pixels();
            return new Picture(image.width(), image.hotX(), image.hotY(), Arrays.hashCode(pixels), pixels);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Picture that
                    && width == that.width
                    && hotX == that.hotX
                    && hotY == that.hotY
                    && hash == that.hash
                    && Arrays.equals(pixels, that.pixels);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    CursorShape shape(Fixes.CursorImage image) {
        if (isInvisible(image.pixels())) {
            return CursorShape.HIDDEN;
        }
        return shapes.computeIfAbsent(Picture.of(image), picture -> make(image));
    }

    private static boolean isInvisible(int... pixels) {
        for (int pixel : pixels) {
            if (pixel >>> 24 != 0) {
                return false;
            }
        }
        return true;
    }

    /** Larger ones than anybody shows are cut around the hot spot. */
    private static CursorShape make(Fixes.CursorImage image) {
        int width = Math.min(image.width(), CursorShape.LARGEST);
        int height = Math.min(image.height(), CursorShape.LARGEST);
        int hotX = Math.clamp(image.hotX(), 0, image.width() - 1);
        int hotY = Math.clamp(image.hotY(), 0, image.height() - 1);
        int left = Math.clamp(hotX - width / 2, 0, image.width() - width);
        int top = Math.clamp(hotY - height / 2, 0, image.height() - height);
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = straight(image.pixels()[(top + y) * image.width() + left + x]);
            }
        }
        return new CursorShape(width, height, hotX - left, hotY - top, argb);
    }

    /** From premultiplied alpha to alpha that stands by itself. */
    static int straight(int pixel) {
        int alpha = pixel >>> 24;
        if (alpha == 0xFF) {
            return pixel;
        }
        if (alpha == 0) {
            return 0;
        }
        return alpha << 24
                | channel(pixel >> 16 & 0xFF, alpha) << 16
                | channel(pixel >> 8 & 0xFF, alpha) << 8
                | channel(pixel & 0xFF, alpha);
    }

    private static int channel(int premultiplied, int alpha) {
        return Math.min(0xFF, (premultiplied * 0xFF + alpha / 2) / alpha);
    }
}
