package oriel.contract.protocol;

import java.util.Optional;

/**
 * The way of one connection back to the service ({@code IWRdsProtocolConnectionCallback}; page
 * <em>IWRdsProtocolConnectionCallback (wtsprotocol.h)</em>). Implemented by the service, one object per connection,
 * given by {@code OnConnected}. Called on threads of the provider that are not inside a service call; a call from
 * inside one fails with {@link HResult#E_CALLED_BACK}. Dropped by the provider when its connection is closed;
 * afterwards every method fails with {@link HResult#E_INVALID_STATE}.
 */
public interface ProtocolConnectionCallback {

    /**
     * {@code OnReady}, step 2: the provider is ready for the connection sequence. Once, after
     * {@link ProtocolConnection#getLogonErrorRedirector()} was called; a second call is ignored. If it does not come in
     * time the connection is closed (Q22).
     *
     * @throws ProtocolException if called from inside a service call or after close
     */
    void onReady() throws ProtocolException;

    /**
     * {@code BrokenConnection}: the client has gone away. The service answers with the disconnect sequence; repeated
     * calls are ignored.
     *
     * @param reason unused, 0 (Q21)
     * @param source unused, 0 (Q21)
     * @throws ProtocolException if called from inside a service call or after close
     */
    void brokenConnection(int reason, int source) throws ProtocolException;

    /**
     * {@code StopScreenUpdates}: hold the drawing towards this connection, e.g. while the client is minimised. No
     * service call may be delayed by waiting for this one.
     *
     * @throws ProtocolException if called from inside a service call or after close
     */
    void stopScreenUpdates() throws ProtocolException;

    /**
     * {@code RedrawWindow}: paint an area again, and lift the hold of {@link #stopScreenUpdates()}. No service call may
     * be delayed by waiting for this one.
     *
     * @param area what to paint again, in pixels of the session, right and bottom exclusive; empty = the whole screen
     * @throws ProtocolException if called from inside a service call or after close
     */
    void redrawWindow(Optional<SmallRect> area) throws ProtocolException;

    /**
     * {@code GetConnectionId}: the number by which the service, its log and its traces know this connection; unique
     * while the service runs.
     *
     * @return the number
     */
    int getConnectionId();
}
