package oriel.helper.privileged;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.helper.protocol.FromHelper;
import oriel.helper.protocol.HelperSettings;
import oriel.helper.protocol.ToHelper;
import oriel.system.Account;
import oriel.system.TerminalDevice;

/** Who may use terminals, and what runs on them. A seat is as long as a session of the embedded desktop. */
final class Seats implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Seats.class);

    private static final int MOST_TERMINALS = 64;

    private final HelperSettings settings;
    private final PamServices.Choice service;
    private final Semaphore pamPlaces;
    private final Semaphore places;
    private final Grants grants;
    private final FrontEnd frontEnd;
    private final Map<Integer, Seat> seats = new ConcurrentHashMap<>();
    private final Map<Integer, Shell> shells = new ConcurrentHashMap<>();

    private record Seat(Account account, PamSession pam, Semaphore places) {}

    private record Shell(int seat, TerminalShell process) {}

    Seats(HelperSettings settings, PamServices.Choice service, Semaphore pamPlaces, Grants grants, FrontEnd frontEnd) {
        this.settings = settings;
        this.service = service;
        this.pamPlaces = pamPlaces;
        this.places = new Semaphore(settings.sessions().most());
        this.grants = grants;
        this.frontEnd = frontEnd;
    }

    /** Somebody who has the right to it takes a seat. */
    void open(ToHelper.OpenSeat message) throws IOException, InterruptedException {
        Optional<Grant> grant = grants.take(message.userName());
        if (grant.isEmpty()) {
            LOG.warn("A terminal was asked for as '{}', who has not logged on.", message.userName());
            throw new IOException("this user has not logged on a short while ago");
        }
        Account account;
        try {
            account = Accounts.require(grant.get(), settings);
        } catch (IOException e) {
            grant.get().discard();
            throw e;
        }
        if (!places.tryAcquire()) {
            grant.get().discard();
            throw new IOException("no more than " + settings.sessions().most() + " people may use terminals at once");
        }
        boolean opened = false;
        try {
            PamSession pam = PamSession.open(grant.get(), service, pamPlaces);
            seats.put(message.id(), new Seat(account, pam, new Semaphore(MOST_TERMINALS)));
            opened = true;
            frontEnd.send(new FromHelper.SeatOpened(message.id(), account.name()));
        } finally {
            if (!opened) {
                places.release();
            }
        }
    }

    /** Runs a program on a terminal that belongs to the front end. */
    void start(ToHelper.StartTerminal message) throws IOException, InterruptedException {
        Seat seat = seats.get(message.seat());
        if (seat == null) {
            throw new IOException("nobody has this seat");
        }
        if (!seat.places.tryAcquire()) {
            throw new IOException("no more than " + MOST_TERMINALS + " terminals");
        }
        boolean started = false;
        try (var device = TerminalDevice.open(message.slave())) {
            if (device.owner() != settings.frontEnd()) {
                LOG.warn("The terminal {} was named, which is not the front end's.", message.slave());
                throw new IOException("this terminal belongs to somebody else");
            }
            device.give(seat.account.uid());
            var command = new TerminalShell.Command(
                    seat.account, seat.pam.environment(), message.commandLine(), message.directory());
            TerminalShell process = TerminalShell.start(command, message.slave());
            started = true;
            shells.put(message.id(), new Shell(message.seat(), process));
            frontEnd.send(new FromHelper.TerminalStarted(message.id(), process.pid()));
            process.onEnd(status -> ended(message.id(), seat, status));
        } finally {
            if (!started) {
                seat.places.release();
            }
        }
    }

    private void ended(int id, Seat seat, int status) {
        shells.remove(id);
        seat.places.release();
        frontEnd.send(new FromHelper.TerminalEnded(id, status));
    }

    /** Hangs a terminal up, or kills. */
    void hangUp(int id, boolean kill) {
        Shell shell = shells.get(id);
        if (shell != null) {
            shell.process.end(kill);
        }
    }

    /** Ends everything on the terminals of a seat. */
    void close(int id) throws InterruptedException {
        Seat seat = seats.remove(id);
        if (seat != null) {
            for (Shell shell : List.copyOf(shells.values())) {
                if (shell.seat == id) {
                    shell.process.close();
                }
            }
            seat.pam.close();
            places.release();
        }
        frontEnd.send(new FromHelper.Over(id));
    }

    @Override
    public void close() {
        endAll();
    }

    /** Ends everything, side by side. */
    void endAll() {
        Threads.all(seats.keySet().stream()
                .<Runnable>map(id -> () -> closeQuietly(id))
                .toList());
    }

    private void closeQuietly(int id) {
        try {
            close(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
