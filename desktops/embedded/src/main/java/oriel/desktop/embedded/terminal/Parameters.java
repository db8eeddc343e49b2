package oriel.desktop.embedded.terminal;

/**
 * The numbers of a control sequence (ECMA-48, 5.4.2): separated by semicolons; those after a colon refine the one before.
 * There are at most {@value #MOST} of them and none is larger than {@value #LARGEST}; what goes beyond is dropped.
 */
final class Parameters {

    static final int MOST = 32;
    static final int LARGEST = 0xFFFF;

    private static final int ABSENT = -1;

    private final int[] values = new int[MOST];
    private int refining;
    private int size;
    private boolean full;

    void clear() {
        size = 0;
        refining = 0;
        full = false;
    }

    void digit(int digit) {
        if (full) {
            return;
        }
        if (size == 0) {
            append();
        }
        int value = Math.max(values[size - 1], 0);
        values[size - 1] = Math.min(value * 10 + digit, LARGEST);
    }

    void separator(boolean colon) {
        if (size == 0) {
            append();
        }
        full = size == MOST;
        if (!full) {
            append();
            refining |= colon ? 1 << (size - 1) : 0;
        }
    }

    private void append() {
        values[size++] = ABSENT;
    }

    int size() {
        return size;
    }

    /** A number, or the default when it was left out. */
    int get(int index, int absent) {
        return index < size && values[index] != ABSENT ? values[index] : absent;
    }

    /** A count: left out and 0 mean 1. */
    int count(int index) {
        return Math.max(get(index, 1), 1);
    }

    /** Whether the number came after a colon. */
    boolean refines(int index) {
        return index < size && (refining & 1 << index) != 0;
    }
}
