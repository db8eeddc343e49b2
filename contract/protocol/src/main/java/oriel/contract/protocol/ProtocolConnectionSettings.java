package oriel.contract.protocol;

import java.util.Optional;
import java.util.UUID;

/**
 * Second interface of a connection: a store of values under property ids ({@code IWRdsProtocolConnectionSettings};
 * header only, no page). Optional. {@link Property#IDLE_TIME_WARNING} and {@link Property#CURSOR_BLINK_DISABLED} may be
 * had through this door and through {@code QueryProperty}: one store behind both (Q25).
 */
public interface ProtocolConnectionSettings {

    /**
     * {@code SetConnectionSetting}: kept for the connection's life.
     *
     * @param property which property
     * @param value its value
     * @throws ProtocolException the service logs it and goes on
     */
    void setConnectionSetting(UUID property, PropertyValue value) throws ProtocolException;

    /**
     * {@code GetConnectionSetting}.
     *
     * @param property which property
     * @return its value; empty ({@code E_NOTIMPL}) = unknown
     * @throws ProtocolException treated like empty
     */
    Optional<PropertyValue> getConnectionSetting(UUID property) throws ProtocolException;
}
