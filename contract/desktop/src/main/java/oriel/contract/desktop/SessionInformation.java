package oriel.contract.desktop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Facts about a session for whoever sits in front of it.
 *
 * @param sessionId     number of the session
 * @param userName      who is logged on; empty before logon
 * @param state         its state in the words of the administrative surface, e.g. {@code Active}
 * @param hostName      name of this host
 * @param startedAt     when the session was started
 * @param connectedAt   when the present client was attached
 * @param protocol      name of the protocol, e.g. {@code RDP}; empty without a client
 * @param client        name and address of the client; empty without a client
 * @param codec         how the provider compresses pictures; empty when unknown
 * @param security      how the link is protected, e.g. {@code TLS 1.3}; empty when unknown
 * @param roundTrip     last measured round-trip time
 * @param framesSent    pictures sent to the present client
 * @param bytesSent     bytes sent to the present client
 * @param bytesReceived bytes received from the present client
 * @param trace         calls between service and provider of the present connection, oldest first
 */
public record SessionInformation(
        int sessionId,
        String userName,
        String state,
        String hostName,
        Instant startedAt,
        Instant connectedAt,
        String protocol,
        String client,
        String codec,
        String security,
        Optional<Duration> roundTrip,
        long framesSent,
        long bytesSent,
        long bytesReceived,
        List<Call> trace) {

    /** Copies the trace. */
    public SessionInformation {
        trace = List.copyOf(trace);
    }

    /**
     * One call of the connection's trace.
     *
     * @param at     when it began
     * @param from   who called, e.g. {@code Service}
     * @param to     who was called, e.g. {@code Connection}
     * @param name   the call as the contract spells it, e.g. {@code GetClientData}
     * @param result how it ended, e.g. {@code S_OK}
     * @param micros how long it took, in microseconds
     */
    public record Call(Instant at, String from, String to, String name, String result, long micros) {}
}
