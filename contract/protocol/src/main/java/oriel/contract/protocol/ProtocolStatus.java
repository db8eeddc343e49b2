package oriel.contract.protocol;

import java.util.List;

/**
 * What {@code GetProtocolStatus} answers ({@code WTS_PROTOCOL_STATUS}; page of that name). Counters run since the
 * connection began.
 *
 * @param output server to client
 * @param input client to server
 * @param cache cache figures
 * @param asyncSignal signal of an asynchronous line, 0
 * @param asyncSignalMask mask of its events, 0
 * @param counters free for the protocol, at most 100
 */
public record ProtocolStatus(
        ProtocolCounters output,
        ProtocolCounters input,
        CacheStats cache,
        long asyncSignal,
        long asyncSignalMask,
        List<Long> counters) {

    /** Nothing counted. */
    public static final ProtocolStatus ZERO =
            new ProtocolStatus(ProtocolCounters.ZERO, ProtocolCounters.ZERO, CacheStats.NONE, 0, 0, List.of());

    /** Checks and copies the counters. */
    public ProtocolStatus {
        if (counters.size() > WtsDefs.MAX_COUNTERS) {
            throw new IllegalArgumentException(counters.size() + " counters, at most 100 fit");
        }
        counters = List.copyOf(counters);
    }
}
