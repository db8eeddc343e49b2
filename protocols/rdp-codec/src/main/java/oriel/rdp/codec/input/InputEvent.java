package oriel.rdp.codec.input;

/**
 * What a user did — MS-RDPBCGR, sections 2.2.8.1.2.2 (fast-path) and 2.2.8.1.1.3.1 (slow-path). The same whichever way it came; the time
 * in a slow-path event is meaningless and dropped.
 */
public sealed interface InputEvent {
    /**
     * Fast-Path Keyboard Event, Keyboard Event — sections 2.2.8.1.2.2.1 and 2.2.8.1.1.3.1.1.1.
     *
     * @param keyCode scan code of set 1, 0 to 255
     * @param released whether the key went up
     * @param extended whether the code was preceded by 0xE0
     * @param extended1 whether the code was preceded by 0xE1, as in the sequence of Pause
     */
    record Scancode(int keyCode, boolean released, boolean extended, boolean extended1) implements InputEvent {}

    /**
     * Fast-Path Unicode Keyboard Event, Unicode Keyboard Event — sections 2.2.8.1.2.2.2 and 2.2.8.1.1.3.1.1.2.
     *
     * @param unicodeCode one UTF-16 code unit
     * @param released whether the key went up
     */
    record Unicode(int unicodeCode, boolean released) implements InputEvent {}

    /**
     * Fast-Path Mouse Event, Mouse Event — sections 2.2.8.1.2.2.3 and 2.2.8.1.1.3.1.1.3.
     *
     * @param pointerFlags {@link PointerFlags}
     * @param x column in pixels
     * @param y row in pixels
     */
    record Mouse(int pointerFlags, int x, int y) implements InputEvent {
        /** Rotation of the wheel with its sign, in units of which 120 are one notch; up and right are positive. */
        public int wheelRotation() {
            int rotation = pointerFlags & PointerFlags.WHEEL_ROTATION_MASK;
            return (pointerFlags & PointerFlags.WHEEL_NEGATIVE) == 0 ? rotation : rotation - 0x100;
        }

        /** Whether a flag of {@link PointerFlags} is set. */
        public boolean has(int flag) {
            return (pointerFlags & flag) != 0;
        }
    }

    /**
     * Fast-Path Extended Mouse Event, Extended Mouse Event — sections 2.2.8.1.2.2.4 and 2.2.8.1.1.3.1.1.4.
     *
     * @param pointerFlags {@link PointerFlags#DOWN}, {@link PointerFlags#XBUTTON1}, {@link PointerFlags#XBUTTON2}
     * @param x column in pixels
     * @param y row in pixels
     */
    record ExtendedMouse(int pointerFlags, int x, int y) implements InputEvent {
        /** Whether a flag of {@link PointerFlags} is set. */
        public boolean has(int flag) {
            return (pointerFlags & flag) != 0;
        }
    }

    /**
     * Fast-Path Relative Mouse Event, Relative Mouse Event — sections 2.2.8.1.2.2.7 and 2.2.8.1.1.3.1.1.7.
     *
     * @param pointerFlags {@link PointerFlags}
     * @param deltaX columns the mouse moved
     * @param deltaY rows the mouse moved
     */
    record RelativeMouse(int pointerFlags, int deltaX, int deltaY) implements InputEvent {}

    /**
     * Fast-Path Synchronize Event, Synchronize Event — sections 2.2.8.1.2.2.5 and 2.2.8.1.1.3.1.1.5: the state of the lock keys at the
     * client; all other keys are up.
     *
     * @param toggleFlags {@link #SCROLL_LOCK} and the others
     */
    record Synchronize(int toggleFlags) implements InputEvent {
        /** TS_SYNC_SCROLL_LOCK. */
        public static final int SCROLL_LOCK = 0x1;

        /** TS_SYNC_NUM_LOCK. */
        public static final int NUM_LOCK = 0x2;

        /** TS_SYNC_CAPS_LOCK. */
        public static final int CAPS_LOCK = 0x4;

        /** TS_SYNC_KANA_LOCK. */
        public static final int KANA_LOCK = 0x8;

        /** Whether a lock is on. */
        public boolean has(int flag) {
            return (toggleFlags & flag) != 0;
        }
    }

    /**
     * Fast-Path Quality of Experience (QoE) Timestamp Event — section 2.2.8.1.2.2.6.
     *
     * @param timestamp milliseconds, of the client's choosing
     */
    record QoeTimestamp(long timestamp) implements InputEvent {}
}
