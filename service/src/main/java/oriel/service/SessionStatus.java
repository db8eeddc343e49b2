package oriel.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import oriel.contract.desktop.DesktopStatus;
import oriel.contract.desktop.Size;

/**
 * One line of the session list.
 *
 * @param id             number of the session
 * @param uniqueId       one value per session instance, never used again
 * @param user           who is logged on; empty before logon
 * @param domain         domain of that user, possibly empty
 * @param state          its state
 * @param locked         whether the logon screen covers the desktop
 * @param protocol       name of the protocol, e.g. {@code RDP}; empty without a client
 * @param desktop        name of the desktop
 * @param client         name and address of the client, or of the last one
 * @param connection     correlation id of the connection it is shown on; empty without a client
 * @param startedAt      when the session was made
 * @param logonAt        when the user logged on
 * @param connectedAt    when the present (or last) client was attached
 * @param disconnectedAt when the last client went away; empty while one is attached
 * @param idle           time since the last input; empty without a client
 * @param bytesSent      to the present client
 * @param bytesReceived  from the present client
 * @param size           extent of the client's screen
 * @param programs       what is known of the programs on the desktop
 */
public record SessionStatus(
        int id,
        UUID uniqueId,
        String user,
        String domain,
        SessionState state,
        boolean locked,
        String protocol,
        String desktop,
        String client,
        String connection,
        Instant startedAt,
        Optional<Instant> logonAt,
        Optional<Instant> connectedAt,
        Optional<Instant> disconnectedAt,
        Optional<Duration> idle,
        long bytesSent,
        long bytesReceived,
        Size size,
        DesktopStatus programs) {}
