package oriel.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was called on one connection, as it stands at one moment.
 *
 * @param id           correlation id: connection number and some random digits, e.g. {@code 12-a3f09c}; stands in every log
 *     line of the connection
 * @param connectionId number of the connection, unique while the service runs
 * @param listener     name of the listener it came through
 * @param provider     name of the provider
 * @param client       name and address of the client, as far as known
 * @param user         who logged on; empty if nobody did
 * @param sessionId    number of the session it was last attached to; 0 = none
 * @param startedAt    when the client was announced
 * @param endedAt      when the connection was closed; empty while it lives
 * @param outcome      how it stands or ended
 * @param reason       why it ended, one clause; empty while it lives
 * @param calls        the calls, oldest first
 */
public record Trace(
        String id,
        int connectionId,
        String listener,
        String provider,
        String client,
        String user,
        int sessionId,
        Instant startedAt,
        Optional<Instant> endedAt,
        Outcome outcome,
        String reason,
        List<TracedCall> calls) {

    /** How a connection stands or ended. */
    public enum Outcome {
        /** It lives. */
        OPEN,
        /** It has ended as connections do: disconnected, logged off, the client went away after logon. */
        ENDED,
        /** It was refused or failed; the last calls show where. */
        FAILED
    }

    /** Copies the calls. */
    public Trace {
        calls = List.copyOf(calls);
    }
}
