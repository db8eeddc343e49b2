package oriel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures Oriel and its peers in turn, in several rounds. Each round starts each server anew and measures it twice: just after
 * its start, and once more after it has been under load for a while. Before all of that every server is under load once and
 * thrown away, so that the measuring machine is warm when the first figure is taken.
 */
public final class Bench {

    /** How long a server is under load before it counts as steady; the same for all. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    /** How long each server is under load before anything is measured, to warm up this virtual machine. */
    private static final Duration REHEARSAL = Duration.ofSeconds(8);

    private final Table table = new Table();
    private final StockClient client;

    private Bench(StockClient client) {
        this.client = client;
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments the checkout of Oriel, then options as {@link Wishes} knows them
     * @throws IOException          if Oriel itself cannot be measured
     * @throws InterruptedException if the run is broken off
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path checkout = Path.of(arguments[0]).toAbsolutePath();
        Wishes wishes;
        try {
            wishes = Wishes.of(List.of(arguments).subList(1, arguments.length));
        } catch (IllegalArgumentException e) {
            System.err.println("oriel: " + e.getMessage() + "; `oriel bench --help` says how it is used");
            System.exit(2);
            return;
        }
        List<Contender> contenders = new ArrayList<>(wishes.contenders());
        contenders.removeIf(contender -> !isComplete(contender));
        try (StockClient client = new StockClient()) {
            System.out.print(new Bench(client).run(checkout, contenders, wishes));
        }
    }

    private static boolean isComplete(Contender contender) {
        List<String> missing = contender.missingPackages();
        if (!missing.isEmpty()) {
            progress("%s is not measured: apt-get install %s".formatted(contender.title(), String.join(" ", missing)));
        }
        return missing.isEmpty();
    }

    private String run(Path checkout, List<Contender> contenders, Wishes wishes)
            throws IOException, InterruptedException {
        List<String> missing = StockClient.missingPackages();
        if (!missing.isEmpty()) {
            progress("no stock client is measured: apt-get install " + String.join(" ", missing));
        }
        for (Contender contender : contenders) {
            progress("rehearsal with " + contender.title());
            try (Peer peer = contender.start(checkout)) {
                Probe.of(peer).load(REHEARSAL);
            }
        }
        for (int round = 1; round <= wishes.rounds(); round++) {
            for (Contender contender : contenders) {
                progress("round %d of %d: %s".formatted(round, wishes.rounds(), contender.title()));
                try (Peer peer = contender.start(checkout)) {
                    measure(peer);
                }
            }
            if (round < wishes.rounds()) {
                progress("so far:\n" + table.markdown());
            }
        }
        return wishes.json() ? table.json(wishes.rounds()) : table.markdown();
    }

    /** What a server does not stand is left out of the table, and the others are measured all the same. */
    private void measure(Peer peer) throws InterruptedException {
        Probe probe = Probe.of(peer);
        try {
            probe.settle();
            table.add(Figure.IDLE_MEMORY, When.ONCE, peer, peer.processes().rssMib());
            probe.measure(When.COLD, (figure, value) -> table.add(figure, When.COLD, peer, value));
            existingSession(peer, When.COLD);
            probe.load(WARM_UP);
            probe.measure(When.STEADY, (figure, value) -> table.add(figure, When.STEADY, peer, value));
            existingSession(peer, When.STEADY);
            probe.measureMemory(value -> table.add(Figure.MEMORY, When.ONCE, peer, value));
        } catch (IOException e) {
            progress(peer.name() + " was not measured to the end: " + e.getMessage());
        }
    }

    private void existingSession(Peer peer, When when) throws InterruptedException {
        if (peer.stockClient().isEmpty() || !StockClient.missingPackages().isEmpty()) {
            return;
        }
        try {
            double[] times = client.existingSession(peer);
            Arrays.stream(times).forEach(time -> table.add(Figure.EXISTING_SESSION, when, peer, time));
        } catch (IOException e) {
            progress("%s and the stock client: %s".formatted(peer.name(), e.getMessage()));
        }
    }

    private static void progress(String text) {
        System.err.println("bench: " + text);
    }
}
