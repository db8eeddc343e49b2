package oriel.desktop.embedded.terminal;

/** What a {@link Parser} finds in the stream. */
interface Functions {

    /** A character to show. */
    void print(int codePoint);

    /** A C0 control. */
    void control(int code);

    /**
     * An escape sequence (ECMA-48, 5.3.3; ECMA-35, 13.2).
     *
     * @param intermediate the byte before the final one; 0 = none
     * @param last         the final byte
     */
    void escape(int intermediate, int last);

    /**
     * A control sequence (ECMA-48, 5.4).
     *
     * @param prefix       private parameter byte at the beginning, one of {@code < = > ?}; 0 = none
     * @param intermediate the byte before the final one; 0 = none
     * @param last         the final byte
     * @param parameters   valid during the call
     */
    void controlSequence(int prefix, int intermediate, int last, Parameters parameters);

    /**
     * An operating system command.
     *
     * @param text what is between OSC and its terminator
     */
    void command(String text);

    /**
     * A device control string.
     *
     * @param prefix       as for control sequences
     * @param intermediate as for control sequences
     * @param last         as for control sequences
     * @param text         what follows the final byte, up to the terminator
     */
    void deviceControl(int prefix, int intermediate, int last, String text);
}
