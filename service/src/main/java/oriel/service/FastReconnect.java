package oriel.service;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import oriel.contract.protocol.Property;
import oriel.contract.protocol.PropertyValue;

/**
 * Enhanced fast reconnect (sequences.md, section 4.3): a connection that vouches for its user picks one of that user's
 * sessions. Where the original names the user by the text of a SID, Oriel means the name of the account. Connections
 * without the arbitrator's interface are asked nothing.
 */
final class FastReconnect {

    private static final long ENHANCED = 2;

    private final ServiceParts service;
    private final ClientConnection record;
    private final GuardedConnection connection;

    FastReconnect(ServiceParts service, ClientConnection record) {
        this.service = service;
        this.record = record;
        this.connection = record.calls();
    }

    /** The session it picks, claimed; empty = go on with a new one. */
    Optional<Session> session() throws ConnectionEnded {
        if (!connection.arbitratesFastReconnect() || !wanted()) {
            return Optional.empty();
        }
        List<Session> sessions = user().map(service.sessions()::of).orElse(List.of());
        if (sessions.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt picked = connection.getSessionForEnhancedFastReconnect(
                sessions.stream().map(Session::number).toList());
        Optional<Session> existing = sessions.stream()
                .filter(session -> picked.isPresent() && session.number() == picked.getAsInt())
                .findFirst();
        return existing.isPresent() && Takeover.of(existing.get(), record, service.deadlines())
                ? existing
                : Optional.empty();
    }

    private boolean wanted() throws ConnectionEnded {
        return first(Property.GET_FAST_RECONNECT).equals(Optional.of(new PropertyValue.Unsigned(ENHANCED)));
    }

    private Optional<String> user() throws ConnectionEnded {
        return first(Property.GET_FAST_RECONNECT_USER_SID)
                .filter(PropertyValue.Text.class::isInstance)
                .map(value -> ((PropertyValue.Text) value).value());
    }

    private Optional<PropertyValue> first(UUID property) throws ConnectionEnded {
        return connection
                .askProperty(property)
                .filter(values -> !values.isEmpty())
                .map(List::getFirst);
    }
}
