package oriel.rdp.codec.input;

/** Values of the field pointerFlags of mouse events — MS-RDPBCGR, sections 2.2.8.1.1.3.1.1.3 and 2.2.8.1.1.3.1.1.4. */
public final class PointerFlags {
    /** PTRFLAGS_HWHEEL: the horizontal wheel turned. */
    public static final int HORIZONTAL_WHEEL = 0x0400;

    /** PTRFLAGS_WHEEL: the vertical wheel turned. */
    public static final int WHEEL = 0x0200;

    /** PTRFLAGS_WHEEL_NEGATIVE: the rotation is negative. */
    public static final int WHEEL_NEGATIVE = 0x0100;

    /** WheelRotationMask: the low byte of a rotation in two's complement. */
    public static final int WHEEL_ROTATION_MASK = 0x00FF;

    /** PTRFLAGS_MOVE. */
    public static final int MOVE = 0x0800;

    /** PTRFLAGS_DOWN: the buttons named went down; without it they went up. */
    public static final int DOWN = 0x8000;

    /** PTRFLAGS_BUTTON1: the left button. */
    public static final int BUTTON1 = 0x1000;

    /** PTRFLAGS_BUTTON2: the right button. */
    public static final int BUTTON2 = 0x2000;

    /** PTRFLAGS_BUTTON3: the middle button or wheel. */
    public static final int BUTTON3 = 0x4000;

    /** PTRXFLAGS_BUTTON1: in extended mouse events, the fourth button. */
    public static final int XBUTTON1 = 0x0001;

    /** PTRXFLAGS_BUTTON2: in extended mouse events, the fifth button. */
    public static final int XBUTTON2 = 0x0002;

    private PointerFlags() {}
}
