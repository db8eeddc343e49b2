package oriel.desktop.embedded.terminal;

/** What a terminal does besides showing characters. Called while it takes in bytes. */
interface TerminalListener {

    /** Bytes for the program: answers to its questions. */
    void reply(byte[] bytes);

    /** The program named its window; the text has no controls and at most 256 characters. */
    void title(String title);

    /** The bell rings. */
    void bell();
}
