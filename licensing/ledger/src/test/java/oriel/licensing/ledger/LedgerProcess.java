package oriel.licensing.ledger;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Another process that has the ledger open, and does what it is told line by line. */
final class LedgerProcess implements AutoCloseable {

    /** So short that a test need not wait long, and so long that a loaded machine does not look dead. */
    static final Duration LEASE = Duration.ofSeconds(3);

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    private LedgerProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    static LedgerProcess start(Path file) throws IOException {
        String path = Stream.of(
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""),
                        Path.of("target", "test-classes").toAbsolutePath().toString())
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        path,
                        LedgerProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new LedgerProcess(process);
    }

    /** Waits until it has the ledger open. */
    LedgerProcess ready() throws IOException {
        expect("ready");
        return this;
    }

    /** Orders something and does not wait for it. */
    void order(String order) throws IOException {
        orders.write(order);
        orders.newLine();
        orders.flush();
    }

    String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the other process has ended");
        }
        return line;
    }

    private void expect(String wanted) throws IOException {
        String line = answer();
        if (!line.equals(wanted)) {
            throw new IOException("the other process said " + line);
        }
    }

    /** What {@code kill -9} does. */
    void kill() {
        close();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] args) throws Exception {
        LedgerSettings settings = LedgerSettings.of(Path.of(args[0])).lease(LEASE);
        try (SqliteLedger ledger = SqliteLedger.open(settings, Clock.systemUTC(), LedgerListener.NONE);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(obey(ledger, line.split(" ", -1)));
            }
        }
    }

    private static String obey(SqliteLedger ledger, String[] order) throws Exception {
        return switch (order[0]) {
            case "claim" -> Integer.toString(claimAtOnce(ledger, order[1], Integer.parseInt(order[2])));
            case "release" -> releaseAll(ledger, order[1]);
            case "pending" -> pending(ledger, Integer.parseInt(order[1]));
            case "churn" -> churn(ledger, Long.parseLong(order[1]));
            default -> throw new IllegalArgumentException(order[0]);
        };
    }

    private static int claimAtOnce(SqliteLedger ledger, String name, int threads) throws Exception {
        List<Callable<Boolean>> claims = IntStream.range(0, threads)
                .<Callable<Boolean>>mapToObj(i ->
                        () -> ledger.claim(LedgerRequest.permanent(new Holder.Seat(name + "-" + i, name, "")))
                                instanceof Claim.Granted)
                .toList();
        return together(claims);
    }

    /** Runs all at once and says how many said yes. */
    static int together(List<Callable<Boolean>> claims) throws InterruptedException, ExecutionException {
        int granted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> claim : threads.invokeAll(claims)) {
                granted += claim.get() ? 1 : 0;
            }
        }
        return granted;
    }

    private static String releaseAll(SqliteLedger ledger, String name) throws LedgerException {
        for (License license : ledger.licenses(LicenseFilter.LIVE.holder(name))) {
            ledger.release(license.serial());
        }
        return "released";
    }

    private static String pending(SqliteLedger ledger, int device) throws LedgerException {
        Claim claim = ledger.claim(LedgerRequest.permanent(LedgerFixture.device(device)));
        return ((Claim.Granted) claim).license().serial().toString();
    }

    /** Does everything, without end, and says how much it was sure of. */
    private static String churn(SqliteLedger ledger, long seed) throws LedgerException {
        Random random = new Random(seed);
        for (int step = 0; ; step++) {
            Holder holder = random.nextBoolean()
                    ? LedgerFixture.device(random.nextInt(12))
                    : new Holder.Seat("churn-" + seed + "-" + step, "", "");
            LedgerRequest request = random.nextInt(4) == 0
                    ? LedgerRequest.temporary(holder, Duration.ofDays(1))
                    : LedgerRequest.permanent(holder);
            if (ledger.claim(request) instanceof Claim.Granted granted) {
                if (random.nextInt(3) > 0) {
                    ledger.delivered(granted.license().serial());
                }
                if (random.nextInt(3) > 0) {
                    ledger.release(granted.license().serial());
                }
            }
            System.out.println("step");
        }
    }
}
