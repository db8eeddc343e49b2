package oriel.rdp.codec.bitmap;

import java.util.Random;

/** Pictures of the kinds that screens show, from a seed. */
final class Pictures {

    private static final int KINDS = 7;

    private Pictures() {}

    /** A picture of {@code width × height} colours ({@code 0x00RRGGBB}); its kind follows from the seed. */
    static int[] of(long seed, int width, int height) {
        Random random = new Random(seed);
        int[] rgb = new int[width * height];
        switch ((int) Math.floorMod(seed, (long) KINDS)) {
            case 0 -> noise(random, rgb, 0x1000000);
            case 1 -> noise(random, rgb, 3);
            case 2 -> flat(random, rgb, width, height);
            case 3 -> text(random, rgb);
            case 4 -> gradient(rgb, width);
            case 5 -> java.util.Arrays.fill(rgb, random.nextInt(0x1000000));
            default -> dithered(random, rgb);
        }
        return rgb;
    }

    private static void noise(Random random, int[] rgb, int colors) {
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = random.nextInt(colors) * (colors > 3 ? 1 : 0x7F7F7F);
        }
    }

    private static void flat(Random random, int[] rgb, int width, int height) {
        for (int n = 0; n < 6; n++) {
            int color = random.nextInt(0x1000000);
            int left = random.nextInt(width);
            int right = left + random.nextInt(width - left) + 1;
            int top = random.nextInt(height);
            int bottom = top + random.nextInt(height - top) + 1;
            for (int y = top; y < bottom; y++) {
                java.util.Arrays.fill(rgb, y * width + left, y * width + right, color);
            }
        }
    }

    private static void text(Random random, int[] rgb) {
        java.util.Arrays.fill(rgb, 0xF0F0F0);
        for (int i = 0; i < rgb.length; i++) {
            if (random.nextInt(4) == 0) {
                rgb[i] = 0x202020;
            }
        }
    }

    private static void gradient(int[] rgb, int width) {
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (i % width) * 0x010203 + (i / width) * 0x030100 & 0xFFFFFF;
        }
    }

    private static void dithered(Random random, int[] rgb) {
        int a = random.nextInt(0x1000000);
        int b = random.nextInt(0x1000000);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (i & 1) == 0 ? a : b;
        }
    }
}
