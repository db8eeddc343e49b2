package oriel.contract.desktop;

/**
 * Takes what is typed. The session's end of the keyboard; on Windows the reader of the <em>i8042prt</em> device. Calls come
 * one at a time from a thread of the provider's and return at once.
 */
public interface KeyboardSink {

    /**
     * A key went down (or repeats) or up.
     *
     * @param scanCode make code of the key in PC scan code set 1, 0x01 … 0x7F
     * @param prefix   prefix that precedes the make code on the PC keyboard: 0, 0xE0 or 0xE1 (Pause, with make code 0x1D)
     * @param down     whether the key is down now
     */
    void key(int scanCode, int prefix, boolean down);

    /**
     * A character that is no key of the layout, as from an input method.
     *
     * @param codePoint Unicode code point
     * @param down      whether it is pressed now; a character types on press
     */
    void character(int codePoint, boolean down);

    /**
     * The lock keys of the client as they are now, whatever the session believed.
     *
     * @param scroll whether Scroll Lock is on
     * @param num    whether Num Lock is on
     * @param caps   whether Caps Lock is on
     * @param kana   whether Kana Lock is on
     */
    void locks(boolean scroll, boolean num, boolean caps, boolean kana);

    /** Every key that is down is released: the client lost the focus or went away. */
    void releaseAll();
}
