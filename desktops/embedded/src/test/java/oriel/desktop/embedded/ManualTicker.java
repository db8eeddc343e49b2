package oriel.desktop.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oriel.desktop.embedded.toolkit.Ticker;

/** A time that stands still until it is moved. */
final class ManualTicker implements Ticker {

    private record Due(Instant at, Runnable task) {}

    private final List<Due> appointments = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T14:05:30Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public synchronized Appointment after(Duration delay, Runnable task) {
        Due due = new Due(now.plus(delay), task);
        appointments.add(due);
        return () -> cancel(due);
    }

    private synchronized void cancel(Due due) {
        appointments.remove(due);
    }

    synchronized int appointments() {
        return appointments.size();
    }

    /** Lets time pass, and does what falls due on the way. */
    void pass(Duration time) {
        Instant end = now().plus(time);
        Optional<Due> next = next(end);
        while (next.isPresent()) {
            next.get().task().run();
            next = next(end);
        }
        set(end);
    }

    private synchronized Optional<Due> next(Instant end) {
        Optional<Due> first =
                appointments.stream().filter(due -> !due.at().isAfter(end)).min(Comparator.comparing(Due::at));
        first.ifPresent(due -> {
            appointments.remove(due);
            now = due.at();
        });
        return first;
    }

    private synchronized void set(Instant time) {
        now = time;
    }
}
