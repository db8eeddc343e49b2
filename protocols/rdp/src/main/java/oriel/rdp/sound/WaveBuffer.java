package oriel.rdp.sound;

import java.util.Arrays;
import oriel.contract.desktop.SoundSink;

/**
 * Sound between the session, which plays it at its own pace, and the thread that sends it. Holds a little less than half a second; what
 * does not fit takes the place of the oldest, so that sound is lost rather than late. Safe for use by several threads.
 */
final class WaveBuffer {

    /** What the thread has to do next. */
    enum Next {
        /** Send the block. */
        BLOCK,
        /** The sound has stopped. */
        PAUSE,
        /** Nothing will come any more. */
        END
    }

    /** Blocks of 46 ms. */
    private static final int BLOCKS = 9;

    private static final int CAPACITY = BLOCKS * WaveEncoder.BLOCK;

    /** So much silence in one piece is no sound any more: a second. */
    private static final int SILENCE = SoundSink.RATE * SoundSink.FRAME;

    // guarded by this
    private final byte[] ring = new byte[CAPACITY];
    private int start;
    private int size;
    private int silent;
    private boolean playing;
    private boolean pausing;
    private boolean over;
    private int credit;
    private long dropped;

    /** Takes sound; returns at once. */
    synchronized void put(byte[] samples, int offset, int length) {
        int from = offset;
        int left = length - length % SoundSink.FRAME;
        if (isSilent(samples, offset, left)) {
            silent = Math.min(silent + left, SILENCE);
            if (silent == SILENCE) {
                pause();
                return;
            }
        } else {
            silent = 0;
        }
        if (left > CAPACITY) {
            from += left - CAPACITY;
            dropped += left - CAPACITY;
            left = CAPACITY;
        }
        int excess = size + left - CAPACITY;
        if (excess > 0) {
            start = (start + excess) % CAPACITY;
            size -= excess;
            dropped += excess;
        }
        int end = (start + size) % CAPACITY;
        int first = Math.min(left, CAPACITY - end);
        System.arraycopy(samples, from, ring, end, first);
        System.arraycopy(samples, from + first, ring, 0, left - first);
        size += left;
        playing = true;
        pausing = false;
        if (size >= WaveEncoder.BLOCK) {
            notifyAll();
        }
    }

    private static boolean isSilent(byte[] samples, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (samples[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The sound has stopped: what is left is sent with silence behind it. */
    synchronized void pause() {
        if (playing && !pausing) {
            pausing = true;
            notifyAll();
        }
    }

    /** Nothing is to be sent any more of what there is. */
    synchronized void clear() {
        size = 0;
        pause();
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }

    /** How many blocks may be sent before the next word about it. */
    synchronized void credit(int blocks) {
        credit = blocks;
        notifyAll();
    }

    /** Waits for something to do; a block is put into the array, and takes one of the blocks that may be sent. */
    synchronized Next take(byte[] block) throws InterruptedException {
        while (true) {
            if (over) {
                return Next.END;
            }
            if (credit > 0 && (size >= WaveEncoder.BLOCK || (pausing && size > 0))) {
                int length = Math.min(size, WaveEncoder.BLOCK);
                int first = Math.min(length, CAPACITY - start);
                System.arraycopy(ring, start, block, 0, first);
                System.arraycopy(ring, 0, block, first, length - first);
                Arrays.fill(block, length, WaveEncoder.BLOCK, (byte) 0);
                start = (start + length) % CAPACITY;
                size -= length;
                credit--;
                return Next.BLOCK;
            }
            if (pausing && size == 0) {
                pausing = false;
                playing = false;
                return Next.PAUSE;
            }
            wait();
        }
    }

    /** Bytes that were lost because nobody could send them in time. */
    synchronized long dropped() {
        return dropped;
    }
}
