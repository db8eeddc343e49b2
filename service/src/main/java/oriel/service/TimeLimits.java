package oriel.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.ErrorInfo;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;

/**
 * The time limits of sessions: idle, connected, disconnected (administration.md, sections 4 and 5; zero = no limit, Q15).
 * What a limit leads to is decided by the disconnect sequence, by "reset broken".
 */
final class TimeLimits {

    private static final Logger LOG = LoggerFactory.getLogger(TimeLimits.class);

    private static final Ending IDLE = Ending.of(Ending.Kind.TIME_LIMIT, ErrorInfo.IDLE_TIMEOUT);
    private static final Ending CONNECTED = Ending.of(Ending.Kind.TIME_LIMIT, ErrorInfo.LOGON_TIMEOUT);

    /** How long before a limit the user is told. */
    private static final Duration WARNING = Duration.ofMinutes(1);

    private static final Duration NO_LIMIT = Duration.ofDays(36_500);
    private static final Optional<List<PropertyValue>> NO_WARNING = Optional.of(List.of(new PropertyValue.Unsigned(0)));

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
        if (holder.isPresent()) {
            check(session, holder.get(), settings);
        } else if (left(settings.maxDisconnectionTime(), since(session.disconnectedAt()))
                .isNegative()) {
            LOG.info("Session {} was disconnected for too long", session.number());
            service.sessions().end(session);
        }
    }

    private void check(Session session, ClientConnection connection, ConnectionSettings settings) {
        Duration connected = left(settings.maxConnectionTime(), since(session.connectedAt()));
        Duration idle = settings.maxIdleTime().isZero() ? NO_LIMIT : left(settings.maxIdleTime(), idle(connection));
        if (connected.isNegative()) {
            connection.end(CONNECTED);
        } else if (idle.isNegative()) {
            connection.end(IDLE);
        } else if (session.warn(connected.compareTo(WARNING) <= 0 || idle.compareTo(WARNING) <= 0)) {
            warn(session, connection, idle.compareTo(WARNING) <= 0);
        }
    }

    /** A minute beforehand the user is told, unless the connection does not want that (administration.md, section 5). */
    private static void warn(Session session, ClientConnection connection, boolean idle) {
        var wanted = idle
                ? connection.calls().queryProperty(Property.IDLE_TIME_WARNING, "idle warning", List.of())
                : Optional.<List<PropertyValue>>empty();
        if (!wanted.equals(NO_WARNING)) {
            var text = WarningText.in(session.client().view().locale());
            session.desktop()
                    .ifPresent(
                            desktop -> desktop.message(text.title(), idle ? text.idle() : text.connected(), WARNING));
        }
    }

    private Duration idle(ClientConnection connection) {
        return connection.figures().await(service.deadlines().notice()).idle().orElse(Duration.ZERO);
    }

    private Duration since(Optional<Instant> when) {
        return when.map(instant -> Duration.between(instant, service.clock().instant()))
                .orElse(Duration.ZERO);
    }

    /** What is left of a limit; negative = it is reached. */
    private static Duration left(Duration limit, Duration used) {
        return limit.isZero() ? NO_LIMIT : limit.minus(used).minusNanos(1);
    }
}
