package oriel.service;

/**
 * What sessions and clients share, as the administrator has decided. Machine policy and the client itself may forbid more.
 *
 * @param clipboardToClient  whether what is copied in a session can be pasted at the client
 * @param clipboardToSession whether what is copied at the client can be pasted in a session
 * @param largestClipboard   the most bytes of one pasted content, 1 and more
 * @param sound              whether sessions are heard at the client
 */
public record Sharing(boolean clipboardToClient, boolean clipboardToSession, int largestClipboard, boolean sound) {

    /** What holds unless configured otherwise: everything, contents of up to 16 MiB. */
    public static final Sharing DEFAULT = new Sharing(true, true, 16 << 20, true);

    /** Checks the size. */
    public Sharing {
        if (largestClipboard < 1) {
            throw new IllegalArgumentException("largest clipboard of " + largestClipboard + " bytes");
        }
    }
}
