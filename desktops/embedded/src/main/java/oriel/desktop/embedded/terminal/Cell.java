package oriel.desktop.embedded.terminal;

/**
 * A cell is three ints, so that a row is one array: what is shown, its foreground and its background.
 *
 * <pre>
 * code        bits 0 … 20 code point, 0 = nothing was written here; {@link #WIDE}, {@link #TAIL}, {@link #MARKED}
 * foreground  bits 0 … 23 colour, 24 … 25 its kind, 26 … 31 rendition flags
 * background  bits 0 … 23 colour, 24 … 25 its kind, 26 … 31 more rendition flags
 * </pre>
 */
final class Cell {

    static final int INTS = 3;

    static final int CODE_POINT = 0x1F_FFFF;
    /** The character takes this cell and the next. */
    static final int WIDE = 1 << 21;
    /** The second cell of a wide character. */
    static final int TAIL = 1 << 22;
    /** Combining marks stand in the row's list. */
    static final int MARKED = 1 << 23;

    /** The colour and its kind. */
    static final int COLOR = 0x3FF_FFFF;

    static final int KIND = 0x300_0000;
    static final int VALUE = 0xFF_FFFF;
    /** Kind: the default colour, as the whole colour is 0. */
    static final int DEFAULT = 0;
    /** Kind: the value is an index into the palette. */
    static final int INDEXED = 1 << 24;
    /** Kind: the value is 0xRRGGBB. */
    static final int RGB = 2 << 24;

    // flags in the foreground
    static final int BOLD = 1 << 26;
    static final int DIM = 1 << 27;
    static final int ITALIC = 1 << 28;
    static final int BLINK = 1 << 29;
    static final int INVERSE = 1 << 30;
    static final int INVISIBLE = 1 << 31;

    // flags in the background
    static final int STRIKE = 1 << 26;
    static final int OVERLINE = 1 << 27;
    /** Three bits: how it is underlined. */
    static final int UNDERLINE = 7 << 28;

    static final int UNDERLINE_SINGLE = 1 << 28;
    static final int UNDERLINE_DOUBLE = 2 << 28;
    static final int UNDERLINE_CURLY = 3 << 28;
    static final int UNDERLINE_DOTTED = 4 << 28;
    static final int UNDERLINE_DASHED = 5 << 28;
    /** Selective erase leaves the cell alone (DECSCA). */
    static final int PROTECTED = 1 << 31;

    private Cell() {}
}
