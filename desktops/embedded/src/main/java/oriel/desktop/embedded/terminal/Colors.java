package oriel.desktop.embedded.terminal;

/** The colours behind the numbers: 256 of a palette, the default ones and the cursor's. A program may change them. */
final class Colors {

    static final int FOREGROUND = 256;
    static final int BACKGROUND = 257;
    static final int CURSOR = 258;

    /** The scheme: a calm, dark ground; strong enough colours that text in each of them can be read on it. */
    private static final int[] SCHEME = {
        0x16262F, 0xD9606A, 0x7FBF86, 0xDDAF62, 0x3573B4, 0xA873D1, 0x2F97A5, 0xC4CFD5, //
        0x5F7885, 0xF2858C, 0xA9DDAC, 0xF7D08A, 0x74B4F2, 0xCFA4F0, 0x7CD5DF, 0xF4F8FA,
    };

    private static final int SCHEME_FOREGROUND = 0xD3DDE2;
    private static final int SCHEME_BACKGROUND = 0x0F1A21;
    private static final int SCHEME_CURSOR = 0xF5B95C;

    private static final int CUBE = 16;
    private static final int GREYS = 232;

    private final int[] now = new int[CURSOR + 1];

    Colors() {
        reset();
    }

    private static int initial(int index) {
        if (index < CUBE) {
            return SCHEME[index];
        }
        if (index < GREYS) {
            int cube = index - CUBE;
            return step(cube / 36) << 16 | step(cube / 6 % 6) << 8 | step(cube % 6);
        }
        return switch (index) {
            case FOREGROUND -> SCHEME_FOREGROUND;
            case BACKGROUND -> SCHEME_BACKGROUND;
            case CURSOR -> SCHEME_CURSOR;
            default -> (8 + 10 * (index - GREYS)) * 0x01_01_01;
        };
    }

    private static int step(int level) {
        return level == 0 ? 0 : 55 + 40 * level;
    }

    void reset() {
        for (int i = 0; i < now.length; i++) {
            now[i] = initial(i);
        }
    }

    void reset(int index) {
        now[index] = initial(index);
    }

    /** 0xRRGGBB. */
    int get(int index) {
        return now[index];
    }

    void set(int index, int rgb) {
        now[index] = rgb;
    }

    /** What a colour of a {@link Cell} looks like. */
    int resolve(int color, int ofDefault) {
        return switch (color & Cell.KIND) {
            case Cell.INDEXED -> now[color & 0xFF];
            case Cell.RGB -> color & Cell.VALUE;
            default -> now[ofDefault];
        };
    }
}
