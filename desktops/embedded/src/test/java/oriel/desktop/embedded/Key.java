package oriel.desktop.embedded;

/** Scan codes that tests press. */
final class Key {
    static final int ESCAPE = 0x01;
    static final int BACKSPACE = 0x0E;
    static final int TAB = 0x0F;
    static final int ENTER = 0x1C;
    static final int CTRL = 0x1D;
    static final int SHIFT = 0x2A;
    static final int ALT = 0x38;
    static final int SPACE = 0x39;
    static final int F4 = 0x3E;
    static final int UP = 0x48;
    static final int DOWN = 0x50;
    static final int LOGO = 0x5B;

    private Key() {}
}
