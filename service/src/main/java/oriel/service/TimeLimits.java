package oriel.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.ErrorInfo;

/**
 * The time limits of sessions: idle, connected, disconnected (administration.md, sections 4 and 5; zero = no limit, Q15).
 * What a limit leads to is decided by the disconnect sequence, by "reset broken".
 */
final class TimeLimits {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimits.class);

    private static final Ending IDLE = Ending.of(Ending.Kind.TIME_LIMIT, ErrorInfo.IDLE_TIMEOUT);
    private static final Ending CONNECTED = Ending.of(Ending.Kind.TIME_LIMIT, ErrorInfo.LOGON_TIMEOUT);

    private final ServiceParts service;

    TimeLimits(ServiceParts service) {
        this.service = service;
    }

    /** Looks at every session once. */
    void check() {
        for (Session session : service.sessions().all()) {
            session.settings().map(service.policy()::over).ifPresent(settings -> check(session, settings));
        }
    }

    private void check(Session session, ConnectionSettings settings) {
        Optional<ClientConnection> holder = session.holder();
        if (holder.isEmpty()) {
            if (over(settings.maxDisconnectionTime(), session.disconnectedAt())) {
                LOG.info("Session {} was disconnected for too long", session.number());
                service.sessions().end(session);
            }
        } else if (over(settings.maxConnectionTime(), session.connectedAt())) {
            holder.get().end(CONNECTED);
        } else if (!settings.maxIdleTime().isZero() && idle(holder.get()).compareTo(settings.maxIdleTime()) >= 0) {
            holder.get().end(IDLE);
        }
    }

    private Duration idle(ClientConnection connection) {
        return connection.figures().await(service.deadlines().notice()).idle().orElse(Duration.ZERO);
    }

    private boolean over(Duration limit, Optional<Instant> since) {
        return !limit.isZero()
                && since.isPresent()
                && Duration.between(since.get(), service.clock().instant()).compareTo(limit) >= 0;
    }
}
