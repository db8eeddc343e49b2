package oriel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures desktops of Linux users, Openbox with a terminal each, on Oriel and on xrdp with xorgxrdp: from the start of the stock
 * client to the terminal in its window, for one user and for many at once; memory, and processor time while nothing happens. Must
 * be run by root, and makes accounts that are removed in the end. Arguments: the checkout of Oriel, the number of rounds for one
 * user, the number of users at once.
 */
public final class LinuxDesktops {

    private static final String SCREEN = "800x600x24";
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration ENDING = Duration.ofSeconds(15);

    private LinuxDesktops() {}

    private enum Server {
        ORIEL,
        XRDP;

        Peer start(Path checkout) throws IOException, InterruptedException {
            Peer peer = switch (this) {
                case ORIEL -> OrielServer.start(checkout, Map.of("ORIEL_DESKTOP_X11", "openbox", "ORIEL_BUILD", "off"));
                case XRDP -> Xrdp.startForUsers();
            };
            Thread.sleep(SETTLING);
            return peer;
        }
    }

    /** What is to be closed, last things first, whatever happens. */
    private static final class Belongings implements AutoCloseable {

        private final Deque<AutoCloseable> all = new ArrayDeque<>();

        <T extends AutoCloseable> T keep(T one) {
            all.push(one);
            return one;
        }

        @Override
        public void close() {
            while (!all.isEmpty()) {
                try {
                    all.pop().close();
                } catch (Exception e) {
                    System.err.println("not closed: " + e);
                }
            }
        }
    }

    /** A client that waits for its desktop. */
    private record Seat(LinuxAccount account, VirtualScreen screen, ColourWatch watch) {

        static Seat make(Belongings belongings) throws IOException, InterruptedException {
            LinuxAccount account = belongings.keep(LinuxAccount.create());
            VirtualScreen screen = belongings.keep(VirtualScreen.start(SCREEN));
            return new Seat(account, screen, belongings.keep(new ColourWatch(screen)));
        }

        Process logOn(int port) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                    Peer.freerdp(port, account.name(), LinuxAccount.PASSWORD).stream()
                                            .filter(option -> !option.startsWith("/size:")),
                                    Stream.of("/size:800x600"))
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DISPLAY", screen.display());
            return builder.start();
        }
    }

    /**
     * Runs the benchmark.
     *
     * @param arguments checkout, rounds, users at once; each may be left out
     * @throws IOException          if a server cannot be measured
     * @throws InterruptedException if the program is ended
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path checkout = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath();
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        int users = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        alone(checkout, rounds);
        for (Server server : Server.values()) {
            together(server, checkout, users);
        }
    }

    /** One user after the other, the servers in turn. */
    private static void alone(Path checkout, int rounds) throws IOException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (Belongings servers = new Belongings()) {
            Peer oriel = start(Server.ORIEL, checkout, servers);
            Peer xrdp = start(Server.XRDP, checkout, servers);
            for (int round = 0; round < rounds; round++) {
                ours.add(alone(oriel));
                theirs.add(alone(xrdp));
            }
        }
        System.out.println("client started → desktop, ms: ORIEL " + ours + ", XRDP " + theirs);
    }

    private static double alone(Peer peer) throws IOException, InterruptedException {
        try (Belongings belongings = new Belongings()) {
            Seat seat = Seat.make(belongings);
            return logOn(peer.port(), List.of(seat), belongings).getFirst();
        }
    }

    private static void together(Server server, Path checkout, int users) throws IOException, InterruptedException {
        try (Belongings belongings = new Belongings()) {
            List<Seat> seats = new ArrayList<>();
            for (int i = 0; i < users; i++) {
                seats.add(Seat.make(belongings));
            }
            Set<Long> numbers =
                    seats.stream().map(seat -> seat.account().number()).collect(Collectors.toSet());
            Peer peer = start(server, checkout, belongings);
            ProcessTree sessions = new ProcessTree(() ->
                    ProcessHandle.allProcesses().filter(process -> numbers.contains(LinuxAccount.ownerOf(process))));
            ProcessTree service = new ProcessTree(() -> Stream.concat(
                            Stream.of(peer.process().toHandle()), peer.process().descendants())
                    .filter(process -> !numbers.contains(LinuxAccount.ownerOf(process))));
            double before = service.pssMib();
            Map<Long, Long> cpuBefore = service.cpu();
            Map<Long, Long> none = sessions.cpu();
            List<Double> times = logOn(peer.port(), seats, belongings);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d at once: first %.0f ms, median %.0f ms, all %.0f ms%n",
                    server,
                    users,
                    times.getFirst(),
                    Figures.median(times),
                    times.getLast());
            Thread.sleep(QUIET);
            System.out.printf(
                    Locale.ROOT,
                    "%s: processor until then, per session: service %.0f ms, session %.0f ms%n",
                    server,
                    service.cpuSecondsSince(cpuBefore) * 1e3 / users,
                    sessions.cpuSecondsSince(none) * 1e3 / users);
            System.out.printf(
                    Locale.ROOT,
                    "%s: memory (PSS): service alone %.1f MiB, with all %.1f, per session: service %.1f, session %.1f; processes: service %d, sessions %d%n",
                    server,
                    before,
                    service.pssMib(),
                    (service.pssMib() - before) / users,
                    sessions.pssMib() / users,
                    service.count(),
                    sessions.count());
            Map<Long, Long> cpuOfService = service.cpu();
            Map<Long, Long> cpuOfSessions = sessions.cpu();
            Thread.sleep(IDLE);
            System.out.printf(
                    Locale.ROOT,
                    "%s: idle for 15 s, processor per session: service %.2f ms, session %.2f ms%n",
                    server,
                    service.cpuSecondsSince(cpuOfService) * 1e3 / users,
                    sessions.cpuSecondsSince(cpuOfSessions) * 1e3 / users);
        }
    }

    /** Starts a server; it is asked to end before it is made to. */
    private static Peer start(Server server, Path checkout, Belongings belongings)
            throws IOException, InterruptedException {
        Peer peer = server.start(checkout);
        belongings.keep(() -> {
            // Taken before: what its parent leaves behind is nobody's descendant any more.
            List<ProcessHandle> family = peer.process().descendants().toList();
            peer.process().destroy();
            if (!peer.process().waitFor(ENDING)) {
                System.err.println(peer.name() + " had to be killed");
            }
            family.forEach(ProcessHandle::destroy);
            peer.close();
        });
        return peer;
    }

    /** Starts all clients, and waits until each shows its desktop: milliseconds since the first was started, in order. */
    private static List<Double> logOn(int port, List<Seat> seats, Belongings belongings)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        for (Seat seat : seats) {
            Process client = seat.logOn(port);
            belongings.keep(() -> Programs.end(client));
        }
        List<Seat> waiting = new ArrayList<>(seats);
        List<Double> times = new ArrayList<>();
        while (!waiting.isEmpty()) {
            for (Seat seat : List.copyOf(waiting)) {
                if (seat.watch().shows(LinuxAccount.COLOUR)) {
                    waiting.remove(seat);
                    times.add((System.nanoTime() - begin) / 1e6);
                }
            }
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IOException(waiting.size() + " of " + seats.size() + " desktops did not come");
            }
            Thread.sleep(seats.size() > 1 ? LOOK.multipliedBy(3) : LOOK);
        }
        return times;
    }
}
