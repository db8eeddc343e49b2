package oriel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures Oriel and its peers in turn, in several rounds, and prints a table in Markdown: the median of each figure for each
 * server. Arguments: the checkout of Oriel, the number of rounds,
 * and, separated by commas, which of {@code oriel}, {@code xrdp}, {@code shadow} and {@code tigervnc} to measure.
 */
public final class Bench {

    private static final Set<String> ALL = Set.of("oriel", "xrdp", "shadow", "tigervnc");
    private static final int WARM_UP = 40;
    private static final int SAMPLES = 9;
    private static final int CONNECTIONS = 160;
    private static final int AT_A_TIME = 8;
    private static final int HELD = 8;

    private static final String LICENSED = "TCP connect → end of licensing, ms";
    private static final String FIRST = "TCP connect → first drawing, ms";
    private static final String PICTURE = "TCP connect → whole first picture, ms";
    private static final String RATE = "connections/s, 8 at a time, to Demand Active";
    private static final String CPU = "server CPU per such connection, ms";
    private static final String MEMORY = "memory (PSS) per further connection with its picture, MiB";
    private static final String IDLE = "resident memory after start, MiB";

    private final Map<String, Map<String, List<Double>>> table = new LinkedHashMap<>();

    private Bench() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments checkout, rounds, servers; each may be left out
     * @throws IOException          if Oriel itself cannot be measured
     * @throws InterruptedException if the run is broken off
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path checkout = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath();
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Set<String> only = arguments.length > 2 ? Set.of(arguments[2].split(",")) : ALL;
        Bench bench = new Bench();
        for (int round = 1; round <= rounds; round++) {
            progress("round " + round + " of " + rounds);
            if (only.contains("oriel")) {
                bench.rdp(OrielServer.in(checkout));
            }
            if (only.contains("xrdp") && present("xrdp", Xrdp.installed())) {
                bench.rdp(Xrdp::start);
            }
            if (only.contains("shadow") && present("freerdp2-shadow-x11", ShadowServer.installed())) {
                bench.rdp(ShadowServer::start);
            }
            if (only.contains("tigervnc") && present("tigervnc-standalone-server", TigerVnc.installed())) {
                bench.rfb(TigerVnc::start);
            }
        }
        bench.print();
    }

    private static boolean present(String debianPackage, boolean installed) {
        if (!installed) {
            progress("not run: " + debianPackage + " is not installed");
        }
        return installed;
    }

    private void rdp(Peer.Start start) throws IOException, InterruptedException {
        try (Peer peer = start.start()) {
            add(IDLE, peer, peer.processes().rssMib());
            try {
                measure(peer);
            } catch (IOException e) {
                progress(peer.name() + " was not measured to the end: " + e.getMessage());
            }
        }
    }

    private void measure(Peer peer) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            licensed(peer);
        }
        for (int i = 0; i < SAMPLES; i++) {
            add(LICENSED, peer, licensed(peer));
        }
        picture(peer);
        picture(peer);
        for (int i = 0; i < SAMPLES; i++) {
            RdpProbe.Picture picture = picture(peer);
            add(FIRST, peer, picture.first());
            add(PICTURE, peer, picture.complete());
        }
        memory(peer);
        Handshakes.measure(peer, CONNECTIONS, AT_A_TIME);
        Handshakes.Rate rate = Handshakes.measure(peer, CONNECTIONS, AT_A_TIME);
        add(RATE, peer, rate.perSecond());
        add(CPU, peer, rate.cpuMillis());
    }

    private static double licensed(Peer peer) throws IOException {
        try (RdpProbe probe = new RdpProbe(peer.port())) {
            probe.untilLicensed();
            return probe.elapsed();
        }
    }

    private static RdpProbe.Picture picture(Peer peer) throws IOException {
        try (RdpProbe probe = new RdpProbe(peer.port())) {
            return show(probe);
        }
    }

    private static RdpProbe.Picture show(RdpProbe probe) throws IOException {
        probe.untilLicensed();
        probe.untilDemandActive();
        probe.confirm();
        return probe.untilPicture();
    }

    private void memory(Peer peer) throws IOException {
        List<RdpProbe> held = new ArrayList<>();
        try {
            hold(peer, held);
            double first = peer.processes().pssMib();
            for (int i = 0; i < HELD; i++) {
                hold(peer, held);
            }
            add(MEMORY, peer, (peer.processes().pssMib() - first) / HELD);
        } finally {
            for (RdpProbe probe : held) {
                probe.close();
            }
        }
    }

    private static void hold(Peer peer, List<RdpProbe> held) throws IOException {
        RdpProbe probe = new RdpProbe(peer.port());
        held.add(probe);
        show(probe);
    }

    private void rfb(Peer.Start start) throws IOException, InterruptedException {
        try (Peer peer = start.start()) {
            for (int i = 0; i < SAMPLES + 2; i++) {
                double millis = RfbProbe.firstPicture(peer.port());
                if (i >= 2) {
                    add(PICTURE, peer, millis);
                }
            }
        }
    }

    private void add(String figure, Peer peer, double value) {
        table.computeIfAbsent(figure, _ -> new LinkedHashMap<>())
                .computeIfAbsent(peer.name(), _ -> new ArrayList<>())
                .add(value);
    }

    private void print() {
        List<String> names = table.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .toList();
        StringBuilder text = new StringBuilder("| |");
        names.forEach(name -> text.append(' ').append(name).append(" |"));
        text.append("\n|---|").append("---|".repeat(names.size())).append('\n');
        table.forEach((figure, row) -> {
            text.append("| ").append(figure).append(" |");
            for (String name : names) {
                text.append(' ').append(cell(row.get(name), row.get("Oriel"))).append(" |");
            }
            text.append('\n');
        });
        System.out.print(text);
    }

    /** The median, and how many times Oriel's it is. */
    private static String cell(@Nullable List<Double> values, @Nullable List<Double> ours) {
        if (values == null) {
            return "–";
        }
        double median = median(values);
        String text = "%.1f".formatted(median);
        return ours == null || ours == values || median(ours) <= 0
                ? text
                : text + " (×" + String.format(Locale.ROOT, "%.1f", median / median(ours)) + ")";
    }

    private static double median(List<Double> values) {
        return Figures.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void progress(String text) {
        System.err.println("bench: " + text);
    }
}
