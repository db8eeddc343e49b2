package oriel.rdp.display;

import java.util.concurrent.atomic.LongAdder;

/** Counts what a display sends; read from any thread. */
final class DisplayCounters {

    private final LongAdder frames = new LongAdder();
    private final LongAdder bytesBefore = new LongAdder();
    private final LongAdder bytesAfter = new LongAdder();

    void countFrame() {
        frames.increment();
    }

    void countBytes(long before, long after) {
        bytesBefore.add(before);
        bytesAfter.add(after);
    }

    DisplayStatistics snapshot(String codec) {
        return new DisplayStatistics(frames.sum(), bytesBefore.sum(), bytesAfter.sum(), codec);
    }
}
