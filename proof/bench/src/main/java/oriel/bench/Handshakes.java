package oriel.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many connections up to Demand Active, some at a time, all of them held until the last has come. */
final class Handshakes {

    /** What it cost: connections per second, and server processor time per connection in milliseconds. */
    record Rate(double perSecond, double cpuMillis) {}

    private Handshakes() {}

    static Rate measure(Peer peer, int connections, int atATime) throws IOException, InterruptedException {
        List<RdpProbe> held = new ArrayList<>();
        Map<Long, Long> cpu = peer.processes().cpu();
        long begin = System.nanoTime();
        try (var executor = Executors.newFixedThreadPool(atATime)) {
            List<Callable<RdpProbe>> tasks = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                tasks.add(() -> demandActive(peer.port()));
            }
            for (Future<RdpProbe> probe : executor.invokeAll(tasks)) {
                held.add(probe.get());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Rate(connections / seconds, peer.processes().cpuSecondsSince(cpu) * 1e3 / connections);
        } catch (ExecutionException e) {
            throw new IOException(peer.name() + ": " + e.getCause(), e);
        } finally {
            for (RdpProbe probe : held) {
                probe.close();
            }
        }
    }

    private static RdpProbe demandActive(int port) throws IOException {
        RdpProbe probe = new RdpProbe(port);
        probe.untilLicensed();
        probe.untilDemandActive();
        return probe;
    }
}
