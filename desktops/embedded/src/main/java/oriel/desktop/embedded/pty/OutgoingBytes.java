package oriel.desktop.embedded.pty;

import java.util.Arrays;

/** Bytes on their way to a program that does not read them yet: a queue with an upper bound. Not for several threads. */
final class OutgoingBytes {

    private final int limit;
    private byte[] bytes = new byte[0];
    private int start;
    private int end;

    OutgoingBytes(int limit) {
        this.limit = limit;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** Appends all or, when they would not fit, nothing. */
    boolean offer(byte[] from, int offset, int length) {
        int size = end - start;
        if (length > limit - size) {
            return false;
        }
        if (length > bytes.length - end) {
            byte[] larger = length + size > bytes.length ? new byte[Math.max(256, (length + size) * 2)] : bytes;
            System.arraycopy(bytes, start, larger, 0, size);
            bytes = larger;
            start = 0;
            end = size;
        }
        System.arraycopy(from, offset, bytes, end, length);
        end += length;
        return true;
    }

    /** Up to so many bytes from the front, which stay in the queue. */
    byte[] peek(int most) {
        return Arrays.copyOfRange(bytes, start, Math.min(end, start + most));
    }

    /** Forgets bytes at the front. */
    void skip(int count) {
        start += count;
        if (start == end) {
            start = 0;
            end = 0;
            bytes = bytes.length > 64 * 1024 ? new byte[0] : bytes;
        }
    }
}
