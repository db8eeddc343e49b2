package oriel.picture;

import java.util.ArrayDeque;

/**
 * Pixel buffers that all planners share. A buffer is lent for the time between reading a strip and encoding it, which never
 * waits for a client, so a handful serve any number of connections. At most {@value #KEPT} pixels are kept for the next
 * borrower.
 */
final class StripBuffers {

    /** Most pixels that lie idle: 4 MiB. */
    private static final int KEPT = 1 << 20;

    private static final ArrayDeque<int[]> IDLE = new ArrayDeque<>();
    private static int idlePixels;

    private StripBuffers() {}

    /** A buffer of at least this many pixels; its contents are arbitrary. */
    static int[] borrow(int pixels) {
        synchronized (IDLE) {
            int[] buffer = IDLE.pollFirst();
            if (buffer != null) {
                idlePixels -= buffer.length;
                if (buffer.length >= pixels) {
                    return buffer;
                }
            }
        }
        return new int[pixels];
    }

    /** Gives a buffer back. */
    static void giveBack(int[] buffer) {
        synchronized (IDLE) {
            if (idlePixels + buffer.length <= KEPT) {
                IDLE.addFirst(buffer);
                idlePixels += buffer.length;
            }
        }
    }
}
