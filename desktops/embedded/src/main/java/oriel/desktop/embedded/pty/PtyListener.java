package oriel.desktop.embedded.pty;

/** Hears what a program on a PTY does. Called on the PTY's own thread, one call at a time. */
public interface PtyListener {

    /**
     * The program wrote something. While this call runs nothing more is read, and a program that writes on is held back.
     *
     * @param buffer holds what was written; valid during the call
     * @param length number of bytes, at least 1
     */
    void output(byte[] buffer, int length);

    /**
     * Everything written so far has been handed over. Called before waiting for more.
     *
     * @return milliseconds after which to call this again if nothing is written meanwhile; 0 = there is no need to
     */
    default int settled() {
        return 0;
    }

    /**
     * The program has ended or the terminal was closed; nothing follows.
     *
     * @param exitStatus as a shell would report it: 0 … 255, 128 + n after signal n; −1 = it had not ended yet
     */
    void ended(int exitStatus);
}
