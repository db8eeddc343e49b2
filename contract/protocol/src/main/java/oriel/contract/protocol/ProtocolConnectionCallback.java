package oriel.contract.protocol;

import java.util.Optional;

/**
 * The way of one connection back to the service ({@code IWRdsProtocolConnectionCallback}). Implemented by
 * the service, called from threads of the provider that are not inside a service call; dropped by the
 * provider when its connection is closed.
 */
public interface ProtocolConnectionCallback {

    /**
     * {@code OnReady}, step 2: the provider is ready for the connection sequence. Once, after {@link
     * ProtocolConnection#getLogonErrorRedirector()} was answered; a second call is ignored.
     *
     * @throws ProtocolException if called from inside a service call or after close
     */
    void onReady() throws ProtocolException;

    /**
     * {@code BrokenConnection}: the client has gone away. The service answers with the disconnect
     * sequence; repeated calls are ignored.
     *
     * @param reason unused, 0 (Q21)
     * @param source unused, 0 (Q21)
     * @throws ProtocolException if called from inside a service call or after close
     */
    void brokenConnection(int reason, int source) throws ProtocolException;

    /**
     * {@code StopScreenUpdates}: hold the drawing towards this connection.
     *
     * @throws ProtocolException if called from inside a service call or after close
     */
    void stopScreenUpdates() throws ProtocolException;

    /**
     * {@code RedrawWindow}: paint an area again, and lift the hold of {@link #stopScreenUpdates()}.
     *
     * @param area what to paint again, in pixels of the session; empty = the whole screen
     * @throws ProtocolException if called from inside a service call or after close
     */
    void redrawWindow(Optional<SmallRect> area) throws ProtocolException;

    /**
     * {@code GetConnectionId}: the number by which the service, its log and its traces know this
     * connection; unique while the service runs.
     *
     * @return the number
     */
    int getConnectionId();
}
