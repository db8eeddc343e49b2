package oriel.desktop.embedded.session;

import java.util.Optional;
import java.util.function.ToLongFunction;
import oriel.contract.desktop.SessionInformation;

/** What flows per second, from two snapshots. */
final class Rates {

    private static final double NANOS = 1e9;

    private record Snapshot(SessionInformation information, long nanos) {}

    private Optional<Snapshot> before = Optional.empty();
    private Optional<Snapshot> now = Optional.empty();

    /** Takes a snapshot; says whether counting began anew, as with another client. */
    boolean take(SessionInformation information, long nanos) {
        boolean anew = now.map(last -> !last.information.connectedAt().equals(information.connectedAt())
                        || information.bytesSent() < last.information.bytesSent())
                .orElse(false);
        before = anew ? Optional.empty() : now;
        now = Optional.of(new Snapshot(information, nanos));
        return anew;
    }

    Optional<Long> sent() {
        return rate(SessionInformation::bytesSent).map(Math::round);
    }

    Optional<Long> received() {
        return rate(SessionInformation::bytesReceived).map(Math::round);
    }

    Optional<Double> frames() {
        return rate(SessionInformation::framesSent);
    }

    private Optional<Double> rate(ToLongFunction<SessionInformation> counter) {
        return before.flatMap(first -> now.map(last -> {
            double seconds = Math.max(1e-3, (last.nanos - first.nanos) / NANOS);
            return (counter.applyAsLong(last.information) - counter.applyAsLong(first.information)) / seconds;
        }));
    }
}
