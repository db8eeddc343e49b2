package oriel.desktop.embedded.terminal;

import org.jspecify.annotations.Nullable;

/** The rows that have left the screen at its top: a ring, bounded in lines and in bytes; the oldest go first. */
final class ScrollBack {

    static final int MOST_LINES = 10_000;
    static final long MOST_BYTES = 8L << 20;

    private @Nullable CompactRow[] ring = new CompactRow[64];
    private int start;
    private int size;
    private long bytes;
    private long dropped;

    int size() {
        return size;
    }

    /** Rough size in memory, in bytes. */
    long bytes() {
        return bytes;
    }

    /** How many rows have been lost at the old end, ever. */
    long dropped() {
        return dropped;
    }

    /** A row; 0 = the oldest. */
    CompactRow get(int index) {
        CompactRow row = ring[(start + index) % ring.length];
        if (index < 0 || index >= size || row == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return row;
    }

    void push(Row row) {
        var compact = new CompactRow(row);
        while (size > 0 && (size >= MOST_LINES || bytes + compact.bytes() > MOST_BYTES)) {
            dropOldest();
        }
        if (size == ring.length) {
            grow();
        }
        ring[(start + size) % ring.length] = compact;
        size++;
        bytes += compact.bytes();
    }

    private void dropOldest() {
        bytes -= get(0).bytes();
        ring[start] = null;
        start = (start + 1) % ring.length;
        size--;
        dropped++;
    }

    private void grow() {
        var larger = new CompactRow[Math.min(ring.length * 2, MOST_LINES)];
        for (int i = 0; i < size; i++) {
            larger[i] = get(i);
        }
        ring = larger;
        start = 0;
    }

    /** Takes the newest row back. */
    CompactRow pop() {
        CompactRow row = get(size - 1);
        ring[(start + size - 1) % ring.length] = null;
        size--;
        bytes -= row.bytes();
        return row;
    }

    void clear() {
        dropped += size;
        ring = new CompactRow[64];
        start = 0;
        size = 0;
        bytes = 0;
    }
}
