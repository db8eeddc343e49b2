package oriel.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;
import oriel.contract.protocol.ProtocolStatus;

/**
 * What a provider says at any time about its client: traffic, idle time, codec. Asked by one thread at a time, whoever wants
 * to know; a provider that does not answer costs its own figures only.
 */
final class ClientFigures {

    private static final long FRESH = Duration.ofMillis(400).toNanos();

    /**
     * One set of answers.
     *
     * @param status    {@code GetProtocolStatus}
     * @param idle      {@code GetLastInputTime}
     * @param codec     name of the picture codec; empty = unknown
     * @param security  how the link is protected; empty = unknown
     * @param roundTrip last measured round-trip time
     */
    record Figures(
            ProtocolStatus status,
            Optional<Duration> idle,
            String codec,
            String security,
            Optional<Duration> roundTrip) {

        static final Figures NONE = new Figures(ProtocolStatus.ZERO, Optional.empty(), "", "", Optional.empty());
    }

    private final String id;
    private final GuardedConnection calls;
    private volatile Figures latest = Figures.NONE;
    private long askedAt; // guarded by this
    private @Nullable CompletableFuture<Figures> asking; // guarded by this

    /**
     * Makes figures that were never asked for.
     *
     * @param id correlation id of the connection
     */
    ClientFigures(String id, GuardedConnection calls) {
        this.id = id;
        this.calls = calls;
    }

    /** What was answered last; asks again where that is no longer fresh, without waiting for it. */
    Figures latest() {
        return refresh().getNow(latest);
    }

    /** Asks, and waits for the answers at most so long. */
    Figures await(Duration limit) {
        return refresh()
                .completeOnTimeout(latest, limit.toNanos(), TimeUnit.NANOSECONDS)
                .join();
    }

    private synchronized CompletableFuture<Figures> refresh() {
        if (asking != null && (!asking.isDone() || System.nanoTime() - askedAt < FRESH)) {
            return asking.copy();
        }
        var fresh = new CompletableFuture<Figures>();
        asking = fresh;
        askedAt = System.nanoTime();
        Thread.ofVirtual().name("figures").start(Correlation.of(id, () -> fresh.complete(ask())));
        return fresh.copy();
    }

    private Figures ask() {
        var figures = new Figures(
                calls.getProtocolStatus().orElse(ProtocolStatus.ZERO),
                calls.getLastInputTime(),
                text(Property.ORIEL_CODEC, "codec"),
                text(Property.ORIEL_SECURITY, "security"),
                unsigned(Property.ORIEL_ROUND_TRIP_TIME, "round-trip time").map(ClientFigures::micros));
        latest = figures;
        return figures;
    }

    private static Duration micros(long value) {
        return Duration.ofNanos(value * 1000);
    }

    private String text(UUID property, String name) {
        return calls.queryProperty(property, name, List.of())
                .filter(values -> !values.isEmpty() && values.getFirst() instanceof PropertyValue.Text)
                .map(values -> ((PropertyValue.Text) values.getFirst()).value())
                .orElse("");
    }

    private Optional<Long> unsigned(UUID property, String name) {
        return calls.queryProperty(property, name, List.of())
                .filter(values -> !values.isEmpty() && values.getFirst() instanceof PropertyValue.Unsigned)
                .map(values -> ((PropertyValue.Unsigned) values.getFirst()).value());
    }
}
