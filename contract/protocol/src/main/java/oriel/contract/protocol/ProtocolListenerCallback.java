package oriel.contract.protocol;

/**
 * Where a listener announces its clients ({@code IWRdsProtocolListenerCallback}; page <em>IWRdsProtocolListenerCallback
 * (wtsprotocol.h)</em>). Implemented by the service.
 */
public interface ProtocolListenerCallback {

    /**
     * {@code OnConnected}: a client has arrived. Called on a thread of the provider that is not inside a service call.
     * From here on the connection belongs to the service, until {@link ProtocolConnection#close()}.
     *
     * @param connection the connection object, complete: service calls may reach it before this method has returned
     * @param proposed what the provider already knows or proposes
     * @return the callback of this connection, to be dropped when it is closed
     * @throws ProtocolException if the service refuses the client (drain, limit, stopping, access); the provider closes
     *     the client itself and hears nothing more of the connection
     */
    ProtocolConnectionCallback onConnected(ProtocolConnection connection, ConnectionSettings proposed)
            throws ProtocolException;
}
