package oriel.desktop.embedded.terminal;

/** The two colours of a cell as they are shown: flags, reversal, selection and all. Reused from cell to cell. */
final class CellInk {

    /** Ground of what is selected. */
    private static final int SELECTED = 0x2B5D6B;

    private static final int BRIGHT = 8;

    int text;
    int ground;

    /** Works out the colours of a cell. */
    void of(int foreground, int background, Colors colors, boolean reversed, boolean selected) {
        int bright = (foreground & Cell.BOLD) != 0
                        && (foreground & Cell.KIND) == Cell.INDEXED
                        && (foreground & Cell.VALUE) < BRIGHT
                ? BRIGHT
                : 0;
        text = colors.resolve(foreground + bright, Colors.FOREGROUND);
        ground = colors.resolve(background, Colors.BACKGROUND);
        if (((foreground & Cell.INVERSE) != 0) != reversed) {
            swap();
        }
        if (selected) {
            ground = SELECTED;
        }
        if ((foreground & Cell.DIM) != 0) {
            text = mix(text, ground);
        }
        if ((foreground & Cell.INVISIBLE) != 0) {
            text = ground;
        }
    }

    private void swap() {
        int before = text;
        text = ground;
        ground = before;
    }

    /** Three parts of one and two of the other. */
    private static int mix(int a, int b) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            mixed |= (((a >> shift & 0xFF) * 3 + (b >> shift & 0xFF) * 2) / 5) << shift;
        }
        return mixed;
    }
}
