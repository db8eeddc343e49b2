package oriel.desktop.embedded.terminal;

import java.util.Arrays;

/** Where the next character goes, and how it will look: what DECSC saves and DECRC brings back. */
final class Cursor {

    int row;
    int column;
    /** The last column was filled: the next character begins a new line first. */
    boolean pendingWrap;
    /** Colour and flags as in {@link Cell}. */
    int foreground;

    int background;
    boolean origin;

    private final Charset[] sets = new Charset[4];
    private int shifted;
    /** Set for the next character only; −1 = none. */
    private int singleShift = -1;

    Cursor() {
        Arrays.fill(sets, Charset.ASCII);
    }

    void assign(Cursor other) {
        row = other.row;
        column = other.column;
        pendingWrap = other.pendingWrap;
        foreground = other.foreground;
        background = other.background;
        origin = other.origin;
        System.arraycopy(other.sets, 0, sets, 0, sets.length);
        shifted = other.shifted;
        singleShift = other.singleShift;
    }

    void resetRendition() {
        foreground = 0;
        background &= Cell.PROTECTED;
    }

    /** The background of cells that are erased: the colour, without the flags. */
    int erased() {
        return background & Cell.COLOR;
    }

    void designate(int set, Charset charset) {
        sets[set] = charset;
    }

    /** Invokes a set into the left half of the code table: SI, SO, LS2, LS3. */
    void shift(int set) {
        shifted = set;
    }

    void singleShift(int set) {
        singleShift = set;
    }

    void resetCharsets() {
        Arrays.fill(sets, Charset.ASCII);
        shifted = 0;
        singleShift = -1;
    }

    /** Whether characters 0x20 … 0x7E mean themselves. */
    boolean plain() {
        return singleShift < 0 && sets[shifted] == Charset.ASCII;
    }

    int map(int c) {
        int set = singleShift < 0 ? shifted : singleShift;
        singleShift = -1;
        return c < 0x7F ? sets[set].map(c) : c;
    }
}
