package oriel.contract.protocol;

/**
 * Waits for clients on behalf of one listener entry. Implemented by the provider, called by the service, one call at a
 * time ({@code IWRdsProtocolListener}; page <em>IWRdsProtocolListener (wtsprotocol.h)</em>).
 */
public interface ProtocolListener {

    /**
     * {@code GetSettings}: connection limit and access descriptor. Called before {@link #startListen} and after
     * configuration changes (Q42).
     *
     * @param level which version of the settings
     * @return the settings
     * @throws ProtocolException if the level is unknown; the service assumes no limit
     */
    ListenerSettings getSettings(ListenerSettingLevel level) throws ProtocolException;

    /**
     * {@code StartListen}: opens the endpoints and returns; clients are accepted on threads of the provider and may be
     * announced before this call has returned. May be called again after {@link #stopListen}.
     *
     * @param callback where clients are announced; may be kept until {@link #stopListen}
     * @throws ProtocolException if the endpoints cannot be opened; the callback is not kept, the service tries again
     *     later
     */
    void startListen(ProtocolListenerCallback callback) throws ProtocolException;

    /**
     * {@code StopListen}: closes the endpoints and drops the callback. Live connections are left alone (Q41).
     *
     * @throws ProtocolException the service logs it and goes on
     */
    void stopListen() throws ProtocolException;
}
