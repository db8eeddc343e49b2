package oriel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures what licensing costs a connection: up to the end of licensing, with policy {@code none}, with a licence for a device
 * that has none, and with a licence that the device shows. Arguments: the checkout of Oriel, the number of connections of each
 * sort in each round, and the number of rounds.
 */
public final class LicenseExchanges {

    private static final int AT_A_TIME = 4;
    private static final int ALONE = 40;

    /** Time for the server to write down, after its first drawing, that the licence has arrived. */
    private static final int SETTLED = 60;

    private LicenseExchanges() {}

    /** What one sort of connection cost. */
    private record Cost(List<Double> cpu, List<Double> latency, List<Double> rate) {
        Cost() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments checkout, connections, rounds; each may be left out
     * @throws IOException          if Oriel cannot be measured
     * @throws InterruptedException if the run is broken off
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path checkout = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath();
        int connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        Cost none = new Cost();
        Cost fresh = new Cost();
        Cost shown = new Cost();
        // A device gets a permanent licence at once: nobody logs on here, and a temporary one would be replaced each
        // time.
        var licensing = Map.of(
                "ORIEL_LICENSING_POLICY", "per-device",
                "ORIEL_LICENSING_TEMPORARY_VALIDITY", "0");
        try (Peer without = OrielServer.start(checkout, Map.of());
                Peer with = OrielServer.start(checkout, licensing)) {
            for (int round = -1; round < rounds; round++) { // two rounds are for warming up
                boolean counts = round >= 1 || rounds == 1;
                measure(without, devices(connections), counts ? none : new Cost());
                List<LicensedDevice> devices = devices(connections);
                measure(with, devices, counts ? fresh : new Cost());
                List<LicensedDevice> holders = devices(connections);
                atATime(holders, device -> deliver(with, device));
                measure(with, holders, counts ? shown : new Cost());
                if (holders.stream().anyMatch(device -> device.given() != 1)) {
                    throw new IOException(holders.stream()
                                    .filter(device -> device.given() != 1)
                                    .count() + " of " + holders.size() + " licences that were shown were replaced");
                }
            }
        }
        System.out.println("| up to the end of licensing | server CPU, ms | latency, ms | connections/s |");
        System.out.println("|---|---|---|---|");
        print("policy none", none, none);
        print("a new licence", fresh, none);
        print("a licence that is shown", shown, none);
    }

    private static List<LicensedDevice> devices(int count) {
        List<LicensedDevice> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(new LicensedDevice());
        }
        return devices;
    }

    private static void measure(Peer peer, List<LicensedDevice> devices, Cost cost)
            throws IOException, InterruptedException {
        for (LicensedDevice device : devices.subList(0, Math.min(ALONE, devices.size()))) {
            cost.latency().add(connect(peer, device));
        }
        List<LicensedDevice> others = devices.subList(Math.min(ALONE, devices.size()), devices.size());
        Map<Long, Long> cpu = peer.processes().cpu();
        long begin = System.nanoTime();
        atATime(others, device -> connect(peer, device));
        double seconds = (System.nanoTime() - begin) / 1e9;
        cost.rate().add(others.size() / seconds);
        cost.cpu().add(peer.processes().cpuSecondsSince(cpu) * 1e3 / others.size());
    }

    /** Does something with each device, a few at a time. */
    private static void atATime(List<LicensedDevice> devices, Task task) throws IOException, InterruptedException {
        try (var executor = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Callable<Double>> tasks = new ArrayList<>();
            devices.forEach(device -> tasks.add(() -> task.with(device)));
            for (Future<Double> each : executor.invokeAll(tasks)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a connection was not licensed: " + e.getCause(), e);
        }
    }

    private interface Task {
        double with(LicensedDevice device) throws IOException, InterruptedException;
    }

    /** A licence counts as delivered when its client has gone on past licensing. */
    private static double deliver(Peer peer, LicensedDevice device) throws IOException, InterruptedException {
        try (RdpProbe probe = new RdpProbe(peer.port(), device)) {
            probe.untilLicensed();
            probe.untilDrawing();
            Thread.sleep(SETTLED);
            return probe.elapsed();
        }
    }

    private static double connect(Peer peer, LicensedDevice device) throws IOException {
        try (RdpProbe probe = new RdpProbe(peer.port(), device)) {
            probe.untilLicensed();
            return probe.elapsed();
        }
    }

    private static void print(String what, Cost cost, Cost base) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f (%+.1f) | %.1f (%+.1f) | %.0f |%n",
                what,
                Figures.median(cost.cpu()),
                Figures.median(cost.cpu()) - Figures.median(base.cpu()),
                Figures.median(cost.latency()),
                Figures.median(cost.latency()) - Figures.median(base.latency()),
                Figures.median(cost.rate()));
    }
}
