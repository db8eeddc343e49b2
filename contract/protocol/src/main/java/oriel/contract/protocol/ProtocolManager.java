package oriel.contract.protocol;

/**
 * The root object of a provider ({@code IWRdsProtocolManager}; page <em>IWRdsProtocolManager (wtsprotocol.h)</em>):
 * makes listeners and receives service-wide notices. Implemented by the provider, exactly one instance per provider;
 * called by the service, in the order of the start and stop sequences, one call at a time.
 */
public interface ProtocolManager {

    /**
     * {@code Initialize}: the first call, once (Q1, Q2). Sets up process-wide state; opens no ports.
     *
     * @param settings the settings object (Q27); usable until {@link #uninitialize()}
     * @param initial policy at this moment
     * @throws ProtocolException if the provider is unusable; its listeners are down and the manager is dropped without
     *     {@link #uninitialize()} (Q37)
     */
    void initialize(ProtocolSettings settings, Settings initial) throws ProtocolException;

    /**
     * {@code CreateListener}: once per listener entry, after {@link #initialize}.
     *
     * @param listenerName name of the registration entry, e.g. {@code RDP-Tcp} (Q3)
     * @return an idle listener, owned by the service
     * @throws ProtocolException if the entry cannot be served, or the name is taken; this listener alone is skipped
     *     (Q37)
     */
    ProtocolListener createListener(String listenerName) throws ProtocolException;

    /**
     * {@code NotifyServiceStateChange}: the service starts or stops, or its drain state changed (Q36: start comes once
     * all listeners listen, stop before they are stopped).
     *
     * @param state what changed
     * @throws ProtocolException the service logs it and goes on
     */
    void notifyServiceStateChange(ServiceState state) throws ProtocolException;

    /**
     * {@code NotifySessionOfServiceStart}: the service has become available for a session that exists (Q36).
     *
     * @param session the session
     * @throws ProtocolException the service logs it and goes on
     */
    void notifySessionOfServiceStart(SessionId session) throws ProtocolException;

    /**
     * {@code NotifySessionOfServiceStop}: the service stops being available for a session that survives it (Q36).
     *
     * @param session the session
     * @throws ProtocolException the service logs it and goes on
     */
    void notifySessionOfServiceStop(SessionId session) throws ProtocolException;

    /**
     * {@code NotifySessionStateChange}: a session changed.
     *
     * @param session the session, of whatever provider
     * @param event what happened; unknown codes are ignored (Q17)
     * @throws ProtocolException the service logs it and goes on
     */
    void notifySessionStateChange(SessionId session, SessionEvent event) throws ProtocolException;

    /**
     * {@code NotifySettingsChange}: policy was read again.
     *
     * @param settings the changed policy; a member that is <em>not configured</em> withdraws an earlier value
     * @throws ProtocolException the service logs it and goes on
     */
    void notifySettingsChange(Settings settings) throws ProtocolException;

    /**
     * {@code Uninitialize}: the last call, after all listeners were stopped. Undoes what {@link #initialize} took.
     *
     * @throws ProtocolException the service logs it and goes on
     */
    void uninitialize() throws ProtocolException;
}
