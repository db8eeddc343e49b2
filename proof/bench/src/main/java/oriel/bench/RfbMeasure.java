package oriel.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.function.DoubleConsumer;

/** Measures a server of the Remote Framebuffer Protocol: its first picture is all that can be compared. */
record RfbMeasure(Peer peer) implements Probe {

    private static final int COLD_PICTURES = 3;
    private static final int PICTURES = 9;

    @Override
    public void measure(When when, Sink sink) throws IOException {
        for (int i = 0; i < (when == When.COLD ? COLD_PICTURES : PICTURES); i++) {
            sink.add(Figure.PICTURE, RfbProbe.firstPicture(peer.port()));
        }
    }

    @Override
    public void measureMemory(DoubleConsumer sink) {
        // Its sessions are servers of their own: there is nothing to compare.
    }

    @Override
    public void load(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            RfbProbe.firstPicture(peer.port());
        }
    }
}
