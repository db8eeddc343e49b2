package oriel.rdp.codec.bitmap;

/**
 * The 256 colours of an 8 bpp connection: a colour cube with six steps per channel, and 40 greys between its own six. The
 * server sends it in a Palette Update (MS-RDPBCGR 2.2.9.1.1.3.1.1), so every client shows the same.
 */
public final class Palette {

    /** The palette of every connection. */
    public static final Palette CUBE = new Palette();

    /** Number of colours; MS-RDPBCGR demands exactly this many. */
    public static final int COLORS = 256;

    private static final int STEPS = 6;
    private static final int STEP = 51;
    private static final int CUBE_COLORS = STEPS * STEPS * STEPS;
    private static final int GREYS = COLORS - CUBE_COLORS;

    private final int[] colors = new int[COLORS];
    private final byte[] red = new byte[256];
    private final byte[] green = new byte[256];
    private final byte[] blue = new byte[256];
    private final byte[] grey = new byte[256];

    private Palette() {
        for (int i = 0; i < CUBE_COLORS; i++) {
            colors[i] = rgb(i / (STEPS * STEPS) * STEP, i / STEPS % STEPS * STEP, i % STEPS * STEP);
        }
        for (int i = 0; i < GREYS; i++) {
            int level = (i + 1) * 255 / (GREYS + 1);
            colors[CUBE_COLORS + i] = rgb(level, level, level);
        }
        for (int level = 0; level < 256; level++) {
            int step = (level + STEP / 2) / STEP;
            red[level] = (byte) (step * STEPS * STEPS);
            green[level] = (byte) (step * STEPS);
            blue[level] = (byte) step;
            grey[level] = (byte) nearestGrey(level);
        }
    }

    private int nearestGrey(int level) {
        int best = 0;
        for (int i = 1; i < COLORS; i++) {
            int color = colors[i];
            if (color == (color & 0xFF) * 0x010101
                    && Math.abs((color & 0xFF) - level) < Math.abs((colors[best] & 0xFF) - level)) {
                best = i;
            }
        }
        return best;
    }

    private static int rgb(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }

    /**
     * A colour of the palette.
     *
     * @param index 0 … 255
     * @return {@code 0x00RRGGBB}
     */
    public int color(int index) {
        return colors[index];
    }

    /**
     * The entry that stands for a colour.
     *
     * @param rgb {@code 0x00RRGGBB}
     * @return its index, 0 … 255
     */
    public int index(int rgb) {
        int r = rgb >> 16 & 0xFF;
        int g = rgb >> 8 & 0xFF;
        int b = rgb & 0xFF;
        if (r == g && g == b) {
            return grey[r] & 0xFF;
        }
        return (red[r] & 0xFF) + green[g] + blue[b];
    }
}
