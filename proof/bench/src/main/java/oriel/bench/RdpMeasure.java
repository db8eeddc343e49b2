package oriel.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Measures a server of the Remote Desktop Protocol. */
record RdpMeasure(Peer peer) implements Probe {

    private static final int CLIENTS = 9;
    private static final int COLD_PICTURES = 3;
    private static final int PICTURES = 9;
    private static final int CONNECTIONS = 160;
    private static final int AT_A_TIME = 8;
    private static final int HELD = 8;

    @Override
    public void measure(When when, Sink sink) throws IOException, InterruptedException {
        if (when == When.COLD) {
            sink.add(Figure.VERY_FIRST, licensed());
        }
        for (int i = 0; i < CLIENTS; i++) {
            sink.add(Figure.LICENSED, licensed());
        }
        for (int i = 0; i < (when == When.COLD ? COLD_PICTURES : PICTURES); i++) {
            RdpProbe.Picture picture = picture();
            sink.add(Figure.FIRST_DRAWING, picture.first());
            sink.add(Figure.PICTURE, picture.complete());
        }
        Handshakes.Rate rate = Handshakes.measure(peer, CONNECTIONS, AT_A_TIME);
        sink.add(Figure.RATE, rate.perSecond());
        sink.add(Figure.CPU, rate.cpuMillis());
    }

    @Override
    public void measureMemory(DoubleConsumer sink) throws IOException {
        List<RdpProbe> held = new ArrayList<>();
        try {
            hold(held);
            double first = peer.processes().pssMib();
            for (int i = 0; i < HELD; i++) {
                hold(held);
            }
            sink.accept((peer.processes().pssMib() - first) / HELD);
        } finally {
            for (RdpProbe probe : held) {
                probe.close();
            }
        }
    }

    @Override
    public void load(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Handshakes.measure(peer, 10 * AT_A_TIME, AT_A_TIME);
            picture();
        }
    }

    private double licensed() throws IOException {
        try (RdpProbe probe = new RdpProbe(peer.port())) {
            probe.untilLicensed();
            return probe.elapsed();
        }
    }

    private RdpProbe.Picture picture() throws IOException {
        try (RdpProbe probe = new RdpProbe(peer.port())) {
            return probe.show();
        }
    }

    private void hold(List<RdpProbe> held) throws IOException {
        RdpProbe probe = new RdpProbe(peer.port());
        held.add(probe);
        probe.show();
    }
}
