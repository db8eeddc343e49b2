package oriel.contract.desktop;

/**
 * Takes what is pointed at. The session's end of the mouse; on Windows the reader of the <em>mouclass</em> device. Calls
 * come one at a time from a thread of the provider's and return at once. Positions outside the screen are clamped to it.
 */
public interface PointerSink {

    /** The button under the index finger. */
    int LEFT = 1;

    /** The button under the ring finger. */
    int RIGHT = 2;

    /** The wheel pressed. */
    int MIDDLE = 3;

    /** First extra button ("back"). */
    int EXTRA_1 = 4;

    /** Second extra button ("forward"). */
    int EXTRA_2 = 5;

    /** Wheel units of one notch. */
    int NOTCH = 120;

    /**
     * The pointer moved.
     *
     * @param x in pixels
     * @param y in pixels
     */
    void moved(int x, int y);

    /**
     * A button went down or up.
     *
     * @param button one of {@link #LEFT} … {@link #EXTRA_2}
     * @param down   whether it is down now
     * @param x      position at that moment, in pixels
     * @param y      position at that moment, in pixels
     */
    void button(int button, boolean down, int x, int y);

    /**
     * The wheel turned.
     *
     * @param units      away from the user (or to the right) positive; {@value #NOTCH} are one notch
     * @param horizontal whether it is the horizontal wheel
     * @param x          position at that moment, in pixels
     * @param y          position at that moment, in pixels
     */
    void wheel(int units, boolean horizontal, int x, int y);

    /** Every button that is down is released: the client lost the focus or went away. */
    void releaseAll();
}
