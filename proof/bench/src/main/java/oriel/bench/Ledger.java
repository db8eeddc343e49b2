package oriel.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import oriel.licensing.ledger.Claim;
import oriel.licensing.ledger.Holder;
import oriel.licensing.ledger.LedgerException;
import oriel.licensing.ledger.LedgerListener;
import oriel.licensing.ledger.LedgerRequest;
import oriel.licensing.ledger.LedgerSettings;
import oriel.licensing.ledger.LicenseKind;
import oriel.licensing.ledger.PoolSettings;
import oriel.licensing.ledger.Report;
import oriel.licensing.ledger.SqliteLedger;

/**
 * Measures the ledger of licences: racers that take the last seats and give them back, in one process and in two, and devices that get
 * licences. Arguments: how many racers, for how many seconds, and a directory on the disk to be measured; each may be left out.
 */
public final class Ledger {

    private static final int SEATS = 24;

    private Ledger() {}

    /** How often racers got something, and how often they did not. */
    private record Race(long granted, long refused) {

        Race and(Race other) {
            return new Race(granted + other.granted, refused + other.refused);
        }
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments racers, seconds, directory
     * @throws IOException          if the ledger fails
     * @throws InterruptedException if the run is broken off
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int racers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        Path directory = arguments.length > 2
                ? Path.of(arguments[2])
                : Files.createTempDirectory(Path.of("").toAbsolutePath(), "ledger");
        if (arguments.length > 3) {
            Race race = race(directory, Integer.parseInt(arguments[3]), racers, seconds);
            System.out.println(race.granted + " " + race.refused);
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "| %d racers, %d s each | grants/s | refusals/s | over-issues |%n|---|---|---|---|%n",
                racers,
                seconds);
        try {
            seats(directory.resolve("one"), 1, racers, seconds);
            seats(directory.resolve("two"), 2, racers, seconds);
            devices(directory.resolve("devices"), racers, seconds);
        } finally {
            try (var files = Files.walk(directory)) {
                files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static SqliteLedger open(Path directory) throws LedgerException {
        return SqliteLedger.open(
                LedgerSettings.of(directory.resolve("licences.db")), Clock.systemUTC(), LedgerListener.NONE);
    }

    private static void seats(Path directory, int processes, int racers, int seconds)
            throws IOException, InterruptedException {
        try (SqliteLedger ledger = open(directory)) {
            ledger.configure(List.of(PoolSettings.of("seats", LicenseKind.CONCURRENT, SEATS)));
            Race race = new Race(0, 0);
            if (processes == 1) {
                race = race(ledger, 0, racers, seconds);
            } else {
                List<Process> started = new ArrayList<>();
                for (int i = 0; i < processes; i++) {
                    started.add(start(directory, i, racers / processes, seconds));
                }
                for (Process process : started) {
                    race = race.and(answer(process));
                }
            }
            print(
                    processes == 1 ? SEATS + " seats, one process" : SEATS + " seats, two processes",
                    race,
                    seconds,
                    overIssued(ledger, SEATS));
        }
    }

    private static void devices(Path directory, int racers, int seconds) throws IOException, InterruptedException {
        try (SqliteLedger ledger = open(directory)) {
            int size = 1_000_000;
            ledger.configure(List.of(PoolSettings.of("devices", LicenseKind.PER_DEVICE, size)));
            long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            Race race = together(IntStream.range(0, racers)
                    .<Callable<Race>>mapToObj(i -> () -> issue(ledger, i, end))
                    .toList());
            print("device licences, claimed and delivered", race, seconds, overIssued(ledger, size));
        }
    }

    private static Race issue(SqliteLedger ledger, int racer, long end) throws LedgerException {
        var random = new SplittableRandom(racer);
        byte[] hardwareId = new byte[20];
        long granted = 0;
        while (System.nanoTime() < end) {
            random.nextBytes(hardwareId);
            var device = new Holder.Device(HexFormat.of().formatHex(hardwareId), "bench");
            if (ledger.claim(LedgerRequest.permanent(device)) instanceof Claim.Granted claimed) {
                ledger.delivered(claimed.license().serial());
                granted++;
            }
        }
        return new Race(granted, 0);
    }

    private static Race race(Path directory, int process, int racers, int seconds)
            throws IOException, InterruptedException {
        try (SqliteLedger ledger = open(directory)) {
            return race(ledger, process, racers, seconds);
        }
    }

    private static Race race(SqliteLedger ledger, int process, int racers, int seconds)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        return together(IntStream.range(0, racers)
                .<Callable<Race>>mapToObj(i -> () -> takeAndLeave(ledger, process + "-" + i + "-", end))
                .toList());
    }

    private static Race takeAndLeave(SqliteLedger ledger, String name, long end) throws LedgerException {
        long granted = 0;
        long refused = 0;
        while (System.nanoTime() < end) {
            var seat = new Holder.Seat(name + (granted + refused), name, "");
            switch (ledger.claim(LedgerRequest.permanent(seat))) {
                case Claim.Granted taken -> {
                    granted++;
                    ledger.release(taken.license().serial());
                }
                case Claim.Refused _ -> refused++;
            }
        }
        return new Race(granted, refused);
    }

    private static Race together(List<Callable<Race>> racers) throws IOException, InterruptedException {
        Race sum = new Race(0, 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Race> racer : threads.invokeAll(racers)) {
                sum = sum.and(racer.get());
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IOException("a racer has failed", e);
        }
    }

    /** The journal notes after each grant how many were in use: more than there are would be there to be seen. */
    private static long overIssued(SqliteLedger ledger, int size) throws IOException {
        int peak = ledger.report(Report.By.POOL, Instant.EPOCH, Instant.now().plusSeconds(60)).lines().stream()
                .mapToInt(Report.Line::peak)
                .max()
                .orElse(0);
        List<String> faults = ledger.check().faults();
        if (!faults.isEmpty()) {
            throw new IOException("the ledger is not sound: " + faults);
        }
        return Math.max(0, peak - size);
    }

    private static Process start(Path directory, int number, int racers, int seconds) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ledger.class.getName(),
                        Integer.toString(racers),
                        Integer.toString(seconds),
                        directory.toString(),
                        Integer.toString(number))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Race answer(Process process) throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("a racing process has failed");
            }
            String[] counts = line.split(" ", 2);
            return new Race(Long.parseLong(counts[0]), Long.parseLong(counts[1]));
        }
    }

    private static void print(String what, Race race, int seconds, long overIssued) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d |%n",
                what,
                race.granted / seconds,
                race.refused / seconds,
                overIssued);
    }
}
