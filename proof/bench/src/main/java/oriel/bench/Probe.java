package oriel.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.function.DoubleConsumer;

/** What a server is measured and put under load with, by its protocol. */
interface Probe {

    /** How long a server is left alone after it accepts, so that what it does at its start is over. */
    Duration SETTLING = Duration.ofSeconds(3);

    /** Takes a figure. */
    interface Sink {
        void add(Figure figure, double value);
    }

    /** The probe for a server. */
    static Probe of(Peer peer) {
        return peer.isRdp() ? new RdpMeasure(peer) : new RfbMeasure(peer);
    }

    /** Leaves the server alone for a while. */
    default void settle() throws InterruptedException {
        Thread.sleep(SETTLING);
    }

    /** Takes the figures of one time. */
    void measure(When when, Sink sink) throws IOException, InterruptedException;

    /** Takes the memory that connections need. */
    void measureMemory(DoubleConsumer sink) throws IOException;

    /** Keeps the server busy for some time. */
    void load(Duration time) throws IOException, InterruptedException;
}
